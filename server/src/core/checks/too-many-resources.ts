// Finds statements with more resources than the service takes. Where resources do not count at all,
// `resource-unsupported` says so.
import { isAllWithoutResources } from "../catalog/resources.js";
import type { Element } from "../policy/model.js";
import { planSplits, type Split } from "../policy/split-list.js";
import { defineCheck } from "./check.js";

export const tooManyResources = defineCheck({
  id: "too-many-resources",
  title: "Too many resources in one statement",
  category: "resource",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  needs: { size: true },
  messages: {
    over: '"{name}" has {count} resources, {title} takes at most {limit} in a statement',
    split: "Split the statement into {parts}",
  },

  *run(policy, { text, facts }) {
    const { title, limits } = policy.dialect;
    const limit = limits.resources;
    if (limit === undefined) return;
    let splits: ReadonlyMap<Element, Split> | undefined;
    for (const statement of policy.statements) {
      for (const element of statement.elements) {
        const { key, value, rule } = element;
        if (rule?.role !== "resource" || value?.kind !== "list" || value.items.length <= limit) continue;
        if (isAllWithoutResources(facts, statement)) continue;
        splits ??= planSplits(text, policy);
        const split = splits.get(element);
        yield {
          span: key.span,
          message: "over",
          values: { name: key.text, count: value.items.length, limit, title, parts: split?.parts ?? 1 },
          ...(split && { fixes: [{ title: "split", safety: "safe", edits: [split.edit] }] }),
        };
      }
    }
  },
});
