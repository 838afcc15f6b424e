// Finds conditions that are not operators with keys with values. Which operators and keys there are is left to
// `unknown-operator` and `unknown-condition-key`, a condition that holds nothing to `empty-list`.
import * as l10n from "@vscode/l10n";
import type { ConditionFault } from "../policy/condition.js";
import { placeOf } from "../policy/walk.js";
import type { TextEdit } from "../text/edit.js";
import { shortened } from "../text/shorten.js";
import type { Value } from "../text/value.js";
import { wrapInList } from "../text/wrap-in-list.js";
import { defineCheck } from "./check.js";

export const malformedCondition = defineCheck({
  id: "malformed-condition",
  title: "Condition is not well-formed",
  category: "condition",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    condition: '"{name}" is {found}, where operators with their keys are needed',
    operator: '"{name}" is {found}, where keys with their values are needed',
    empty: '"{name}" has no key to compare',
    bare: '"{name}" is {found}, where {title} needs a list of values',
    value: '"{name}" has {found} among its values, which are strings or numbers',
    "value-string": '"{name}" has {found} among its values, which are strings',
    unwrap: "Take the object out of the list",
    wrap: "Put brackets around the value",
  },

  *run({ statements, dialect }, { text }) {
    const { title, quotesConditionValues } = dialect;
    for (const { conditionFaults } of statements) {
      for (const fault of conditionFaults) {
        const { kind, key, value } = fault;
        const message = kind === "value" && quotesConditionValues === true ? "value-string" : kind;
        yield {
          span: placeOf(value),
          message,
          values: { name: key.text, found: shown(value), title },
          fixes: fixesFor(fault, text),
        };
      }
    }
  },
});

function fixesFor({ kind, value }: ConditionFault, text: string) {
  if (kind === "bare") return [{ title: "wrap", safety: "safe", edits: wrapped(value) }] as const;
  if ((kind !== "condition" && kind !== "operator") || value.kind !== "list" || text === "") return [];
  const [only, ...more] = value.items;
  if (only?.kind !== "map" || more.length > 0) return [];
  const edits = [{ span: value.span, text: text.slice(only.span.start, only.span.end) }];
  return [{ title: "unwrap", safety: "safe", edits }] as const;
}

/** The values of such a list are strings too. */
function wrapped(value: Value): readonly TextEdit[] {
  if (value.kind !== "number" && value.kind !== "boolean") return wrapInList(value.span);
  return [{ span: value.span, text: `["${value.text}"]` }];
}

function shown(value: Value): string {
  switch (value.kind) {
    case "list":
      return l10n.t("a list");
    case "map":
      return l10n.t("an object");
    case "string":
      return JSON.stringify(shortened(value.text));
    default:
      return value.text;
  }
}
