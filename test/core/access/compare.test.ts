// Changes whose meaning is plain: the verdict, and what is said to be gained and lost.
import { describe, expect, test } from "vitest";
import { readChangeCases } from "../../support/access-cases.js";
import { asCompared, compared, faultsOfWitnesses, namesQuestion } from "../../support/compared.js";

describe.each(readChangeCases())("$name", ({ before, after, verdict, requests }) => {
  const result = compared(before, after);
  const { comparison } = result;

  test("has the verdict", () => {
    expect(comparison.verdict).toBe(verdict);
    expect({ undecided: comparison.undecided, leftOut: comparison.leftOut }).toEqual({
      undecided: [],
      leftOut: [],
    });
  });

  test("gives examples that hold", () => {
    expect(faultsOfWitnesses(before, after, result)).toEqual([]);
  });

  test.each(requests)("$line", ({ sign, question }) => {
    expect(asCompared(question, [before, after])).toEqual(question);
    const naming = (["gained", "lost"] as const).filter((side) =>
      comparison[side].some((item) => namesQuestion(item, question)),
    );
    if (sign !== "=") expect(naming).toContain(sign === "+" ? "gained" : "lost");
  });
});

test("what a removed deny gives back is told on the resources that it denied", () => {
  const allow = { effect: "allow", action: "trtc:*", resource: "*" };
  const denied = "qcs::trtc::uin/1:sdkappid/1400";
  const deny = { effect: "deny", action: "trtc:RemoveUser", resource: denied };
  const { gained } = compared(
    { version: "2.0", statement: [allow, deny] },
    { version: "2.0", statement: [allow] },
  ).comparison;
  expect(gained.map(({ resources, deniedBy }) => [resources, deniedBy?.statement.index])).toEqual([
    [[denied], 1],
  ]);
});
