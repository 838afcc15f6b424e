// Finds statements that differ from an earlier one in their actions only, or in their resources only: one statement
// says both. Those that say nothing new are left to `duplicate-statement` and `redundant-statement`.
import { needlessStatements } from "../access/needless.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { scopeOfService } from "../catalog/service-scope.js";
import { mergeGroups, mergeStatements } from "../policy/merge-statements.js";
import type { Statement } from "../policy/model.js";
import { repeatedStatements } from "../policy/same-statement.js";
import { openingOf } from "../policy/walk.js";
import { defineCheck } from "./check.js";

export const mergeableStatements = defineCheck({
  id: "mergeable-statements",
  title: "Statements differ in one element only",
  category: "meaning",
  severity: "hint",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  needs: { overlap: true },
  messages: {
    action: "Statement {number} differs from statement {first} in its actions only",
    resource: "Statement {number} differs from statement {first} in its resources only",
    first: "Statement {first}",
    "merge-one": "Merge statement {number} into statement {first}",
    "merge-all": "Merge {count} statements into statement {first}",
  },

  *run(policy, { facts, text }) {
    const kindOf = (statement: Statement) => (isGlobal(statement, facts) ? "global" : "");
    const found = mergeGroups(policy, kindOf);
    if (found.length === 0) return;
    // Only now it is asked what can be left out altogether.
    const repeated = repeatedStatements(policy);
    const redundant = needlessStatements(policy, facts).redundant();
    const groups = mergeGroups(
      policy,
      kindOf,
      (statement) => repeated.has(statement) || redundant.has(statement),
    );
    for (const group of groups) {
      const { role, first, others } = group;
      // The same edits for every statement of the group: one fix merges all of them.
      const edits = mergeStatements(text, policy, group);
      for (const statement of others) {
        yield {
          span: openingOf(statement.span),
          message: role,
          values: { number: statement.index + 1, first: first.index + 1, count: others.length },
          related: [{ span: openingOf(first.span), message: "first" }],
          ...(edits.length > 0 && {
            fixes: [{ title: others.length === 1 ? "merge-one" : "merge-all", safety: "safe", edits }],
          }),
        };
      }
    }
  },
});

/** Statements of global and of project-level services are kept apart, as `mixed-scope` wants it. */
function isGlobal({ actions }: Statement, facts: DialectCatalog): boolean {
  return actions.some(({ text }) => {
    const { reading } = facts.action(text);
    return reading.kind === "action" && scopeOfService(reading.service, facts) === "global";
  });
}
