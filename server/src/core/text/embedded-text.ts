// A text that stands as a string inside of another: what is found in it, and what is changed in it, is carried
// over to the characters of the outer text, escapes included.
import type { TextEdit } from "./edit.js";
import { NOWHERE, type Span, spanOf } from "./span.js";
import { characterOf, ESCAPE } from "./string-text.js";
import type { StringValue } from "./value.js";

export interface EmbeddedText {
  /** Decoded: what the characters of the string stand for. */
  readonly text: string;
  /** Of the string in the outer text, quotes included. */
  readonly span: Span;
  readonly toOuter: (inner: Span) => Span;
  /** The edit of the outer text that has this effect inside; what it writes is escaped. */
  readonly editOuter: (edit: TextEdit) => TextEdit;
  /** The offset inside; undefined where the outer one is not between the quotes. */
  readonly toInner: (outer: number) => number | undefined;
}

/** `outer` is the text that the string's span is of; empty where values were read without places. */
export function readEmbeddedText(value: StringValue, outer: string): EmbeddedText {
  if (outer === "" || value.span === NOWHERE) return nowhere(value);
  const start = value.span.start + 1;
  const raw = withoutClosingQuote(outer.slice(start, value.span.end));
  const { text, starts } = decode(raw);
  const toOuter = (offset: number) => start + (starts[Math.min(offset, starts.length - 1)] ?? raw.length);
  const spanToOuter = (inner: Span) => spanOf(toOuter(inner.start), toOuter(inner.end));
  return {
    text,
    span: value.span,
    toOuter: spanToOuter,
    editOuter: (edit) => ({ span: spanToOuter(edit.span), text: escapeJson(edit.text) }),
    toInner(offset) {
      if (offset < start || offset > start + raw.length) return undefined;
      return lastAtOrBefore(starts, offset - start);
    },
  };
}

/** As it stands between the quotes of a JSON string. */
export function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function nowhere({ text }: StringValue): EmbeddedText {
  return {
    text,
    span: NOWHERE,
    toOuter: () => NOWHERE,
    editOuter: (edit) => ({ span: NOWHERE, text: escapeJson(edit.text) }),
    toInner: () => undefined,
  };
}

/** A string that breaks off has none; one behind a backslash belongs to the text. */
function withoutClosingQuote(rest: string): string {
  const last = /(\\*)["'“”＂]$/.exec(rest);
  return last !== null && (last[1]?.length ?? 0) % 2 === 0 ? rest.slice(0, -1) : rest;
}

/** `starts[i]` is where the unit `i` of the decoded text is written, and the last one is the end. */
function decode(raw: string): { readonly text: string; readonly starts: Int32Array } {
  const starts = new Int32Array(raw.length + 1);
  let length = 0;
  let text = "";
  let from = 0;
  const copyUntil = (end: number) => {
    for (let at = from; at < end; at++) starts[length++] = at;
    text += raw.slice(from, end);
  };
  for (const { 0: whole, 1: code, 2: character = "", index } of raw.matchAll(ESCAPE)) {
    copyUntil(index);
    const meant = characterOf(code, character);
    for (let unit = 0; unit < meant.length; unit++) starts[length++] = index;
    text += meant;
    from = index + whole.length;
  }
  copyUntil(raw.length);
  starts[length] = raw.length;
  return { text, starts: starts.subarray(0, length + 1) };
}

/** The index of the last entry that is not greater; entries are sorted. */
function lastAtOrBefore(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
