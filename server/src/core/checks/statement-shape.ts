// Finds a statement element that is no list, an empty list of statements, and entries that are no objects.
import { placeOf } from "../policy/walk.js";
import type { Value } from "../text/value.js";
import { wrapInList } from "../text/wrap-in-list.js";
import { defineCheck } from "./check.js";

export const statementShape = defineCheck({
  id: "statement-shape",
  title: "Statements are not a list of objects",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  needs: { slip: true },
  messages: {
    object: '"{name}" is one object, not a list of objects',
    scalar: '"{name}" is {found}, not a list of objects',
    empty: '"{name}" is an empty list',
    entry: 'Entry {number} of "{name}" is {found}, not an object',
    "entry-list": 'Entry {number} of "{name}" is a list, not an object',
    wrap: "Put brackets around the statement",
  },

  *run({ elements }) {
    for (const { value, rule } of elements) {
      if (rule?.role !== "statement" || value === undefined) continue;
      const { name } = rule;
      if (value.kind === "map") {
        yield {
          span: placeOf(value),
          message: "object",
          values: { name },
          ...(rule.tolerated === "map" && { severity: "warning" }),
          fixes: [{ title: "wrap", safety: "safe", edits: wrapInList(value.span) }],
        };
      } else if (value.kind !== "list") {
        yield { span: value.span, message: "scalar", values: { name, found: wordsFor(value) } };
      } else if (value.items.length === 0) {
        yield { span: placeOf(value), message: "empty", values: { name } };
      } else {
        for (const [index, item] of value.items.entries()) {
          if (item.kind === "map") continue;
          const values = { name, number: index + 1, found: wordsFor(item) };
          yield { span: placeOf(item), message: item.kind === "list" ? "entry-list" : "entry", values };
        }
      }
    }
  },
});

function wordsFor(value: Value): string {
  if (value.kind === "list" || value.kind === "map") return "";
  return value.kind === "string" ? JSON.stringify(value.text) : value.text;
}
