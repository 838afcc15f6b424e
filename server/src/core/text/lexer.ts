// Cuts a text into tokens by the scanner of jsonc-parser. What is no JSON token is left to `habits.ts`, which
// reads it as the one meant.
import { createScanner } from "jsonc-parser";
import { BYTE_ORDER_MARK, isBlank, isLineEnd, isWordPart, skipBlanks } from "./characters.js";
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
  /** The next token is looked for from this offset on. */
  moveTo(offset: number): void;
}

/** The scanner's kinds in the order of its numbers, which its declarations hide from modules of our form. */
const SCANNED = [
  ...(["unknown", "{", "}", "[", "]", ",", ":", "null", "true", "false", "string", "number"] as const),
  ...(["comment", "comment", "unknown", "unknown", "unknown", "end"] as const),
] as const;

/** The scanner's errors that are told apart here; others are found again in the characters of the token. */
const UNCLOSED_COMMENT = 1;
const UNCLOSED_STRING = 2;

/** Problems with single tokens are reported in the order of the text. */
export function createLexer(text: string, log: ProblemLog, from = 0): Lexer {
  const scanner = createScanner(text, false);
  // A byte order mark at the start is no fault: editors write it unasked.
  const start = from === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : from;
  scanner.setPosition(start);
  const lexer: Lexer = { kind: "end", start, end: start, text: "", next, moveTo: scanner.setPosition };
  /** Where the last string ended that was cut short: what ends there is not cut again, or it would take for ever. */
  let lastCut = -1;

  function next(): void {
    for (;;) {
      const offset = skipBlanks(text, scanner.getPosition());
      lexer.start = offset;
      // The scanner would run to the end of what it does not know, again and again for each sign of it.
      const kind = mayStartToken(text.charCodeAt(offset)) ? scan(offset) : "unknown";
      if (kind === "string") {
        string();
        return;
      }
      if (kind === "comment") comment();
      else if (kind === "unknown" || (kind === "number" && !number())) {
        const token = readHabit(text, offset, log);
        if (token.kind === "blank") scanner.setPosition(token.end);
        else {
          take(token);
          return;
        }
      } else {
        lexer.kind = kind;
        return;
      }
    }
  }

  function scan(offset: number): (typeof SCANNED)[number] {
    scanner.setPosition(offset);
    const kind = SCANNED[scanner.scan()] ?? "unknown";
    // A comment that is never closed ends behind the text, by the scanner's count.
    lexer.end = Math.min(scanner.getPosition(), text.length);
    return kind;
  }

  function take(token: Exclude<Token, { kind: "blank" }>): void {
    lexer.kind = token.kind;
    lexer.text = token.text;
    lexer.end = token.end;
    scanner.setPosition(token.end);
  }

  function string(): void {
    const error = scanner.getTokenError();
    const end = error === 0 ? undefined : brokenOff(error);
    if (end !== undefined) {
      take(cut(end) ?? readUnclosedString(text, lexer.start, end, log));
      return;
    }
    const shorter = mayFollow(text.charCodeAt(lexer.end)) ? undefined : cut(lexer.end - 1);
    if (shorter !== undefined) {
      take(shorter);
      return;
    }
    lexer.kind = "string";
    lexer.text =
      error === 0 ? scanner.getTokenValue() : decodeString(text, spanOf(lexer.start, lexer.end), log);
  }

  /** The end of the line in which a string breaks off. The scanner reads on behind a backslash at a line end. */
  function brokenOff(error: number): number | undefined {
    for (let offset = lexer.start; offset < lexer.end; offset++) {
      if (isLineEnd(text.charCodeAt(offset))) return offset;
    }
    return error === UNCLOSED_STRING ? lexer.end : undefined;
  }

  function cut(end: number) {
    if (end === lastCut) return undefined;
    lastCut = end;
    return readSuspiciousString(text, lexer.start, end, log);
  }

  /** False where what begins like a number is a word or a wrong number. */
  function number(): boolean {
    if (scanner.getTokenError() !== 0) return false;
    if (isWordPart(text.charCodeAt(lexer.end)) && !isComment(text, lexer.end)) return false;
    lexer.text = scanner.getTokenValue();
    return true;
  }

  function comment(): void {
    if (scanner.getTokenError() === UNCLOSED_COMMENT) {
      log.report("unclosed-comment", spanOf(lexer.start, lexer.start + 2));
      return;
    }
    const span = spanOf(lexer.start, lexer.end);
    log.report("comment", span, { safe: [{ span, text: "" }] });
  }

  return lexer;
}

/** False where no token of JSON, and no comment, begins. True at the end of the text. */
function mayStartToken(code: number): boolean {
  return code < 128 ? STARTS[code] === 1 : Number.isNaN(code);
}

const STARTS = new Uint8Array(128);
for (const character of '{}[],:"/-0123456789tfn') STARTS[character.charCodeAt(0)] = 1;

/** What stands after a string that was closed where it was meant to be. */
function mayFollow(code: number): boolean {
  return code === 44 || code === 58 || code === 93 || code === 125 || isBlank(code) || Number.isNaN(code);
}

function isComment(text: string, offset: number): boolean {
  return text[offset] === "/" && (text[offset + 1] === "/" || text[offset + 1] === "*");
}
