// Finds empty lists and empty strings where a value is needed, and conditions with nothing in them. A policy
// without statements is left to `statement-shape`, an operator without keys to `malformed-condition`.
import type { Dialect, ElementRule } from "../policy/dialect.js";
import { placeOf } from "../policy/walk.js";
import type { Value } from "../text/value.js";
import { defineCheck } from "./check.js";

export const emptyList = defineCheck({
  id: "empty-list",
  title: "List or string is empty",
  category: "statement",
  severity: "error",
  confidence: "medium",
  since: "0.1.0",
  supersedes: ["malformed-action", "malformed-resource", "value-type"],
  perStatement: true,
  needs: { slip: true, role: "condition" },
  messages: {
    list: '"{name}" is an empty list',
    string: '"{name}" is an empty string',
    entry: 'An empty string stands among the values of "{name}"',
    condition: '"{name}" is empty and limits nothing',
    values: 'The condition key "{name}" has an empty list of values',
  },

  *run({ statements, dialect }) {
    for (const { elements } of statements) {
      for (const { key, value, rule } of elements) {
        if (value === undefined || rule === undefined) continue;
        if (rule.role === "action" || rule.role === "resource") yield* inStrings(value, key.text);
        else if (rule.role === "condition") yield* inCondition(value, rule, dialect);
      }
    }
  },
});

function* inStrings(value: Value, name: string) {
  if (value.kind === "string") {
    if (value.text === "") yield { span: value.span, message: "string", values: { name } } as const;
  } else if (value.kind === "list") {
    if (value.items.length === 0) yield { span: placeOf(value), message: "list", values: { name } } as const;
    for (const item of value.items) {
      if (item.kind !== "string" || item.text !== "") continue;
      yield { span: item.span, message: "entry", values: { name } } as const;
    }
  }
}

function* inCondition(value: Value, { name }: ElementRule, { refusesEmptyCondition }: Dialect) {
  if (value.kind !== "map" && value.kind !== "list") return;
  if ((value.kind === "map" ? value.entries : value.items).length === 0) {
    const severity = refusesEmptyCondition ? "error" : "hint";
    yield { span: placeOf(value), message: "condition", severity, values: { name } } as const;
  }
  for (const { value: keys } of value.kind === "map" ? value.entries : []) {
    if (keys?.kind !== "map") continue;
    for (const { key, value: values } of keys.entries) {
      if (values?.kind !== "list" || values.items.length > 0) continue;
      yield { span: placeOf(values), message: "values", values: { name: key.text } } as const;
    }
  }
}
