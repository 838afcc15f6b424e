// Finds operators that compare values of another type than their keys have, such as text with an address.
import { canCompare, findKey, findOperator } from "../catalog/conditions.js";
import { operatorsOf } from "../policy/condition.js";
import { defineCheck } from "./check.js";

export const conditionOperatorMismatch = defineCheck({
  id: "condition-operator-mismatch",
  title: "Operator does not fit the condition key",
  category: "condition",
  severity: "error",
  confidence: "medium",
  since: "0.1.0",
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    mismatch: '"{name}" compares values of type {type}, and "{key}" is of type {keyType}',
    here: '"{key}" is of type {keyType}',
  },

  *run(policy, { facts }) {
    for (const { key: written, name, keys } of operatorsOf(policy)) {
      const operator = findOperator(name, facts);
      if (operator === undefined) continue;
      for (const { key, name: keyName } of keys) {
        const known = findKey(keyName, facts);
        if (known === undefined || canCompare(operator, known)) continue;
        yield {
          span: written.span,
          message: "mismatch",
          values: { name: written.text, type: operator.type, key: key.text, keyType: known.type },
          related: [{ span: key.span, message: "here" }],
        };
      }
    }
  },
});
