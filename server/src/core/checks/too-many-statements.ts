// Finds policies with more statements than the service takes.
import { defineCheck } from "./check.js";

export const tooManyStatements = defineCheck({
  id: "too-many-statements",
  title: "Too many statements in one policy",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  needs: { size: true },
  messages: {
    over: '"{name}" has {count} statements, {title} takes at most {limit}',
  },

  *run({ elements, dialect: { title, limits } }) {
    const { statements: limit } = limits;
    if (limit === undefined) return;
    for (const { key, value, rule } of elements) {
      if (rule?.role !== "statement" || value?.kind !== "list" || value.items.length <= limit) continue;
      const values = { name: key.text, count: value.items.length, limit, title };
      yield { span: key.span, message: "over", values };
    }
  },
});
