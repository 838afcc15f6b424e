// Finds denying statements that take nothing away from what their policy allows. They still count beside other
// policies, so nothing is proposed.
import { needlessStatements } from "../access/needless.js";
import { openingOf } from "../policy/walk.js";
import { defineCheck } from "./check.js";

export const denyWithoutEffect = defineCheck({
  id: "deny-without-effect",
  title: "Statement denies nothing that the policy allows",
  category: "meaning",
  severity: "info",
  confidence: "high",
  since: "0.1.0",
  needs: { overlap: true },
  messages: {
    found: "Statement {number} denies nothing that this policy allows",
    only: "This policy only denies, so by itself it has no effect",
  },

  *run(policy, { facts }) {
    const { statements } = policy;
    const first = statements.find(({ decision }) => decision === "deny");
    if (first === undefined) return;
    if (statements.every(({ decision }) => decision === "deny")) {
      yield { span: openingOf(first.span), message: "only" };
      return;
    }
    for (const statement of needlessStatements(policy, facts).idle()) {
      yield { span: openingOf(statement.span), message: "found", values: { number: statement.index + 1 } };
    }
  },
});
