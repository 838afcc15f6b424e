// What the summary says against what single requests are answered, for policies of both clouds with conditions.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "../../../server/src/core/access/compiled.js";
import {
  type AccessGroup,
  type AccessRequest,
  cam,
  coversScope,
  type Dialect,
  decide,
  type GroupCondition,
  matchesPattern,
  otc,
  type Policy,
  readPolicyFile,
  type Scope,
  scopeOf,
  summarize,
} from "../../../server/src/core/index.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import type { PolicyData } from "../../support/naive-evaluator.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";
import { PATIENCE, RUNS, SEED } from "../../support/runs.js";

function policyOf(data: PolicyData, dialect: Dialect): Policy {
  const [policy] = readPolicyFile(JSON.stringify(data), { dialects: [dialect], declared: true }).policies;
  if (policy === undefined) throw new Error("the text holds no policy");
  return policy;
}

/** What a group says is allowed, and when, of the one request: its actions and resources are looked at. */
function groupsFor({ action, resource }: AccessRequest, groups: readonly AccessGroup[], dialect: Dialect) {
  const facts = oracleCatalog.of(dialect);
  const resolved = facts.action(action);
  const { reading } = resolved;
  if (reading.kind !== "action") throw new Error(`this is no action: ${action}`);
  const fold = (text: string) => (dialect.actionCase === "insensitive" ? text.toLowerCase() : text);
  const name = fold(`${reading.service}:${reading.name}`);
  const where = facts.resource(resource);
  const hasResources = resolved.service === undefined || resolved.service.resourceTypes.length > 0;
  const isEverything = !hasResources || resolved.action?.level === "operation" || where.kind !== "resource";
  const asked: Scope = isEverything ? { kind: "everything" } : scopeOf(resource, where);
  const isIn = (scopes: readonly Scope[]) => scopes.some((one) => coversScope(one, asked));
  return groups
    .filter(({ read, write, unlisted, on, except }) => {
      const isNamed =
        resolved.action === undefined
          ? unlisted.some((pattern) => matchesPattern(fold(pattern), name))
          : [...read, ...write].includes(resolved.action) || unlisted.includes(resolved.action.fullName);
      return isNamed && isIn(on) && !isIn(except);
    })
    .map((group) => ({ ...group, exceptUnder: group.exceptUnder.filter(({ on }) => isIn(on)) }));
}

/** Whether a condition holds that the summary has as a statement. */
function createHolds(policy: Policy, { context }: AccessRequest) {
  const compiled = compilePolicy(policy, oracleCatalog.of(policy.dialect)).statements;
  return ({ statement }: GroupCondition) => {
    const tests = compiled.find((one) => one.statement === statement)?.tests;
    if (tests === undefined) throw new Error("every condition of these policies can be read");
    return tests.every(({ key, holds }) => holds(context[key]));
  };
}

describe.each(ACCESS_GROUNDS)("$id", ({ id, policy, question }) => {
  const dialect = id === "cam" ? cam : otc;

  test(
    "what is allowed without conditions is allowed without a context",
    () => {
      let seen = 0;
      fc.assert(
        fc.property(policy, question, (data, asked) => {
          const request = { ...asked, context: {} };
          const read = policyOf(data, dialect);
          const groups = groupsFor(request, summarize(read, oracleCatalog).allowed, dialect);
          const isClaimed = groups.some(
            ({ condition, exceptUnder, partlyDenied }) =>
              condition === undefined && exceptUnder.length === 0 && !partlyDenied,
          );
          if (!isClaimed) return;
          seen++;
          expect(decide([read], request, oracleCatalog).decision).toBe("allowed");
        }),
        { numRuns: RUNS / 10, seed: SEED },
      );
      expect(seen).toBeGreaterThan(20);
    },
    PATIENCE,
  );

  test(
    "whoever looks up the conditions decides as the engine does",
    () => {
      const seen = { allowed: 0, denied: 0 };
      fc.assert(
        fc.property(policy, question, (data, request) => {
          const read = policyOf(data, dialect);
          const { decision } = decide([read], request, oracleCatalog);
          const groups = groupsFor(request, summarize(read, oracleCatalog).allowed, dialect);
          const holds = createHolds(read, request);
          const saying = groups.filter(
            ({ condition, exceptUnder }) =>
              (condition === undefined || holds(condition)) &&
              !exceptUnder.some((deny) => holds(deny.condition)),
          );
          // Nothing is allowed that the summary lacks.
          if (decision === "allowed") expect(saying).not.toEqual([]);
          // What may be denied behind a pattern is only said to be possible.
          else expect(saying.filter(({ partlyDenied }) => !partlyDenied)).toEqual([]);
          seen[decision] += groups.length > 0 ? 1 : 0;
        }),
        { numRuns: RUNS / 5, seed: SEED },
      );
      expect(Math.min(seen.allowed, seen.denied)).toBeGreaterThan(20);
    },
    PATIENCE,
  );
});
