// Finds statements without resources, in dialects that demand them.
import { isMisnamed, ruleOf } from "../policy/element-names.js";
import { openingOf } from "../policy/walk.js";
import { insertEntry } from "../text/insert-entry.js";
import { isClosed } from "../text/style.js";
import { defineCheck } from "./check.js";

export const missingResource = defineCheck({
  id: "missing-resource",
  title: "Statement has no resource",
  category: "statement",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: { slip: true },
  messages: {
    missing: 'Statement {number} has no "{name}"',
    insert: 'Insert "{name}": "{any}"',
  },

  *run({ statements, dialect }, { text }) {
    const rules = dialect.elements.statement;
    const rule = ruleOf("resource", rules);
    if (rule?.required !== true) return;
    const any = dialect.anyResource;
    const written = JSON.stringify(any);
    const value = rule.shapes.includes("string") ? written : `[${written}]`;
    for (const statement of statements) {
      const { resource, elements, index, action } = statement;
      if (resource !== undefined || isMisnamed("resource", elements, rules)) continue;
      if (!isClosed(text, statement.value)) continue;
      const after = action?.entry ?? elements[elements.length - 1]?.entry;
      const edits = [insertEntry(text, statement.value, { key: rule.name, value, after })];
      yield {
        span: openingOf(statement.span),
        message: "missing",
        values: { number: index + 1, name: rule.name, any },
        fixes: [{ title: "insert", safety: "unsafe", edits }],
      };
    }
  },
});
