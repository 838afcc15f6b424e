// Finds condition operators that the cloud does not have, and those that no page shows for the keys they compare.
// Other case is left to `condition-operator-case` where the service is thought to take it.
import type { DialectCatalog } from "../catalog/catalog.js";
import { findOperator, isOutOfPlace, serviceOfKey } from "../catalog/conditions.js";
import { createOperatorFinder, type OperatorFinder } from "../catalog/meant-operator.js";
import { type ConditionOperator, operatorsOf } from "../policy/condition.js";
import { writeOperatorName } from "../policy/operator-name.js";
import { shortened } from "../text/shorten.js";
import { defineCheck } from "./check.js";

export const unknownOperator = defineCheck({
  id: "unknown-operator",
  title: "Operator does not exist",
  category: "condition",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  supersedes: ["condition-operator-case"],
  fixable: ["unsafe"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    near: '"{name}" is no condition operator of {title}, did you mean "{meant}"',
    unknown: '"{name}" is no condition operator of {title}',
    key: '"{name}" is a condition key, where an operator is needed',
    suffix: '"{name}" ends with "{suffix}", which no operator that tests for an absent key does',
    place: '"{name}" is documented for keys of {service} only, and "{key}" is none',
    write: 'Write "{meant}"',
  },

  *run(policy, { facts }) {
    const meantBy = createOperatorFinder(facts);
    for (const operator of operatorsOf(policy)) {
      const fault = faultOf(operator, facts, meantBy);
      if (fault === undefined) continue;
      const { meant } = fault;
      const { span, text } = operator.key;
      yield {
        span,
        message: fault.message,
        values: { name: shortened(text), title: facts.dialect.title, ...fault.values, meant: meant ?? "" },
        ...(meant !== undefined && {
          fixes: [{ title: "write", safety: "unsafe", edits: [{ span, text: JSON.stringify(meant) }] }],
        }),
      };
    }
  },
});

interface Fault {
  readonly message: "near" | "unknown" | "key" | "suffix" | "place";
  readonly meant: string | undefined;
  readonly values?: Readonly<Record<string, string>>;
}

function faultOf(
  { key, name, keys }: ConditionOperator,
  facts: DialectCatalog,
  meantBy: OperatorFinder,
): Fault | undefined {
  const operator = findOperator(name, facts);
  if (operator === undefined) {
    if (facts.keys.has(key.text)) return { message: "key", meant: undefined };
    const meant = meantBy(key.text, (other) => keys.every((compared) => !isOutOfPlace(other, compared.name)));
    return { message: meant === undefined ? "unknown" : "near", meant };
  }
  if (operator.type === "null" && name.ifExists) {
    const meant = writeOperatorName(operator.name, { ...name, ifExists: false }, facts.dialect);
    return { message: "suffix", meant, values: { suffix: name.suffix } };
  }
  const elsewhere = keys.find((compared) => isOutOfPlace(operator, compared.name));
  if (elsewhere === undefined) return undefined;
  const meant = meantBy(key.text, (other) => !isOutOfPlace(other, elsewhere.name));
  const service = operator.onlyKeysOf ?? serviceOfKey(elsewhere.name) ?? "";
  return { message: "place", meant, values: { service, key: elsewhere.key.text } };
}
