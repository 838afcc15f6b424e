// Finds policies that do not say which version of the policy language they are written in.
import { isLoneStatement, isMisnamed, ruleOf } from "../policy/element-names.js";
import { openingOf } from "../policy/walk.js";
import { insertEntry } from "../text/insert-entry.js";
import { isClosed } from "../text/style.js";
import { defineCheck } from "./check.js";

export const missingVersion = defineCheck({
  id: "missing-version",
  title: "Policy has no version",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  needs: { slip: true },
  messages: {
    missing: 'The policy has no "{name}"',
    insert: 'Insert "{name}": "{current}"',
  },

  *run(policy, { text }) {
    const { value, version, elements, dialect } = policy;
    const rules = dialect.elements.policy;
    const rule = ruleOf("version", rules);
    if (rule?.required !== true || version !== undefined || isMisnamed("version", elements, rules)) return;
    // A text that breaks off may still be about to say it; a lone statement has no place for it.
    if (!isClosed(text, value) || isLoneStatement(policy)) return;
    const { current } = dialect.version;
    const edits = [insertEntry(text, value, { key: rule.name, value: JSON.stringify(current) })];
    yield {
      span: openingOf(value.span),
      message: "missing",
      values: { name: rule.name, current },
      fixes: [{ title: "insert", safety: "safe", edits }],
    };
  },
});
