// Finds actions that stand twice in one statement, however they are written. Those that a wildcard covers are left
// to `redundant-action`.
import { repeatedActions } from "../catalog/covered-actions.js";
import { actionRemovals } from "../policy/remove-actions.js";
import { defineCheck } from "./check.js";

export const duplicateAction = defineCheck({
  id: "duplicate-action",
  title: "Action stands twice in the statement",
  category: "action",
  severity: "hint",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  unnecessary: true,
  perStatement: true,
  needs: { repeats: true },
  messages: {
    same: '"{text}" stands in this statement already',
    alike: '"{text}" is the same action as "{first}" in this statement',
    first: '"{first}" stands here',
    remove: 'Remove the second "{text}"',
  },

  *run({ statements }, { facts }) {
    for (const statement of statements) {
      const repeated = repeatedActions(statement.actions, facts);
      if (repeated.size === 0) continue;
      const edits = actionRemovals(statement, new Set(repeated.keys()));
      for (const [action, first] of repeated) {
        const { text, span } = action;
        const edit = edits.get(action);
        yield {
          span,
          message: text === first.text ? "same" : "alike",
          values: { text, first: first.text },
          related: [{ span: first.span, message: "first" }],
          ...(edit && { fixes: [{ title: "remove", safety: "safe", edits: [edit] }] }),
        };
      }
    }
  },
});
