// Finds stray blanks in the operators and keys of conditions. All other checks read the names without them, so each
// says what it has to say besides.
import { writtenAmong } from "../policy/condition.js";
import { withoutStrayBlanks } from "../policy/stray-blanks.js";
import type { StringValue } from "../text/value.js";
import { defineCheck } from "./check.js";

export const conditionKeyBlank = defineCheck({
  id: "condition-key-blank",
  title: "Operator or condition key has a stray blank",
  category: "condition",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    operator: 'The operator "{name}" has a stray blank in it',
    key: 'The condition key "{name}" has a stray blank in it',
    write: 'Write "{meant}"',
  },

  *run({ statements }) {
    for (const { operators } of statements) {
      const isOperator = writtenAmong(operators);
      for (const operator of operators) {
        yield* blankIn(operator.key, "operator", isOperator);
        const isKey = writtenAmong(operator.keys);
        for (const { key } of operator.keys) yield* blankIn(key, "key", isKey);
      }
    }
  },
});

function* blankIn(
  { span, text }: StringValue,
  message: "operator" | "key",
  isWritten: (name: string) => boolean,
) {
  const meant = withoutStrayBlanks(text);
  if (meant === text || meant === "") return;
  const fix = { title: "write", safety: "safe", edits: [{ span, text: JSON.stringify(meant) }] } as const;
  yield {
    span,
    message,
    values: { name: text, meant },
    // Two of one name would be another fault.
    fixes: isWritten(meant) ? [] : [fix],
  };
}
