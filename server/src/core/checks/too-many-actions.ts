// Finds statements with more actions than the service takes.
import type { Element } from "../policy/model.js";
import { planSplits, type Split } from "../policy/split-list.js";
import { defineCheck } from "./check.js";

export const tooManyActions = defineCheck({
  id: "too-many-actions",
  title: "Too many actions in one statement",
  category: "action",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  needs: { size: true },
  messages: {
    over: '"{name}" has {count} actions, {title} takes at most {limit} in a statement',
    split: "Split the statement into {parts}",
  },

  *run(policy, { text }) {
    const { title, limits } = policy.dialect;
    const limit = limits.actions;
    if (limit === undefined) return;
    let splits: ReadonlyMap<Element, Split> | undefined;
    for (const statement of policy.statements) {
      for (const element of statement.elements) {
        const { key, value, rule } = element;
        if (rule?.role !== "action" || value?.kind !== "list" || value.items.length <= limit) continue;
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
