// The edits that take statements out of a policy, each right by itself and together with the others.
import type { TextEdit } from "../text/edit.js";
import { itemRemovals } from "../text/remove-items.js";
import type { Value } from "../text/value.js";
import type { Policy, Statement } from "./model.js";

/** None for a statement that stands without a list, nor where nothing of the list would stay. */
export function statementRemovals(
  { elements }: Policy,
  removed: readonly Statement[],
): ReadonlyMap<Statement, TextEdit> {
  const values = new Map<Value, Statement>(removed.map((statement) => [statement.value, statement]));
  const edits = new Map<Statement, TextEdit>();
  for (const { rule, value } of elements) {
    if (rule?.role !== "statement" || value?.kind !== "list") continue;
    if (value.items.every((item) => values.has(item))) continue;
    for (const [item, edit] of itemRemovals(value, new Set(values.keys()))) {
      const statement = values.get(item);
      if (statement !== undefined) edits.set(statement, edit);
    }
  }
  return edits;
}
