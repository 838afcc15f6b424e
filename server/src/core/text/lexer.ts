// Cuts a text into JSON tokens by the scanner of jsonc-parser, and reads what people paste from web pages
// (curly quotes, full-width punctuation, `#` lines, unusual blanks) as the token that was meant.
import { createScanner } from "jsonc-parser";
import type { Problem, ProblemKind } from "./problem.js";
import { spanOf } from "./span.js";

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

/** The scanner's kinds in the order of its numbers; the last ones never leave this module. */
const SCANNED = [
  "unknown",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "null",
  "true",
  "false",
  "string",
  "number",
  "comment",
  "comment",
  "blank",
  "blank",
  "unknown",
  "end",
] as const;

/** The scanner's error numbers that we tell apart. */
const ERROR_KINDS: readonly (ProblemKind | undefined)[] = [
  undefined,
  "unclosed-comment",
  "unclosed-string",
  "invalid-number",
  "invalid-escape",
  "invalid-escape",
  "control-character",
];

const FULL_WIDTH: Readonly<Record<string, "{" | "}" | "[" | "]" | "," | ":">> = {
  "｛": "{",
  "｝": "}",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "，": ",",
  "、": ",",
  "；": ",",
  ";": ",",
  "：": ":",
};

const DOUBLE_QUOTES = "“”„‟＂";
const SINGLE_QUOTES = "'‘’‚‛`´";
const UNUSUAL_BLANK = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\v\f]+/y;
const WORD = /[^\s{}[\],:"“”，：｛｝［］【】、#]+/y;

/** A cursor over the tokens: the fields describe the token that `next` read last. */
export interface Lexer {
  kind: TokenKind;
  start: number;
  end: number;
  /** Decoded text of a string; the characters of a number or word. */
  text: string;
  next(): void;
}

/** Problems with single tokens are added to `problems` in the order of the text. */
export function createLexer(text: string, problems: Problem[]): Lexer {
  const scanner = createScanner(text, false);
  const lexer: Lexer = { kind: "end", start: 0, end: 0, text: "", next };
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1); // A byte order mark is no fault: editors write it unasked.

  function next(): void {
    for (;;) {
      const kind = SCANNED[scanner.scan()] ?? "unknown";
      if (kind === "blank") continue;
      lexer.start = scanner.getTokenOffset();
      lexer.end = lexer.start + scanner.getTokenLength();
      if (kind === "comment") comment("comment");
      else if (kind === "unknown") {
        if (unknown()) return;
      } else {
        lexer.kind = kind;
        if (kind === "string") string();
        else if (kind === "number") number();
        return;
      }
    }
  }

  function report(kind: ProblemKind, replacement?: string, safe = true): void {
    const span = spanOf(lexer.start, lexer.end);
    const repair =
      replacement === undefined ? {} : { repair: { edits: [{ span, text: replacement }], safe } };
    problems.push({ kind, span, found: text.slice(span.start, span.end), ...repair });
  }

  function comment(kind: "comment" | "hash-comment"): void {
    if (ERROR_KINDS[scanner.getTokenError()] === "unclosed-comment") report("unclosed-comment");
    else report(kind, "");
  }

  function number(): void {
    lexer.text = scanner.getTokenValue();
    if (scanner.getTokenError() !== 0) report("invalid-number");
  }

  function string(): void {
    lexer.text = scanner.getTokenValue();
    const error = ERROR_KINDS[scanner.getTokenError()];
    if (error === undefined) return;
    if (error === "unclosed-string") unclosedString();
    else report(error);
  }

  /** The scanner stops at the end of the line. The string often ends before: at a curly quote, or at a last comma. */
  function unclosedString(): void {
    const raw = text.slice(lexer.start + 1, lexer.end);
    const curly = [...raw].findIndex((character) => DOUBLE_QUOTES.includes(character));
    if (curly >= 0) {
      endAt(lexer.start + 1 + curly + 1);
      lexer.text = raw.slice(0, curly);
      report("curly-quote", JSON.stringify(lexer.text));
      return;
    }
    const content = raw.replace(/[\s,]+$/, "");
    endAt(lexer.start + 1 + content.length);
    lexer.text = content;
    report("unclosed-string", `"${content}"`, false);
  }

  /** Reads what is no JSON token; false where it is to be passed over. */
  function unknown(): boolean {
    const first = text[lexer.start] ?? "";
    UNUSUAL_BLANK.lastIndex = lexer.start;
    if (UNUSUAL_BLANK.test(text)) {
      endAt(UNUSUAL_BLANK.lastIndex);
      report("blank-character", " ");
      return false;
    }
    if (first === "#") {
      endAt(endOfLine());
      comment("hash-comment");
      return false;
    }
    const punctuation = FULL_WIDTH[first];
    if (punctuation !== undefined) {
      endAt(lexer.start + 1);
      report("full-width-punctuation", punctuation);
      lexer.kind = punctuation;
      return true;
    }
    if (DOUBLE_QUOTES.includes(first)) return quoted("curly-quote", `${DOUBLE_QUOTES}"`);
    if (SINGLE_QUOTES.includes(first)) return quoted("single-quote", SINGLE_QUOTES);
    return word();
  }

  function quoted(kind: "curly-quote" | "single-quote", closers: string): boolean {
    let end = lexer.start + 1;
    const stop = endOfLine();
    while (end < stop && !closers.includes(text[end] ?? "")) end++;
    if (end === stop) return word();
    lexer.kind = "string";
    lexer.text = text.slice(lexer.start + 1, end);
    endAt(end + 1);
    report(kind, JSON.stringify(lexer.text));
    return true;
  }

  function word(): boolean {
    WORD.lastIndex = lexer.start;
    endAt(WORD.test(text) ? WORD.lastIndex : lexer.start + 1);
    lexer.kind = "word";
    lexer.text = text.slice(lexer.start, lexer.end);
    report("unquoted-word", JSON.stringify(lexer.text), false);
    return true;
  }

  function endAt(offset: number): void {
    lexer.end = offset;
    scanner.setPosition(offset);
  }

  function endOfLine(): number {
    let end = lexer.start;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    return end;
  }

  return lexer;
}
