// Removes an entry of a map together with the comma that it needs no longer.
import type { TextEdit } from "./edit.js";
import { spanOf } from "./span.js";
import type { Entry, MapValue } from "./value.js";

/** Those who walk through all entries give the index: looking for each would take for ever in a huge map. */
export function removeEntry(
  text: string,
  { entries }: MapValue,
  entry: Entry,
  index: number = entries.indexOf(entry),
): TextEdit {
  const next = entries[index + 1];
  if (next !== undefined) return { span: spanOf(entry.span.start, next.span.start), text: "" };
  const previous = entries[index - 1];
  // The last entry takes along the comma before it, and one behind it that was a fault.
  const behind = /^\s*,/.exec(text.slice(entry.span.end, entry.span.end + 100))?.[0].length ?? 0;
  return { span: spanOf(previous?.span.end ?? entry.span.start, entry.span.end + behind), text: "" };
}
