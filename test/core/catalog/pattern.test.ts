// Patterns against oracles that are too slow for the program and too simple to be wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coversPattern, matchesPattern, patternsMeet } from "../../../server/src/core/index.js";

const RUNS = Number(process.env.RUNS ?? 1000);
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 5 });
const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
/** Of the language itself, with what regular expressions find special. */
const wildPattern = fc.string({
  unit: fc.constantFrom("a", ".", "*", "?", "\n", "$", "[", ":"),
  maxLength: 8,
});

/** Enough to tell short patterns apart: three letters, one of which no pattern has. */
const shortTexts = [""];
for (let at = 0; (shortTexts[at] ?? "").length < 6; at++) {
  for (const letter of "abz") shortTexts.push(`${shortTexts[at]}${letter}`);
}

function toRegExp(source: string): RegExp {
  const escaped = source.split("*").map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join("[\\s\\S]*")}$`);
}

test("matchesPattern is what the regular expression says", () => {
  fc.assert(
    fc.property(pattern, text, (one, other) => {
      expect(matchesPattern(one, other)).toBe(toRegExp(one).test(other));
    }),
    { numRuns: RUNS },
  );
  fc.assert(
    fc.property(wildPattern, wildPattern, (one, other) => {
      expect(matchesPattern(one, other)).toBe(toRegExp(one).test(other));
    }),
    { numRuns: RUNS },
  );
});

test("coversPattern is what trying all short texts says", () => {
  fc.assert(
    fc.property(pattern, pattern, (outer, inner) => {
      const [outerTest, innerTest] = [toRegExp(outer), toRegExp(inner)];
      const expected = shortTexts.every((short) => !innerTest.test(short) || outerTest.test(short));
      expect(coversPattern(outer, inner)).toBe(expected);
    }),
    { numRuns: RUNS / 5 },
  );
});

test("patternsMeet is what trying all short texts says", () => {
  const short = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 4 });
  fc.assert(
    fc.property(short, short, (one, other) => {
      const [oneTest, otherTest] = [toRegExp(one), toRegExp(other)];
      expect(patternsMeet(one, other)).toBe(
        shortTexts.some((candidate) => oneTest.test(candidate) && otherTest.test(candidate)),
      );
    }),
    { numRuns: RUNS / 5 },
  );
});

test("what covers a pattern meets it, and what it matches", () => {
  fc.assert(
    fc.property(pattern, pattern, text, (outer, inner, word) => {
      if (!coversPattern(outer, inner)) return;
      expect(patternsMeet(outer, inner)).toBe(true);
      if (matchesPattern(inner, word)) expect(matchesPattern(outer, word)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

describe("examples", () => {
  test.each([
    ["Describe*", "DescribeApp", true],
    ["Describe*", "Describe", true],
    ["*Bucket*", "PutBucketAcl", true],
    ["Describe*", "describeApp", false],
    ["a*a", "a", false],
    ["*", "", true],
    ["", "", true],
  ])("%s matches %s: %s", (one, other, expected) => {
    expect(matchesPattern(one, other)).toBe(expected);
  });

  test("a zero byte is a character like any other", () => {
    expect(coversPattern("a\u0000b", "a*b")).toBe(false);
    expect(coversPattern("a*b", "a\u0000b")).toBe(true);
  });

  test("texts of a megabyte need no table of their product", () => {
    const long = "a*".repeat(500_000);
    expect(patternsMeet(long, `${long}b`)).toBe(true);
    expect(coversPattern(long, long)).toBe(true);
    expect(matchesPattern(long, "a".repeat(500_000))).toBe(true);
  });
});
