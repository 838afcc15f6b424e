// Finds principals in custom policies. Documents that need one, such as the trust policies of roles, are left to
// `trust-policy`.
import type { Element } from "../policy/model.js";
import { removeEntry } from "../text/remove-entry.js";
import { itemsOf, type MapValue, type Value } from "../text/value.js";
import { defineCheck, type FixSafety } from "./check.js";

export const principalNotAllowed = defineCheck({
  id: "principal-not-allowed",
  title: "Principal in a custom policy",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  perStatement: true,
  needs: { role: "principal" },
  messages: {
    policy: 'A custom policy of {title} has no "{name}": it is for those that it is granted to',
    statement:
      'A statement in a custom policy of {title} has no "{name}": it is for those that it is granted to',
    remove: 'Remove "{name}"',
  },

  *run({ value, elements, statements, dialect }, { text }) {
    yield* inMap(value, elements, "policy");
    for (const statement of statements) yield* inMap(statement.value, statement.elements, "statement");

    function* inMap(map: MapValue, written: readonly Element[], message: "policy" | "statement") {
      for (const [index, element] of written.entries()) {
        if (element.rule?.role !== "principal" || element.rule.reserved !== true) continue;
        const { key, entry } = element;
        // Without a principal that names somebody, the statement would be for more people than its author wanted.
        const safety: FixSafety = isEverybody(element.value) ? "safe" : "unsafe";
        const edits = [removeEntry(text, map, entry, index)];
        yield {
          span: key.span,
          message,
          values: { title: dialect.title, name: key.text },
          fixes: [{ title: "remove", safety, edits }],
        } as const;
      }
    }
  },
});

/** `"*"`, or a map of one kind of principal with that. */
function isEverybody(value: Value | undefined): boolean {
  const inner = value?.kind === "map" && value.entries.length === 1 ? value.entries[0]?.value : value;
  const items = itemsOf(inner);
  return items.length > 0 && items.every((item) => item.kind === "string" && item.text === "*");
}
