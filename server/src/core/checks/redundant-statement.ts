// Finds statements without which the policy allows and denies just the same. Those that say the same in the same
// words are left to `duplicate-statement`.
import { needlessStatements } from "../access/needless.js";
import { statementRemovals } from "../policy/remove-statements.js";
import { openingOf } from "../policy/walk.js";
import { defineCheck } from "./check.js";

export const redundantStatement = defineCheck({
  id: "redundant-statement",
  title: "Statement changes nothing beside the others",
  category: "meaning",
  severity: "hint",
  confidence: "high",
  since: "0.1.0",
  supersedes: ["mergeable-statements"],
  fixable: ["safe"],
  needs: { overlap: true },
  messages: {
    within: "Everything that statement {number} says is said by statement {other}",
    together: "Everything that statement {number} says is said by other statements together",
    other: "Statement {other} says all of it",
    remove: "Remove statement {number}",
  },

  *run(policy, { facts }) {
    if (policy.statements.length < 2) return;
    const found = [...needlessStatements(policy, facts).redundant()];
    const edits = statementRemovals(
      policy,
      found.map(([statement]) => statement),
    );
    for (const [statement, other] of found) {
      const edit = edits.get(statement);
      yield {
        span: openingOf(statement.span),
        message: other === undefined ? "together" : "within",
        values: { number: statement.index + 1, other: (other?.index ?? 0) + 1 },
        ...(other && { related: [{ span: openingOf(other.span), message: "other" }] }),
        ...(edit && { fixes: [{ title: "remove", safety: "safe", edits: [edit] }] }),
      };
    }
  },
});
