// The edits that take single actions out of a statement, each right by itself and together with the others.
import type { TextEdit } from "../text/edit.js";
import { itemRemovals } from "../text/remove-items.js";
import type { Value } from "../text/value.js";
import type { Statement } from "./model.js";

/** None for an action that stands without a list: its element would be left empty. */
export function actionRemovals(
  { elements }: Statement,
  removed: ReadonlySet<Value>,
): ReadonlyMap<Value, TextEdit> {
  const edits = new Map<Value, TextEdit>();
  for (const { rule, value } of elements) {
    if (rule?.role !== "action" || value?.kind !== "list") continue;
    // Where all of a list would go, what covers them stands in another element of the same name.
    if (value.items.every((item) => removed.has(item))) continue;
    for (const [item, edit] of itemRemovals(value, removed)) edits.set(item, edit);
  }
  return edits;
}
