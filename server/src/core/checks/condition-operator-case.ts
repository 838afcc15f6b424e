// Finds condition operators in another case than documented, where the service is thought to take them so.
// Where case counts, such an operator is unknown.
import { findOperator } from "../catalog/conditions.js";
import { writtenAmong } from "../policy/condition.js";
import { writeOperatorName } from "../policy/operator-name.js";
import { defineCheck } from "./check.js";

export const conditionOperatorCase = defineCheck({
  id: "condition-operator-case",
  title: "Operator is written in another case than documented",
  category: "condition",
  severity: "hint",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["safe"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    case: '"{name}" is documented as "{meant}"',
    write: 'Write "{meant}"',
  },

  *run({ statements, dialect }, { facts }) {
    for (const { operators } of statements) {
      const isWritten = writtenAmong(operators);
      for (const { key, name } of operators) {
        const operator = findOperator(name, facts);
        if (operator === undefined) continue;
        const meant = writeOperatorName(operator.name, name, dialect);
        if (`${name.prefix}${name.base}${name.suffix}` === meant) continue;
        const edits = [{ span: key.span, text: JSON.stringify(meant) }];
        yield {
          span: key.span,
          message: "case",
          values: { name: key.text, meant },
          // Two operators of one name would be another fault.
          ...(!isWritten(meant) && { fixes: [{ title: "write", safety: "safe", edits }] }),
        };
      }
    }
  },
});
