// Finds allowing statements of which the denies of their policy leave nothing. Statements that have no effect by
// themselves are left to the checks of actions, resources and conditions.
import { needlessStatements } from "../access/needless.js";
import { statementRemovals } from "../policy/remove-statements.js";
import { openingOf } from "../policy/walk.js";
import { defineCheck } from "./check.js";

export const grantsNothing = defineCheck({
  id: "grants-nothing",
  title: "Statement allows nothing that the policy does not deny again",
  category: "meaning",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  supersedes: ["mergeable-statements", "redundant-statement"],
  fixable: ["safe"],
  needs: { overlap: true },
  messages: {
    one: "Everything that statement {number} allows is denied by statement {other}",
    together: "Everything that statement {number} allows is denied by other statements together",
    other: "Statement {other} denies all of it",
    remove: "Remove statement {number}",
  },

  *run(policy, { facts }) {
    if (!policy.statements.some(({ decision }) => decision === "deny")) return;
    const denied = [...needlessStatements(policy, facts).denied()];
    const edits = statementRemovals(
      policy,
      denied.map(([statement]) => statement),
    );
    for (const [statement, other] of denied) {
      const edit = edits.get(statement);
      yield {
        span: openingOf(statement.span),
        message: other === undefined ? "together" : "one",
        values: { number: statement.index + 1, other: (other?.index ?? 0) + 1 },
        ...(other && { related: [{ span: openingOf(other.span), message: "other" }] }),
        ...(edit && { fixes: [{ title: "remove", safety: "safe", edits: [edit] }] }),
      };
    }
  },
});
