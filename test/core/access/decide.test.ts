// Decisions, judged by the vendors' own scenarios and by a judge that knows nothing of how they are made.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../../server/src/core/index.js";
import { readDecisionCases } from "../../support/access-cases.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import { naivelyAllows } from "../../support/naive-evaluator.js";
import { OPERATION_LEVEL, oracleCatalog } from "../../support/oracle-catalog.js";
import { policyOf } from "../../support/oracle-policies.js";
import { LOOKED, PATIENCE, RUNS, SEED } from "../../support/runs.js";

const isOperationLevel = (action: string) => OPERATION_LEVEL.has(action);

describe.each(readDecisionCases())("%s", (_table, cases) => {
  test.each(cases)("$name", ({ policies, request, expected }) => {
    expect(decide(policies.map(policyOf), request, oracleCatalog).decision).toBe(expected);
  });
});

describe(LOOKED, () => {
  test.each(ACCESS_GROUNDS)(
    "agrees with the judge about $id",
    ({ policy, question }) => {
      fc.assert(
        fc.property(fc.array(policy, { minLength: 1, maxLength: 2 }), question, (policies, request) => {
          const expected = naivelyAllows(policies, request, isOperationLevel) ? "allowed" : "denied";
          expect(decide(policies.map(policyOf), request, oracleCatalog).decision).toBe(expected);
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    PATIENCE,
  );
});
