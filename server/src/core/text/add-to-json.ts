// Adds to a JSON text without touching what is there: its layout and comments stay as they are.
import type { TextEdit } from "./edit.js";
import { insertEntry } from "./insert-entry.js";
import { type Span, spanOf } from "./span.js";
import { gapBefore, gapBetween } from "./style.js";
import { entryOf, type ListValue, type MapValue, type Value } from "./value.js";

/** An item at the end of a list, on a line of its own where the others stand so. */
export function appendItem(text: string, list: ListValue, item: string, gapOfList: string): TextEdit[] {
  const last = list.items.at(-1);
  if (last === undefined) return [{ span: list.span, text: listOf(item, gapOfList) }];
  const gap = gapBefore(text, last.span.start);
  const separator = gap === "" ? " " : gap;
  // A remark behind the last item stays with it.
  const remark = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(text.slice(last.span.end))?.[0] ?? "";
  if (remark === "") return [insertAt(last.span.end, `,${separator}${item}`)];
  return [insertAt(last.span.end, ","), insertAt(last.span.end + remark.length, `${separator}${item}`)];
}

/**
 * Sets what stands under a key; `write` is given the gap between the entries of the map, which says how deep
 * and on which lines things stand.
 */
export function setEntry(
  text: string,
  map: MapValue,
  key: string,
  write: (gap: string) => string,
): TextEdit[] {
  const value = entryOf(map, key)?.value;
  const gap = gapBetween(text, map);
  if (value !== undefined) return [{ span: value.span, text: write(gap) }];
  const after = map.entries.at(-1);
  return [insertEntry(text, map, { key, value: write(gap), after })];
}

/** Whether the value is not there, or of this kind. */
export function mayHold(value: Value | undefined, kind: "map" | "list"): boolean {
  return value === undefined || value.kind === kind;
}

export function listOf(item: string, gap: string): string {
  return gap.includes("\n") ? `[${deeper(gap)}${item}${gap}]` : `[${item}]`;
}

export function mapOf(key: string, value: string, gap: string): string {
  const entry = `${JSON.stringify(key)}: ${value}`;
  return gap.includes("\n") ? `{${deeper(gap)}${entry}${gap}}` : `{ ${entry} }`;
}

/** Entries of the document itself stand one step in. */
function deeper(gap: string): string {
  const indentation = gap.slice(gap.lastIndexOf("\n") + 1);
  return gap + (indentation === "" ? "  " : indentation);
}

function insertAt(offset: number, text: string): TextEdit {
  const span: Span = spanOf(offset, offset);
  return { span, text };
}
