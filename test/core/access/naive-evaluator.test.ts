// The judge of the other tests is judged here: by the vendors' own scenarios, and by changes whose meaning is plain.
import { describe, expect, test } from "vitest";
import { readChangeCases, readDecisionCases } from "../../support/access-cases.js";
import { naivelyAllows } from "../../support/naive-evaluator.js";
import { OPERATION_LEVEL } from "../../support/oracle-catalog.js";

const isOperationLevel = (action: string) => OPERATION_LEVEL.has(action);

describe.each(readDecisionCases())("%s", (_table, cases) => {
  test.each(cases)("$name", ({ policies, request, expected }) => {
    expect(naivelyAllows(policies, request, isOperationLevel)).toBe(expected === "allowed");
  });
});

test.each(readChangeCases())("$name", ({ before, after, requests }) => {
  for (const { line, sign, question } of requests) {
    const sides = [before, after].map((policy) => naivelyAllows([policy], question, isOperationLevel));
    const isGained = sides[1] === true && sides[0] === false;
    const isLost = sides[0] === true && sides[1] === false;
    expect(`${isGained ? "+" : isLost ? "-" : "="}${line.slice(1)}`, sign).toBe(line);
  }
});
