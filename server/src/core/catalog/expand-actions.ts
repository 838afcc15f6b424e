// The edit that writes the actions which a pattern reaches in its place.
import type { Statement } from "../policy/model.js";
import type { TextEdit } from "../text/edit.js";
import { replaceWithItems } from "../text/insert-items.js";
import type { ListValue, StringValue } from "../text/value.js";
import type { Action, DialectCatalog } from "./catalog.js";
import { namedResources } from "./resources.js";

export interface Expansion extends TextEdit {
  /** The actions that it writes. */
  readonly names: readonly string[];
}

/**
 * For the patterns of a statement that are to be expanded, one or all of them. What another action of the statement
 * grants already is not written again. No edit where nothing would be left, where the pattern is of every service,
 * or where the names alone are too long for a policy.
 */
export function expandActions(
  text: string,
  statement: Statement,
  expanded: ReadonlySet<StringValue>,
  facts: DialectCatalog,
): (pattern: StringValue) => Expansion | undefined {
  const { elements, actions } = statement;
  const written = new Set<Action>();
  for (const action of actions) {
    if (!expanded.has(action)) for (const reached of facts.action(action.text).reached) written.add(reached);
  }
  const lists = new Map<unknown, ListValue>();
  for (const { rule, value } of elements) {
    if (rule?.role !== "action" || value?.kind !== "list") continue;
    for (const item of value.items) if (item.kind === "string" && expanded.has(item)) lists.set(item, value);
  }
  const edits = new Map<StringValue, Expansion>();
  const isNamed = namedResources(facts, statement) !== undefined;
  for (const pattern of expanded) {
    const { reading, reached } = facts.action(pattern.text);
    if (reading.kind !== "action" || reading.service === "*") continue;
    const names = reached.filter(
      (action) =>
        !written.has(action) &&
        action.exampleOnly !== true &&
        // Over named resources it has no effect.
        !(isNamed && action.level === "operation"),
    );
    for (const action of names) written.add(action);
    const items = names.map(({ fullName }) => JSON.stringify(`${reading.prefix}${fullName}`));
    if (items.length === 0 || items.join(",").length > facts.dialect.limits.policyLength) continue;
    const edit = replaceWithItems(text, lists.get(pattern), pattern, items);
    edits.set(pattern, { ...edit, names: names.map(({ fullName }) => fullName) });
  }
  return (pattern) => edits.get(pattern);
}
