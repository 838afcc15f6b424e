// Replacements in a text, as fixes and completions make them.
import type { Span } from "./span.js";

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Applies edits that were all made for the same text. An edit that overlaps an earlier one is left out, so
 * that the result is never torn; callers that care apply what is left in a further round.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let offset = 0;
  for (const edit of sorted) {
    if (edit.span.start < offset) continue;
    result += text.slice(offset, edit.span.start) + edit.text;
    offset = edit.span.end;
  }
  return result + text.slice(offset);
}
