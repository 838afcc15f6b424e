// Finds objects as resources that break the rules of that form: it names agencies, beside the one action that is
// about them, and without a condition.
import { matchesPattern } from "../catalog/pattern.js";
import { isAllWithoutResources } from "../catalog/resources.js";
import type { UriResourceRule } from "../policy/dialect.js";
import type { Statement } from "../policy/model.js";
import { placeOf } from "../policy/walk.js";
import type { MapValue } from "../text/value.js";
import { defineCheck } from "./check.js";

export const resourceUriForm = defineCheck({
  id: "resource-uri-form",
  title: "Resource is an object that breaks the rules of that form",
  category: "resource",
  severity: "error",
  confidence: "medium",
  since: "0.1.0",
  perStatement: true,
  // An object is no regular resource.
  needs: { slip: true },
  messages: {
    action: '"{element}" is an object, a form that stands only beside "{action}" and not beside "{found}"',
    condition: '"{element}" is an object, a form that takes no "{condition}" beside it',
    place: "The condition",
    keys: '"{element}" is an object with "{found}", where only "{key}" can stand',
    missing: '"{element}" is an object without "{key}"',
    list: '"{key}" needs a list of agencies',
    count: '"{key}" has {count} agencies, and takes 1 to {most}',
    entry: '"{found}" does not have the form "{prefix}<id or name>" of an agency',
    string: 'A value under "{key}" is no string',
    long: 'An agency under "{key}" has {count} characters, and {most} is the limit',
  },

  *run({ statements, dialect: { uriResources: rule } }, { facts }) {
    if (rule === undefined) return;
    for (const statement of statements) {
      const value = statement.resource?.value;
      // Where resources do not count at all, `resource-unsupported` says so.
      if (value?.kind === "map" && !isAllWithoutResources(facts, statement)) {
        yield* inStatement(statement, value, rule);
      }
    }
  },
});

function* inStatement(statement: Statement, value: MapValue, rule: UriResourceRule) {
  const { resource, condition, actions } = statement;
  if (resource === undefined) return;
  const { key: name, actions: allowed } = rule;
  const span = resource.key.span;
  const element = resource.key.text;
  const other = actions.find(({ text }) => !allowed.some((action) => reaches(text, action)));
  if (other !== undefined) {
    // Whoever meant other resources has written all of the object by mistake.
    const values = { element, action: allowed[0] ?? "", found: other.text };
    yield { span, message: "action", values } as const;
    return;
  }
  if (condition !== undefined) {
    const related = [{ span: condition.key.span, message: "place" }] as const;
    yield {
      span,
      message: "condition",
      values: { element, condition: condition.key.text },
      related,
    } as const;
  }
  for (const { key } of value.entries) {
    if (key.text === name) continue;
    yield { span: key.span, message: "keys", values: { element, found: key.text, key: name } } as const;
  }
  const entry = value.entries.find(({ key }) => key.text === name);
  if (entry !== undefined) yield* inList(entry, rule);
  else if (value.entries.length === 0)
    yield { span, message: "missing", values: { element, key: name } } as const;
}

function* inList({ key, value }: MapValue["entries"][number], rule: UriResourceRule) {
  if (value === undefined) return;
  if (value.kind !== "list") {
    yield { span: placeOf(value), message: "list", values: { key: key.text } } as const;
    return;
  }
  const count = value.items.length;
  if (count === 0 || count > rule.count) {
    yield { span: key.span, message: "count", values: { key: key.text, count, most: rule.count } } as const;
  }
  for (const item of value.items) {
    if (item.kind !== "string") {
      yield { span: placeOf(item), message: "string", values: { key: key.text } } as const;
    } else if (!item.text.startsWith(rule.prefix) || !/^[^\s/]+$/.test(item.text.slice(rule.prefix.length))) {
      yield { span: item.span, message: "entry", values: { found: item.text, prefix: rule.prefix } } as const;
    } else if (item.text.length > rule.length) {
      const values = { key: key.text, count: item.text.length, most: rule.length };
      yield { span: item.span, message: "long", values } as const;
    }
  }
}

/** No page says whether a pattern that covers the action would do. */
function reaches(text: string, action: string): boolean {
  return matchesPattern(text.toLowerCase(), action);
}
