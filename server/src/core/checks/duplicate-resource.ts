// Finds resources that stand twice in one statement, also where the second is written in another way. Those that
// are malformed, or not filled in yet, may still become different ones.
import { listedResources } from "../access/summary/listed-resources.js";
import { keyOf } from "../access/summary/scope.js";
import { isAllWithoutResources } from "../catalog/resources.js";
import { removeItems } from "../text/remove-items.js";
import type { StringValue, Value } from "../text/value.js";
import { defineCheck } from "./check.js";

export const duplicateResource = defineCheck({
  id: "duplicate-resource",
  title: "Resource stands twice in one statement",
  category: "resource",
  severity: "hint",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  unnecessary: true,
  perStatement: true,
  needs: { repeats: true },
  messages: {
    same: '"{text}" stands twice in this statement',
    alike: '"{text}" says the same as "{earlier}"',
    first: "The first of the two",
    remove: 'Remove the second "{text}"',
    "remove-alike": 'Remove "{text}"',
  },

  *run({ statements }, { facts }) {
    for (const statement of statements) {
      const list = statement.resource?.value;
      if (list?.kind !== "list" || list.items.length < 2) continue;
      const keys = new Map<Value, string>();
      for (const { item, scope } of listedResources(list, facts)) keys.set(item, keyOf(scope));
      const firsts = new Map<string, StringValue>();
      const repeated = new Map<StringValue, StringValue>();
      for (const item of list.items) {
        if (item.kind !== "string") continue;
        const key = keys.get(item);
        if (key === undefined) continue;
        const first = firsts.get(key);
        if (first === undefined) firsts.set(key, item);
        else repeated.set(item, first);
      }
      // Where resources do not count at all, `resource-unsupported` says so.
      if (repeated.size === 0 || isAllWithoutResources(facts, statement)) continue;
      const edits = removeItems(list, new Set(repeated.keys()));
      for (const [at, [{ span, text }, first]] of [...repeated].entries()) {
        const edit = edits[at];
        const isSame = text === first.text;
        yield {
          span,
          message: isSame ? "same" : "alike",
          values: { text, earlier: first.text },
          related: [{ span: first.span, message: "first" }],
          ...(edit && {
            fixes: [{ title: isSame ? "remove" : "remove-alike", safety: "safe", edits: [edit] }],
          }),
        };
      }
    }
  },
});
