// The edit that adds actions to a statement, behind those that it has.
import type { TextEdit } from "../text/edit.js";
import { replaceWithItems } from "../text/insert-items.js";
import type { Policy, Statement } from "./model.js";

/**
 * It writes the last action anew, so that the same edit, offered more than once, is made once. None where the
 * statement names resources, which may not suit the new actions, or has no room for them.
 */
export function addActions(
  text: string,
  { dialect }: Policy,
  { actions, elements, resource }: Statement,
  added: readonly string[],
): TextEdit | undefined {
  const holders = elements.filter(({ rule }) => rule?.role === "action");
  const last = actions.at(-1);
  const value = holders[0]?.value;
  if (last === undefined || value === undefined || holders.length > 1 || resource !== undefined)
    return undefined;
  if (actions.length + added.length > (dialect.limits.actions ?? Number.POSITIVE_INFINITY)) return undefined;
  const written = text.slice(last.span.start, last.span.end);
  const items = added.map((action) => JSON.stringify(action));
  return replaceWithItems(text, value.kind === "list" ? value : undefined, last, [written, ...items]);
}
