// Finds values of conditions that are not of the type that the operator compares: dates, addresses, numbers,
// booleans. Text can be anything. Placeholders are left to others.
import type { DialectCatalog } from "../catalog/catalog.js";
import { canCompare, findKey, findOperator } from "../catalog/conditions.js";
import type { OperatorData } from "../catalog/data.js";
import { operatorsOf, type Scalar } from "../policy/condition.js";
import type { Dialect } from "../policy/dialect.js";
import { hasPlaceholder } from "../policy/placeholders.js";
import { readDate } from "../policy/values/date.js";
import { readIpRange } from "../policy/values/ip-range.js";
import { readBoolean, readNumber } from "../policy/values/scalars.js";
import { shortened } from "../text/shorten.js";
import { defineCheck } from "./check.js";

type Judged = "boolean" | "date" | "ip" | "number";

const READERS = { boolean: readBoolean, date: readDate, ip: readIpRange, number: readNumber };

export const conditionValue = defineCheck({
  id: "condition-value",
  title: "Value is not of the type that the operator compares",
  category: "condition",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  supersedes: ["condition-value-characters"],
  fixable: ["safe", "unsafe"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    boolean: '{found} is neither "true" nor "false"',
    case: '{found} is documented as "{meant}"',
    date: '{found} is no date with a time of day, such as "2030-01-31T00:00:00Z"',
    "no-such-day": "{found} is a day or time of day that does not exist",
    "no-zone": "{found} does not say in which time zone",
    ip: "{found} is no IP address or range of addresses",
    number: "{found} is no number",
    write: 'Write "{meant}"',
  },

  *run(policy, { facts }) {
    const { dialect } = policy;
    for (const { name, keys } of operatorsOf(policy)) {
      const operator = findOperator(name, facts);
      const type = operator && typeToRead(operator, dialect);
      if (operator === undefined || type === undefined) continue;
      for (const { name: key, values } of keys) {
        if (!fits(operator, key, facts)) continue;
        for (const value of values) yield* judge(value, type, dialect);
      }
    }
  },
});

/** What only single services take is documented too thinly to judge its values. */
function typeToRead({ type, onlyKeysOf }: OperatorData, { conditions }: Dialect): Judged | undefined {
  if (onlyKeysOf !== undefined) return undefined;
  if (type === "null") return conditions?.nullTakesBoolean === true ? "boolean" : undefined;
  return type === "boolean" || type === "date" || type === "ip" || type === "number" ? type : undefined;
}

/** A wrong operator is a fault of its own, and says nothing about the values. */
function fits(operator: OperatorData, name: string, facts: DialectCatalog): boolean {
  const key = findKey(name, facts);
  return key === undefined || canCompare(operator, key);
}

function* judge(value: Scalar, type: Judged, { quotesConditionValues }: Dialect) {
  const { span, text } = value;
  if (value.kind !== "string") {
    if (quotesConditionValues === true || value.kind === type) return;
    yield { span, message: type, values: { found: shortened(text) } };
    return;
  }
  // What is empty, or still to be filled in, is told as that.
  if (text.trim() === "" || hasPlaceholder(text)) return;
  const reading = READERS[type](text);
  const found = JSON.stringify(shortened(text));
  if (reading.kind === "boolean" && reading.otherCase === true) {
    const meant = text.toLowerCase();
    const fix = { title: "write", safety: "safe", edits: [{ span, text: JSON.stringify(meant) }] } as const;
    yield { span, message: "case", severity: "hint", values: { found, meant }, fixes: [fix] } as const;
  }
  if (reading.kind !== "unreadable") return;
  const { meant, guessed, fault } = reading;
  const edits = [{ span, text: JSON.stringify(meant) }];
  const safety = guessed === true ? "unsafe" : "safe";
  yield {
    span,
    message: fault ?? type,
    values: { found, meant: meant ?? "" },
    ...(meant !== undefined && { fixes: [{ title: "write", safety, edits } as const] }),
  };
}
