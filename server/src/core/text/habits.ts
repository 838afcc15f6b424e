// Reads what people paste from web pages and other languages (curly quotes, full-width punctuation, `#` lines,
// words without quotes, strings that were not closed) as the token that was meant, and reports it.
import {
  BACKSLASH,
  DOUBLE_QUOTES,
  endOfLine,
  isBlank,
  isLineEnd,
  isUnusualBlank,
  isWordPart,
  PUNCTUATION,
  QUOTE,
  SINGLE_QUOTES,
  skipBlanks,
} from "./characters.js";
import type { TokenKind } from "./lexer.js";
import { type ProblemLog, replacement } from "./problem-log.js";
import { spanOf } from "./span.js";
import { decodeEscapes } from "./string-text.js";

export type Token =
  | { readonly kind: "blank"; readonly end: number }
  | { readonly kind: TokenKind; readonly end: number; readonly text: string };

type Meaningful = Exclude<Token, { kind: "blank" }>;

/** Reads one token, or something to be passed over, where no JSON token starts. */
export function readHabit(text: string, start: number, log: ProblemLog): Token {
  if (isUnusualBlank(text.charCodeAt(start))) {
    let end = start + 1;
    while (isUnusualBlank(text.charCodeAt(end))) end++;
    const span = spanOf(start, end);
    log.report("blank-character", span, { safe: [replacement(span, " ")] });
    return { kind: "blank", end };
  }
  const first = text.charAt(start);
  if (first === "#") {
    const span = spanOf(start, endOfLine(text, start));
    log.report("hash-comment", span, { safe: [replacement(span, "")] });
    return { kind: "blank", end: span.end };
  }
  if (text.startsWith("```", start)) return readFence(text, start, log);
  if (DOUBLE_QUOTES.includes(first)) return readQuoted(text, start, "curly-quote", log);
  if (SINGLE_QUOTES.includes(first)) return readQuoted(text, start, "single-quote", log);
  return readPunctuation(text, start, log) ?? readWord(text, start, log);
}

function readPunctuation(text: string, start: number, log: ProblemLog): Meaningful | undefined {
  const found = text.charAt(start);
  const meant = PUNCTUATION[found];
  if (meant === undefined) return undefined;
  // `=>` and `==` are one sign.
  const isDouble = found === "=" && /[=>]/.test(text.charAt(start + 1));
  const span = spanOf(start, isDouble ? start + 2 : start + 1);
  const kind = found < "\u0080" ? "wrong-punctuation" : "full-width-punctuation";
  log.report(kind, span, { safe: [replacement(span, meant)] });
  return { kind: meant, end: span.end, text: "" };
}

