// Puts items into a list, or several in the place of one, in the layout that the list has.
import type { TextEdit } from "./edit.js";
import { gapBefore } from "./style.js";
import type { ListValue, Value } from "./value.js";

/**
 * Writes texts in the place of a value: an item of the list, or the only value where there is no list yet.
 * Several texts for a lone value make a list of it.
 */
export function replaceWithItems(
  text: string,
  list: ListValue | undefined,
  value: Value,
  items: readonly string[],
): TextEdit {
  if (list === undefined) return { span: value.span, text: `[${items.join(", ")}]` };
  return { span: value.span, text: items.join(`,${gapOf(text, list)}`) };
}

/** What stands before each item: a line break with indentation, or a blank. */
function gapOf(text: string, { items }: ListValue): string {
  const [first, second] = items;
  const gap = gapBefore(text, (second ?? first)?.span.start ?? 0);
  return second !== undefined || gap.includes("\n") ? gap : " ";
}
