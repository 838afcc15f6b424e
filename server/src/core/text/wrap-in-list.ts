// Puts the brackets of a list around a value.
import type { TextEdit } from "./edit.js";
import { type Span, spanOf } from "./span.js";

export function wrapInList(span: Span): readonly TextEdit[] {
  return [
    { span: spanOf(span.start, span.start), text: "[" },
    { span: spanOf(span.end, span.end), text: "]" },
  ];
}
