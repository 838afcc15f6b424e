// Finds permissions for every action on every resource. Where the policy denies whole services again, which a page of
// Open Telekom Cloud does to allow all others, it is only worth knowing.
import { isEveryName } from "../catalog/action-names.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { isOnEverything } from "../catalog/resource-limits.js";
import type { Policy, Statement } from "../policy/model.js";
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
    beside: '"{text}" allows every action on every resource of every service that this policy does not deny',
  },

  *run(policy, { facts }) {
    let leavesOut: boolean | undefined;
    for (const statement of policy.statements) {
      if (statement.decision !== "allow") continue;
      for (const { text, span } of statement.actions) {
        const { reading } = facts.action(text);
        if (reading.kind !== "action" || reading.service !== "*" || !isEveryName(reading.name)) continue;
        if (!isOnEverything(statement, policy, facts)) break;
        leavesOut ??= policy.statements.some((other) => deniesService(other, policy, facts));
        yield {
          span,
          message: leavesOut ? "beside" : "all",
          values: { text },
          ...(leavesOut && { severity: "info" }),
        };
      }
    }
  },
});

/** Takes all of a service away, on every resource and under no condition. */
function deniesService(statement: Statement, policy: Policy, facts: DialectCatalog): boolean {
  const { decision, condition, actions } = statement;
  if (decision !== "deny" || condition !== undefined || !isOnEverything(statement, policy, facts))
    return false;
  return actions.some(({ text }) => {
    const { reading } = facts.action(text);
    return reading.kind === "action" && isEveryName(reading.name);
  });
}
