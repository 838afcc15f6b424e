// Removes items of a list together with the commas that they need no longer.
import type { TextEdit } from "./edit.js";
import { spanOf } from "./span.js";
import type { ListValue, Value } from "./value.js";

/** At least one item is expected to stay. The layout of those that do is kept. */
export function removeItems(list: ListValue, removed: ReadonlySet<Value>): readonly TextEdit[] {
  return [...itemRemovals(list, removed).values()];
}

/** The edit for each of the items: right by itself, and right together with any of the others. */
export function itemRemovals(list: ListValue, removed: ReadonlySet<Value>): ReadonlyMap<Value, TextEdit> {
  const edits = new Map<Value, TextEdit>();
  let keepsOne = false;
  list.items.forEach((item, at) => {
    if (!removed.has(item)) {
      keepsOne = true;
      return;
    }
    const previous = list.items[at - 1];
    const next = list.items[at + 1];
    // Before the first item that stays, the comma behind goes; after it, the comma before.
    if (keepsOne && previous !== undefined) {
      edits.set(item, { span: spanOf(previous.span.end, item.span.end), text: "" });
    } else if (next !== undefined) {
      edits.set(item, { span: spanOf(item.span.start, next.span.start), text: "" });
    }
  });
  return edits;
}
