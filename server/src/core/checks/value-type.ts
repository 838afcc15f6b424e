// Finds numbers, booleans, null and objects where a string is needed, and strings where a list is.
import type { Dialect, ElementRule } from "../policy/dialect.js";
import type { Policy, Statement } from "../policy/model.js";
import { placeOf } from "../policy/walk.js";
import type { Value } from "../text/value.js";
import { wrapInList } from "../text/wrap-in-list.js";
import { defineCheck } from "./check.js";

type Words = "boolean" | "list" | "map" | "null" | "number";

export const valueType = defineCheck({
  id: "value-type",
  title: "Value is of another type than needed",
  category: "statement",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  perStatement: true,
  needs: { slip: true, role: "condition" },
  messages: {
    number: 'The number {found} stands where "{name}" needs a string',
    boolean: 'The boolean {found} stands where "{name}" needs a string',
    null: '{found} stands where "{name}" needs a string',
    list: 'A list stands where "{name}" needs a string',
    map: 'An object stands where "{name}" needs a string',
    bare: '"{name}" is the string {found}, where {title} needs a list',
    wrap: "Put brackets around the string",
    unwrap: "Take the string out of the list",
    quote: "Put quotes around the value",
  },

  *run({ statements, dialect }: Policy, { text }) {
    for (const statement of statements) {
      for (const { value, rule } of statement.elements) {
        if (value === undefined || rule === undefined) continue;
        if (rule.role === "effect") yield* forString(value, rule.name);
        else if (rule.role === "action" || rule.role === "resource") yield* forStrings(value, rule, dialect);
      }
      if (dialect.quotesConditionValues === true) yield* inConditions(statement);
    }

    function* forString(value: Value, name: string) {
      if (value.kind === "string") return;
      const [only] = value.kind === "list" && value.items.length === 1 ? value.items : [];
      const edits =
        only?.kind === "string" && text !== ""
          ? [{ span: value.span, text: text.slice(only.span.start, only.span.end) }]
          : undefined;
      yield {
        ...wrong(value, name),
        ...(edits && { fixes: [{ title: "unwrap", safety: "safe", edits } as const] }),
      };
    }
  },
});

function* forStrings(value: Value, rule: ElementRule, { title }: Dialect) {
  if (value.kind === "list") {
    for (const item of value.items) if (item.kind !== "string") yield wrong(item, rule.name);
  } else if (value.kind === "string" && !rule.shapes.includes("string")) {
    const values = { name: rule.name, found: JSON.stringify(value.text), title };
    const fix = { title: "wrap", safety: "safe", edits: wrapInList(value.span) } as const;
    yield { span: value.span, message: "bare", values, fixes: [fix] } as const;
  } else if (value.kind !== "string" && (value.kind !== "map" || !rule.shapes.includes("map"))) {
    yield wrong(value, rule.name);
  }
}

/** Numbers and booleans among the values of a key; other shapes are faults of the condition as a whole. */
function* inConditions({ condition }: Statement) {
  if (condition?.value?.kind !== "map") return;
  for (const operator of condition.value.entries) {
    if (operator.value?.kind !== "map") continue;
    for (const { key, value } of operator.value.entries) {
      for (const item of value?.kind === "list" ? value.items : []) {
        if (item.kind !== "number" && item.kind !== "boolean") continue;
        const edits = [{ span: item.span, text: JSON.stringify(item.text) }];
        const fix = { title: "quote", safety: "safe", edits } as const;
        yield { ...wrong(item, key.text), fixes: [fix] };
      }
    }
  }
}

function wrong(value: Exclude<Value, { kind: "string" }>, name: string) {
  const message: Words = value.kind;
  const found = value.kind === "list" || value.kind === "map" ? "" : value.text;
  return { span: placeOf(value), message, values: { name, found } };
}
