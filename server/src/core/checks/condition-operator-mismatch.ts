// Finds operators that compare values of another type than their keys have, such as text with an address.
import * as l10n from "@vscode/l10n";
import { canCompare, findKey, findOperator } from "../catalog/conditions.js";
import type { ValueType } from "../catalog/data.js";
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
          values: {
            name: written.text,
            type: typeName(operator.type),
            key: key.text,
            keyType: typeName(known.type),
          },
          related: [{ span: key.span, message: "here" }],
        };
      }
    }
  },
});

function typeName(type: ValueType): string {
  switch (type) {
    case "string":
      return l10n.t({ message: "string", args: {}, comment: ["type of condition values"] });
    case "number":
      return l10n.t({ message: "number", args: {}, comment: ["type of condition values"] });
    case "date":
      return l10n.t({ message: "date", args: {}, comment: ["type of condition values"] });
    case "ip":
      return l10n.t({ message: "ip", args: {}, comment: ["type of condition values"] });
    case "boolean":
      return l10n.t({ message: "boolean", args: {}, comment: ["type of condition values"] });
    case "binary":
      return l10n.t({ message: "binary", args: {}, comment: ["type of condition values"] });
    case "null":
      return l10n.t({ message: "null", args: {}, comment: ["type of condition values"] });
    case "tag":
      return l10n.t({ message: "tag", args: {}, comment: ["type of condition values"] });
  }
}
