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
