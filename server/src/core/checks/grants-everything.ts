// Finds permissions for every action on every resource. Where the policy denies something as well, the author has
// thought of limits, and it is only worth knowing.
import { isEveryName } from "../catalog/action-names.js";
import { isOnEverything } from "../catalog/resource-limits.js";
import { defineCheck } from "./check.js";

export const grantsEverything = defineCheck({
  id: "grants-everything",
  title: "Statement allows every action on every resource",
  category: "action",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  needs: { action: ({ reading }) => reading.kind === "action" && reading.service === "*" },
  messages: {
    all: '"{text}" allows every action of every service on every resource',
    beside: '"{text}" allows every action of every service on every resource that this policy does not deny',
  },

  *run(policy, { facts }) {
    let denies: boolean | undefined;
    for (const statement of policy.statements) {
      if (statement.decision !== "allow") continue;
      for (const { text, span } of statement.actions) {
        const { reading } = facts.action(text);
        if (reading.kind !== "action" || reading.service !== "*" || !isEveryName(reading.name)) continue;
        if (!isOnEverything(statement, policy, facts)) break;
        denies ??= policy.statements.some(
          ({ decision, actions }) => decision === "deny" && actions.length > 0,
        );
        yield {
          span,
          message: denies ? "beside" : "all",
          values: { text },
          ...(denies && { severity: "info" }),
        };
      }
    }
  },
});
