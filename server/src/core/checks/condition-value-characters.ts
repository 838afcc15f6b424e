// Finds characters that the cloud's guide does not allow in the values of conditions. Wildcards of operators that
// match, and the colons of dates and addresses, are what these operators are for. Placeholders are left to others.
import { findOperator } from "../catalog/conditions.js";
import type { OperatorData } from "../catalog/data.js";
import { operatorsOf } from "../policy/condition.js";
import { fillPlaceholders } from "../policy/placeholders.js";
import { shortened } from "../text/shorten.js";
import { defineCheck } from "./check.js";

export const conditionValueCharacters = defineCheck({
  id: "condition-value-characters",
  title: "Value has a character that is not allowed",
  category: "condition",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    character:
      '"{text}" has "{found}" in it, which the guide of {title} does not allow in values of conditions',
  },

  *run(policy, { facts }) {
    const { title, conditions: { strangeCharacter } = {} } = policy.dialect;
    if (strangeCharacter === undefined) return;
    for (const { name, keys } of operatorsOf(policy)) {
      const operator = findOperator(name, facts);
      if (operator === undefined) continue;
      const spared = sparedBy(operator);
      for (const { kind, text, span } of keys.flatMap(({ values }) => values)) {
        if (kind !== "string") continue;
        const found = strangeCharacter.exec(fillPlaceholders(text, "").replace(spared, ""))?.[0];
        if (found === undefined) continue;
        yield { span, message: "character", values: { text: shortened(text), found, title } };
      }
    }
  },
});

/** An offset from UTC starts with a plus. */
function sparedBy({ type, wildcards }: OperatorData): RegExp | "" {
  if (wildcards !== undefined) return /[*?]/g;
  if (type === "date") return /[:+]/g;
  return type === "ip" ? /:/g : "";
}
