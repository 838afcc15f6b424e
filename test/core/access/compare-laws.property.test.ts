// What holds of comparisons whatever is compared.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AccessItem, compare } from "../../../server/src/core/index.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import { changesOf } from "../../support/changed-policy.js";
import { compared, verdictOf } from "../../support/compared.js";
import type { PolicyData } from "../../support/naive-evaluator.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";
import { policyOf } from "../../support/oracle-policies.js";
import { LOOKED, PATIENCE, RUNS, SEED } from "../../support/runs.js";

const OPTIONS = { numRuns: Math.ceil(RUNS / 5), seed: SEED };
const MIRRORED: Readonly<Record<string, string>> = {
  unchanged: "unchanged",
  narrowed: "widened",
  widened: "narrowed",
  changed: "changed",
  indeterminate: "indeterminate",
};

describe.each(ACCESS_GROUNDS)(`$id, ${LOOKED}`, ({ policy }) => {
  test(
    "backwards, what was gained is lost",
    () => {
      fc.assert(
        fc.property(changesOf(policy), ([before, after]) => {
          const there = compared(before, after).comparison;
          const back = compared(after, before).comparison;
          expect(back.verdict).toBe(MIRRORED[there.verdict]);
          expect(actionsOf(back.lost)).toEqual(actionsOf(there.gained));
          expect(actionsOf(back.gained)).toEqual(actionsOf(there.lost));
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );

  test(
    "nothing differs from itself",
    () => {
      fc.assert(
        fc.property(policy, (one) => {
          expect(verdictOf(one, one)).toBe("unchanged");
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );

  test(
    "two policies mean what one with the statements of both means",
    () => {
      fc.assert(
        fc.property(policy, policy, (one, other) => {
          const both = policyOf(withMore(one, statementsOf(other)));
          const two = [policyOf(other), policyOf(one)];
          expect(compare([both], two, oracleCatalog).verdict).toBe("unchanged");
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );

  test(
    "what grows twice has grown",
    () => {
      const growths = fc.tuple(growthOf(policy), growthOf(policy));
      fc.assert(
        fc.property(policy, growths, (first, [grow, growAgain]) => {
          const second = grow(first);
          const third = growAgain(second);
          const steps = [verdictOf(first, second), verdictOf(second, third)];
          const isGrown = steps.every((verdict) => verdict === "widened" || verdict === "unchanged");
          if (!isGrown) return;
          const expected = steps.includes("widened") ? "widened" : "unchanged";
          expect(verdictOf(first, third)).toBe(expected);
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );

  test(
    "one more deny never widens, and one fewer never narrows",
    () => {
      fc.assert(
        fc.property(policy, policy, (one, other) => {
          const denied = withMore(one, statementsOf(other).map(asDeny));
          expect(["unchanged", "narrowed"]).toContain(verdictOf(one, denied));
          expect(["unchanged", "widened"]).toContain(verdictOf(denied, one));
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );

  test(
    "one more allow never narrows",
    () => {
      fc.assert(
        fc.property(policy, policy, (one, other) => {
          const allowed = withMore(one, statementsOf(other).filter(isAllow));
          expect(["unchanged", "widened"]).toContain(verdictOf(one, allowed));
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );

  test(
    "an allow without its conditions never narrows, a deny without them never widens",
    () => {
      fc.assert(
        fc.property(policy, fc.nat(), (one, place) => {
          const all = statementsOf(one);
          const at = place % all.length;
          const chosen = all[at] ?? {};
          const after = withStatements(one, all.with(at, bare(chosen)));
          const possible = isAllow(chosen) ? "widened" : "narrowed";
          expect(["unchanged", possible]).toContain(verdictOf(one, after));
        }),
        OPTIONS,
      );
    },
    PATIENCE,
  );
});

function actionsOf(items: readonly AccessItem[]): readonly string[] {
  return [...new Set(items.flatMap(({ actions }) => actions.map((one) => one.toLowerCase())))].sort();
}

/** In the words of either dialect. */
type StatementData = Readonly<Record<string, unknown>>;
type Growth = (policy: PolicyData) => PolicyData;

/** A change that widens, most often. */
function growthOf(policy: fc.Arbitrary<PolicyData>): fc.Arbitrary<Growth> {
  const kinds = fc.constantFrom("add", "remove a deny", "bare", "anything");
  return fc.tuple(kinds, policy, fc.nat()).map(([kind, other, place]) => (one) => {
    const all = statementsOf(one);
    const at = place % all.length;
    const chosen = all[at] ?? {};
    if (kind === "add") return withMore(one, statementsOf(other).filter(isAllow));
    if (kind === "bare") return withStatements(one, all.with(at, bare(chosen)));
    if (kind === "anything" || all.length === 1) return other;
    return isAllow(chosen) ? one : withStatements(one, all.toSpliced(at, 1));
  });
}

function statementsOf(policy: PolicyData): readonly StatementData[] {
  return ("version" in policy ? policy.statement : policy.Statement).map((one) => ({ ...one }));
}

function withStatements(policy: PolicyData, statements: readonly StatementData[]): PolicyData {
  const element = "version" in policy ? "statement" : "Statement";
  return JSON.parse(JSON.stringify({ ...policy, [element]: statements }));
}

function withMore(policy: PolicyData, more: readonly StatementData[]): PolicyData {
  return withStatements(policy, [...statementsOf(policy), ...more]);
}

function isAllow({ effect, Effect }: StatementData): boolean {
  return String(effect ?? Effect).toLowerCase() === "allow";
}

function asDeny(statement: StatementData): StatementData {
  return "effect" in statement ? { ...statement, effect: "deny" } : { ...statement, Effect: "Deny" };
}

function bare({ condition: _, Condition: __, ...statement }: StatementData): StatementData {
  return statement;
}
