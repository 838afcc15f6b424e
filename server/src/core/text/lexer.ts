// Cuts a text into JSON tokens. What is no JSON token is left to `habits.ts`, which reads it as the one meant.
import {
  BACKSLASH,
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  endOfLine,
  isBlank,
  isDigit,
  isWordPart,
  LINE_FEED,
  QUOTE,
} from "./characters.js";
import { readHabit, readSuspiciousString, readUnclosedString, type Token } from "./habits.js";
import type { ProblemLog } from "./problem-log.js";
import { spanOf } from "./span.js";
import { decodeString } from "./string-text.js";

export type TokenKind =
  | "{"
  | "}"
  | "["
  | "]"
  | ","
  | ":"
  | "null"
  | "true"
  | "false"
  | "string"
  | "number"
  | "word"
  | "end";

/** A cursor over the tokens: the fields describe the token that `next` read last. */
export interface Lexer {
  kind: TokenKind;
  start: number;
  end: number;
  /** Decoded text of a string; the characters of a number or word. */
  text: string;
  next(): void;
}

const SLASH = 47;
const MINUS = 45;

/** Problems with single tokens are reported in the order of the text. */
export function createLexer(text: string, log: ProblemLog, from = 0): Lexer {
  // A byte order mark at the start is no fault: editors write it unasked.
  const start = from === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : from;
  const lexer: Lexer = { kind: "end", start, end: start, text: "", next };
  /** Where the last string ended that was cut short: what ends there is not cut again, or it would take for ever. */
  let lastCut = -1;

  function next(): void {
    let offset = lexer.end;
    for (;;) {
      let code = text.charCodeAt(offset);
      while (isBlank(code)) code = text.charCodeAt(++offset);
      lexer.start = offset;
      if (code === QUOTE) {
        string();
        return;
      }
      const mark = punctuationOf(code);
      if (mark !== undefined) {
        lexer.kind = mark;
        lexer.end = offset + 1;
        return;
      }
      if (offset >= text.length) {
        lexer.kind = "end";
        lexer.end = offset;
        return;
      }
      if ((isDigit(code) || code === MINUS) && number()) return;
      const following = code === SLASH ? comment() : undefined;
      if (following !== undefined) offset = following;
      else {
        const token = readHabit(text, offset, log);
        if (token.kind !== "blank") {
          take(token);
          return;
        }
        offset = token.end;
      }
    }
  }

  function take(token: Exclude<Token, { kind: "blank" }>): void {
    lexer.kind = token.kind;
    lexer.text = token.text;
    lexer.end = token.end;
  }

  function string(): void {
    const { start } = lexer;
    let end = start + 1;
    let isPlain = true;
    let hasControl = false;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code >= 32 && code !== QUOTE && code !== BACKSLASH) end++;
      else if (code === QUOTE) break;
      else if (code === BACKSLASH) {
        isPlain = false;
        // A backslash before a line end is no escape: the string breaks off there.
        end += text.charCodeAt(end + 1) >= 32 ? 2 : 1;
      } else if (end >= text.length || code === LINE_FEED || code === CARRIAGE_RETURN) {
        take(cut(end) ?? readUnclosedString(text, start, end, log));
        return;
      } else {
        hasControl = true;
        end++;
      }
    }
    lexer.kind = "string";
    lexer.end = end + 1;
    if (mayFollow(text.charCodeAt(end + 1))) {
      if (isPlain && !hasControl) {
        lexer.text = text.slice(start + 1, end);
        return;
      }
    } else {
      const token = cut(end);
      if (token !== undefined) {
        take(token);
        return;
      }
    }
    lexer.text = decodeString(text, spanOf(start, end + 1), log);
  }

  function cut(end: number) {
    if (end === lastCut) return undefined;
    lastCut = end;
    return readSuspiciousString(text, lexer.start, end, log);
  }

  /** False where what begins like a number is a word or a wrong number. */
  function number(): boolean {
    const end = endOfNumber(text, lexer.start);
    if (end === undefined || (isWordPart(text.charCodeAt(end)) && !isComment(text, end))) return false;
    lexer.kind = "number";
    lexer.text = text.slice(lexer.start, end);
    lexer.end = end;
    return true;
  }

  /** The offset after a comment; undefined where a slash begins none. */
  function comment(): number | undefined {
    const { start } = lexer;
    if (!isComment(text, start)) return undefined;
    if (text.charCodeAt(start + 1) === SLASH) {
      const end = endOfLine(text, start);
      const span = spanOf(start, end);
      log.report("comment", span, { safe: [{ span, text: "" }] });
      return end;
    }
    const closing = text.indexOf("*/", start + 2);
    if (closing < 0) {
      log.report("unclosed-comment", spanOf(start, start + 2));
      return text.length;
    }
    const span = spanOf(start, closing + 2);
    log.report("comment", span, { safe: [{ span, text: "" }] });
    return span.end;
  }

  return lexer;
}

function punctuationOf(code: number): TokenKind | undefined {
  switch (code) {
    case 123:
      return "{";
    case 125:
      return "}";
    case 91:
      return "[";
    case 93:
      return "]";
    case 44:
      return ",";
    case 58:
      return ":";
    default:
      return undefined;
  }
}

/** What stands after a string that was closed where it was meant to be. */
function mayFollow(code: number): boolean {
  return code === 44 || code === 58 || code === 93 || code === 125 || isBlank(code) || Number.isNaN(code);
}

function isComment(text: string, offset: number): boolean {
  if (text.charCodeAt(offset) !== SLASH) return false;
  const second = text.charCodeAt(offset + 1);
  return second === SLASH || second === 42;
}

/** The end of the longest number of RFC 8259 that starts here. */
function endOfNumber(text: string, start: number): number | undefined {
  let end = text.charCodeAt(start) === MINUS ? start + 1 : start;
  if (!isDigit(text.charCodeAt(end))) return undefined;
  end = text.charCodeAt(end) === 48 ? end + 1 : endOfDigits(text, end);
  if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) end = endOfDigits(text, end + 1);
  const exponent = text.charCodeAt(end) | 32;
  if (exponent === 101) {
    const sign = text.charCodeAt(end + 1);
    const digits = sign === 43 || sign === MINUS ? end + 2 : end + 1;
    if (isDigit(text.charCodeAt(digits))) end = endOfDigits(text, digits);
  }
  return end;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}
