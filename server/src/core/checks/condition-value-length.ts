// Finds values of conditions that are empty or longer than the cloud takes.
import { findOperator } from "../catalog/conditions.js";
import { operatorsOf } from "../policy/condition.js";
import { defineCheck } from "./check.js";

export const conditionValueLength = defineCheck({
  id: "condition-value-length",
  title: "Value is empty or too long",
  category: "condition",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  supersedes: ["condition-value-characters"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    empty: 'A value of "{key}" is empty, {title} takes 1 to {limit} characters',
    long: 'A value of "{key}" has {length} characters, {title} takes at most {limit}',
  },

  *run(policy, { facts }) {
    const { title, limits } = policy.dialect;
    const limit = limits.conditionValueLength;
    if (limit === undefined) return;
    for (const { name, keys } of operatorsOf(policy)) {
      if (findOperator(name, facts) === undefined) continue;
      for (const { key, values } of keys) {
        for (const { kind, text, span } of values) {
          // Pairs of code units count as one character.
          const length = text.length <= limit ? text.length : [...text].length;
          if (kind !== "string" || (length > 0 && length <= limit)) continue;
          const message = length === 0 ? "empty" : "long";
          yield { span, message, values: { key: key.text, length, limit, title } };
        }
      }
    }
  },
});
