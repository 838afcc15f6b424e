// What is said to be needless can go without any change of access, and nothing else can: judged by comparing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "../../../server/src/core/access/compiled.js";
import { needlessStatements } from "../../../server/src/core/access/needless.js";
import { compare, gapsOf, type Policy, type Statement } from "../../../server/src/core/index.js";
import { isRegular } from "../../../server/src/core/policy/regular.js";
import { repeatedStatements } from "../../../server/src/core/policy/same-statement.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";
import { policyOf } from "../../support/oracle-policies.js";
import { PATIENCE, RUNS } from "../../support/runs.js";

describe.each(ACCESS_GROUNDS)("needless statements in $id", ({ policy: policies }) => {
  test(
    "can go, all of them together",
    () => {
      fc.assert(
        fc.property(policies, (data) => {
          const policy = policyOf(data);
          const { redundant, denied, idle } = needlessOf(policy);
          const verdict = (gone: Iterable<Statement>) => verdictOf(policy, without(policy, gone));
          expect(verdict(redundant().keys())).toBe("unchanged");
          expect(verdict(denied().keys())).toBe("unchanged");
          for (const deny of idle()) expect(verdict([deny])).toBe("unchanged");
          const silenced = policy.statements.filter(({ decision }) => decision === "deny");
          for (const allow of denied().keys()) {
            expect(verdictOf(without(policy, policy.statements), only(policy, [allow, ...silenced]))).toBe(
              "unchanged",
            );
          }
        }),
        { numRuns: Math.ceil(RUNS / 10) },
      );
    },
    PATIENCE,
  );

  test(
    "are all that can go",
    () => {
      fc.assert(
        fc.property(policies, (data) => {
          const policy = policyOf(data);
          fc.pre(isUnderstood(policy));
          const found = needlessOf(policy).redundant();
          const left = without(policy, [...found.keys(), ...repeatedStatements(policy).keys()]);
          const rest = only(
            policy,
            left.statements.filter(({ decision }) => decision === "allow"),
          );
          for (const one of rest.statements) {
            if (!isEffective(policy, one)) continue;
            expect({ one: one.index, verdict: verdictOf(rest, without(rest, [one])) }).not.toEqual({
              one: one.index,
              verdict: "unchanged",
            });
          }
        }),
        { numRuns: Math.ceil(RUNS / 10) },
      );
    },
    PATIENCE,
  );
});

function needlessOf(policy: Policy) {
  return needlessStatements(policy, oracleCatalog.of(policy.dialect));
}

function verdictOf(before: Policy, after: Policy): string {
  return compare([before], [after], oracleCatalog).verdict;
}

/** What is broken or unclear is not judged, nor does it make anything else needless. */
function isUnderstood(policy: Policy): boolean {
  return isRegular(policy) && compilePolicy(policy, oracleCatalog.of(policy.dialect)).leftOut.length === 0;
}

/** What has no effect by itself is not judged. */
function isEffective(policy: Policy, statement: Statement): boolean {
  const { ineffective } = gapsOf(statement, policy, oracleCatalog.of(policy.dialect));
  return ineffective.length === 0 && verdictOf(only(policy, []), only(policy, [statement])) === "widened";
}

function without(policy: Policy, gone: Iterable<Statement>): Policy {
  const left = new Set(policy.statements);
  for (const statement of gone) left.delete(statement);
  return only(policy, [...left]);
}

function only(policy: Policy, statements: readonly Statement[]): Policy {
  return { ...policy, statements };
}
