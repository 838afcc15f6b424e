// The place of a part of a string in the text that holds it, for spans and edits of one segment.
import type { TextEdit } from "./edit.js";
import { readEmbeddedText } from "./embedded-text.js";
import { type Span, spanOf } from "./span.js";
import type { StringValue } from "./value.js";

/** `inner` are offsets in the decoded string. Where escapes shift them, all of the string is meant. */
export function spanInString(value: StringValue, inner: Span): Span {
  if (!isVerbatim(value)) return value.span;
  const start = value.span.start + 1;
  return spanOf(start + inner.start, start + inner.end);
}

/** The same with escapes too: `text` is the one that the string's span is of. */
export function partOfString(value: StringValue, inner: Span, text: string): Span {
  // An escape is longer than what it stands for, so at this length there is none.
  const isPlain = value.span.end - value.span.start === value.text.length + 2;
  if (!isPlain) return readEmbeddedText(value, text).toOuter(inner);
  return spanOf(value.span.start + 1 + inner.start, value.span.start + 1 + inner.end);
}

/** Replaces a part of a string and leaves the rest as it was written where that can be told. */
export function editInString(value: StringValue, inner: Span, text: string): TextEdit {
  if (isVerbatim(value) && isPlain(text)) return { span: spanInString(value, inner), text };
  const whole = value.text.slice(0, inner.start) + text + value.text.slice(inner.end);
  return { span: value.span, text: JSON.stringify(whole) };
}

/** Whether it stands in the text as it is read: an escape is always longer than what it stands for. */
function isVerbatim({ span, text }: StringValue): boolean {
  return span.end - span.start === text.length + 2 && isPlain(text);
}

function isPlain(text: string): boolean {
  return JSON.stringify(text).length === text.length + 2;
}
