// Finds statements that say neither allow nor deny.
import { isMisnamed, ruleOf } from "../policy/element-names.js";
import { openingOf } from "../policy/walk.js";
import { insertEntry } from "../text/insert-entry.js";
import { isClosed } from "../text/style.js";
import { defineCheck } from "./check.js";

export const missingEffect = defineCheck({
  id: "missing-effect",
  title: "Statement has no effect",
  category: "statement",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: { slip: true },
  messages: {
    missing: 'Statement {number} has no "{name}"',
    insert: 'Insert "{name}": "{effect}"',
  },

  *run({ statements, dialect }, { text }) {
    const rules = dialect.elements.statement;
    const rule = ruleOf("effect", rules);
    if (rule?.required !== true) return;
    for (const { value, effect, elements, index } of statements) {
      if (effect !== undefined || isMisnamed("effect", elements, rules) || !isClosed(text, value)) continue;
      const word = dialect.effects.allow;
      const edits = [insertEntry(text, value, { key: rule.name, value: JSON.stringify(word) })];
      yield {
        span: openingOf(value.span),
        message: "missing",
        values: { number: index + 1, name: rule.name, effect: word },
        fixes: [{ title: "insert", safety: "unsafe", edits }],
      };
    }
  },
});
