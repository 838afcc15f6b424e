// What a person has written of a string so far: its characters around the cursor, and which quotes are there.
import { decodeEscapes, type Span, spanOf, type Value } from "../../core/index.js";

export interface Written {
  /** What an accepted proposal replaces; quotes that are there are not part of it. */
  readonly span: Span;
  /** What stands there, decoded. */
  readonly text: string;
  /** How much of `text` stands before the cursor. */
  readonly at: number;
  /** Characters of the span that no proposal has, such as a curly quote: editors filter by them. */
  readonly lead: string;
  /** An opening quote stands before the span. */
  readonly opened: boolean;
  /** A closing quote stands behind it. */
  readonly closed: boolean;
}

/** Undefined where the cursor is not inside a string or word, or stands outside its quotes. */
export function writtenIn(value: Value, text: string, offset: number): Written | undefined {
  const { start, end } = value.span;
  if (offset < start || offset > end) return undefined;
  if (value.kind !== "string")
    return value.kind === "map" || value.kind === "list" ? undefined : wordAt(start, end, text, offset);
  if (text[start] !== '"') return quotedOtherwise(start, end, text, offset);
  if (offset === start) return undefined;
  const closed = end - start > 1 && text[end - 1] === '"' && !isEscaped(text, end - 1, start + 1);
  if (closed && offset === end) return undefined;
  const contentEnd = closed ? end - 1 : unclosedEnd(text, offset, end);
  return {
    span: spanOf(start + 1, contentEnd),
    text: decodeEscapes(text.slice(start + 1, contentEnd)),
    at: decodeEscapes(text.slice(start + 1, offset)).length,
    lead: "",
    opened: true,
    closed,
  };
}

/** Nothing is written yet. */
export function emptyAt(offset: number): Written {
  return { span: spanOf(offset, offset), text: "", at: 0, lead: "", opened: false, closed: false };
}

/** The place in a document that has nothing but blanks; undefined in any other. */
export function blankAt(text: string, offset: number): Written | undefined {
  return /[^\s\ufeff]/.test(text) ? undefined : emptyAt(offset);
}

/** Where the decoded string's character stands in the text. */
export function offsetOf(written: Written, text: string, index: number): number {
  let offset = written.span.start + written.lead.length;
  for (let count = 0; count < index && offset < written.span.end; count++) {
    const code = /^\\(?:u[0-9a-fA-F]{4}|[\s\S])/.exec(text.slice(offset, offset + 6));
    offset += code === null ? 1 : code[0].length;
  }
  return Math.min(offset, written.span.end);
}

function wordAt(start: number, end: number, text: string, offset: number): Written {
  return {
    span: spanOf(start, end),
    text: text.slice(start, end),
    at: offset - start,
    lead: "",
    opened: false,
    closed: false,
  };
}

/** A word without quotes, or a string in curly or single quotes: all of it is replaced. */
function quotedOtherwise(start: number, end: number, text: string, offset: number): Written | undefined {
  const quoted = /^["“”„‟＂'‘’‚‛`´]/.test(text.slice(start, end));
  if (!quoted) return wordAt(start, end, text, offset);
  if (offset === start || (offset === end && end - start > 1)) return undefined;
  const content = text.slice(start + 1, end - 1);
  return {
    span: spanOf(start, end),
    text: content,
    at: offset - start - 1,
    lead: text.slice(start, start + 1),
    opened: false,
    closed: false,
  };
}

/** Brackets behind the cursor belong to the text around: only the closing quote is missing. */
function unclosedEnd(text: string, offset: number, end: number): number {
  return /^[\s,}\]]*$/.test(text.slice(offset, end)) ? Math.max(offset, 0) : end;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let backslashes = 0;
  while (at - 1 - backslashes >= from && text[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}
