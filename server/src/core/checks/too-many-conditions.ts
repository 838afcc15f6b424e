// Finds conditions with more operators, and operators with more keys, than the service takes. All of them must
// hold, so no split of the statement would say the same.
import { defineCheck } from "./check.js";

export const tooManyConditions = defineCheck({
  id: "too-many-conditions",
  title: "Too many conditions in one statement",
  category: "condition",
  severity: "error",
  // No source says whether the service counts operators or keys as conditions.
  confidence: "medium",
  since: "0.1.0",
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    operators: '"{name}" has {count} operators, {title} takes at most {limit}',
    keys: '"{name}" has {count} keys, {title} takes at most {limit}',
  },

  *run({ statements, dialect: { title, limits } }) {
    const { conditions = Number.POSITIVE_INFINITY, conditionKeys = Number.POSITIVE_INFINITY } = limits;
    for (const { elements } of statements) {
      for (const { key, value, rule } of elements) {
        if (rule?.role !== "condition" || value?.kind !== "map") continue;
        const { entries } = value;
        if (entries.length > conditions) {
          const values = { name: key.text, count: entries.length, limit: conditions, title };
          yield { span: key.span, message: "operators", values };
        }
        for (const { key: operator, value: keys } of entries) {
          if (keys?.kind !== "map" || keys.entries.length <= conditionKeys) continue;
          const count = keys.entries.length;
          const values = { name: operator.text, count, limit: conditionKeys, title };
          yield { span: operator.span, message: "keys", values };
        }
      }
    }
  },
});
