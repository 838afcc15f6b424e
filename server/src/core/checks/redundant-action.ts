// Finds actions that lie within a wildcard of the same statement. The same action twice is left to
// `duplicate-action`.
import { coveredActions } from "../catalog/covered-actions.js";
import { actionRemovals } from "../policy/remove-actions.js";
import { defineCheck } from "./check.js";

export const redundantAction = defineCheck({
  id: "redundant-action",
  title: "Action is covered by a wildcard of the statement",
  category: "action",
  severity: "hint",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  unnecessary: true,
  perStatement: true,
  needs: { action: ({ isPattern }) => isPattern },
  messages: {
    found: '"{text}" lies within "{cover}" of this statement',
    cover: '"{cover}" covers it',
    remove: 'Remove "{text}"',
  },

  *run({ statements }, { facts }) {
    for (const statement of statements) {
      const covered = coveredActions(statement.actions, facts);
      if (covered.size === 0) continue;
      const edits = actionRemovals(statement, new Set(covered.keys()));
      for (const [action, cover] of covered) {
        const { text, span } = action;
        const edit = edits.get(action);
        yield {
          span,
          message: "found",
          values: { text, cover: cover.text },
          related: [{ span: cover.span, message: "cover" }],
          ...(edit && { fixes: [{ title: "remove", safety: "safe", edits: [edit] }] }),
        };
      }
    }
  },
});