/** The fence of a code block, with the language after it. */
function readFence(text: string, start: number, log: ProblemLog): Meaningful {
  let end = start + 3;
  while (/[`A-Za-z0-9_-]/.test(text.charAt(end))) end++;
  return word(text, start, end, log);
}

/** A string between curly or single quotes; on one line, or it is read as a string that was not closed. */
function readQuoted(
  text: string,
  start: number,
  kind: "curly-quote" | "single-quote",
  log: ProblemLog,
): Meaningful {
  const closers = kind === "curly-quote" ? `${DOUBLE_QUOTES}"` : SINGLE_QUOTES;
  let end = start + 1;
  while (end < text.length && !closers.includes(text.charAt(end))) {
    if (isLineEnd(text.charCodeAt(end))) return readUnclosedString(text, start, end, log);
    end += text.charCodeAt(end) === BACKSLASH && text.charCodeAt(end + 1) >= 32 ? 2 : 1;
  }
  if (end >= text.length) return readUnclosedString(text, start, text.length, log);
  return quoted(text, start, end, kind, log);
}

function quoted(
  text: string,
  start: number,
  closing: number,
  kind: "curly-quote" | "single-quote",
  log: ProblemLog,
): Meaningful {
  const span = spanOf(start, closing + 1);
  const content = decodeEscapes(text.slice(start + 1, closing));
  log.report(kind, span, { safe: [replacement(span, JSON.stringify(content))] });
  return { kind: "string", end: span.end, text: content };
}

/** A string that is open at the end of its line: it ends before the punctuation that closes the line. */
export function readUnclosedString(
  text: string,
  start: number,
  lineEnd: number,
  log: ProblemLog,
): Meaningful {
  let end = lineEnd;
  const mayHoldBraces = text.slice(start, lineEnd).includes("{");
  while (end > start + 1) {
    const last = text.charAt(end - 1);
    if (!isBlank(text.charCodeAt(end - 1)) && !",;]}".includes(last)) break;
    if (last === "}" && mayHoldBraces) break;
    end--;
  }
  return unclosed(text, start, end, log);
}

function unclosed(text: string, start: number, end: number, log: ProblemLog): Meaningful {
  const span = spanOf(start, end);
  const content = decodeEscapes(text.slice(start + 1, end));
  log.report("unclosed-string", span, { unsafe: [replacement(span, JSON.stringify(content))] });
  return { kind: "string", end, text: content };
}

/**
 * A string that ends where no string should: before a letter, or with its line. Then it was closed by a curly
 * quote (`"effect”: "allow"`), or not at all (`"effect: "allow"`), and the quote belongs to the next one.
 */
export function readSuspiciousString(
  text: string,
  start: number,
  closing: number,
  log: ProblemLog,
): Meaningful | undefined {
  const content = text.slice(start + 1, closing);
  const curly = content.search(CURLY);
  if (curly >= 0) return quoted(text, start, start + 1 + curly, "curly-quote", log);
  if (text.charCodeAt(closing) !== QUOTE || !isWordPart(text.charCodeAt(closing + 1))) return undefined;
  let end = content.length;
  while (end > 0 && isBlank(content.charCodeAt(end - 1))) end--;
  if (end === 0 || !",:".includes(content.charAt(end - 1))) return undefined;
  return unclosed(text, start, start + end, log);
}

const CURLY = new RegExp(`[${DOUBLE_QUOTES}]`);

function readWord(text: string, start: number, log: ProblemLog): Meaningful {
  let end = start + 1;
  while (isWordPart(text.charCodeAt(end)) && !startsComment(text, end)) end++;
  const found = text.slice(start, end);
  if (found === "true" || found === "false" || found === "null") return { kind: found, end, text: found };
  const span = spanOf(start, end);
  const literal = LITERALS.get(found) ?? LITERALS.get(found.toLowerCase());
  if (literal !== undefined) {
    log.report("misspelled-literal", span, { safe: [replacement(span, literal)] });
    return { kind: literal, end, text: literal };
  }
  if (end - start < 100 && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d*)?$/.test(found)) {
    log.report("invalid-number", span);
    return { kind: "number", end, text: found };
  }
  return word(text, start, closesWord(text, end) ? end + 1 : end, log);
}

function word(text: string, start: number, end: number, log: ProblemLog): Meaningful {
  const span = spanOf(start, end);
  const found = text.slice(start, end).replace(/"$/, "");
  log.report("unquoted-word", span, { unsafe: [replacement(span, JSON.stringify(found))] });
  return { kind: "word", end, text: found };
}

/** Where a word ends that may hold colons, as actions and resources do: `qcs::im::uin/1:sdkappid/2`. */
export function endOfJoinedWord(text: string, wordEnd: number): number {
  let end = wordEnd;
  for (;;) {
    let next = end;
    while (COLONS.includes(text.charAt(next)) && next < text.length) next++;
    if (next === end || !isWordPart(text.charCodeAt(next)) || startsComment(text, next)) break;
    end = next;
    while (isWordPart(text.charCodeAt(end)) && (!startsComment(text, end) || isAnyId(text, end))) end++;
  }
  return end > wordEnd && closesWord(text, end) ? end + 1 : end;
}

/** `sdkappid/*` at the end of a value. */
function isAnyId(text: string, offset: number): boolean {
  return /^\/\*[",\]}\r\n]/.test(text.slice(offset, offset + 3));
}

const COLONS = ":：";

const LITERALS: ReadonlyMap<string, "true" | "false" | "null"> = new Map([
  ["true", "true"],
  ["false", "false"],
  ["null", "null"],
  ["None", "null"],
  ["nil", "null"],
]);

function startsComment(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 47 && /[/*]/.test(text.charAt(offset + 1));
}

/** `effect": …`: the quote after a word closes it, for no string that starts there could be one. */
function closesWord(text: string, offset: number): boolean {
  if (text.charCodeAt(offset) !== QUOTE) return false;
  const following = skipBlanks(text, offset + 1);
  return following >= text.length || ",:]}".includes(text.charAt(following));
}
