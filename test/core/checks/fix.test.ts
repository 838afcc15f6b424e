// Fixing a text in rounds: what goes together, what waits, and when it ends. What each check offers is tested
// with the checks; here findings are made up.
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  type Finding,
  type Fix,
  type FixSafety,
  fixText,
  MOST_ROUNDS,
} from "../../../server/src/core/index.js";

/** A made-up check: replaces the first match of `find` in each word, as often as it stands in the text. */
interface Rule {
  readonly check: string;
  readonly find: RegExp;
  readonly write: string;
  readonly safety?: FixSafety;
}

const judgeBy = (rules: readonly Rule[]) => (text: string) => ({
  findings: rules
    .flatMap(({ check, find, write, safety = "safe" }) =>
      [...text.matchAll(find)].map((match): Finding => {
        const span = { start: match.index, end: match.index + match[0].length };
        return finding(check, span.start, [{ title: "", safety, edits: [{ span, text: write }] }]);
      }),
    )
    .sort((a, b) => a.span.start - b.span.start),
});

function finding(check: string, start: number, fixes: readonly Fix[]): Finding {
  return { check, severity: "error", span: { start, end: start + 1 }, message: "", fixes };
}

const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });

/** Finds the same things once, in the text as it is first. */
const once = (text: string, findings: readonly Finding[]) => (current: string) => ({
  findings: current === text ? findings : [],
});

const fix = (safety: FixSafety, ...edits: Fix["edits"]): Fix => ({ title: "", safety, edits });

test("a text without findings stays as it is", () => {
  const judged = { findings: [] };
  expect(fixText("a", () => judged, { safety: "unsafe" })).toEqual({
    text: "a",
    edits: [],
    applied: {},
    judged,
  });
});

test("fixes are applied, counted by check, and what remains is told", () => {
  const rules: Rule[] = [
    { check: "one", find: /1/g, write: "a" },
    { check: "two", find: /2/g, write: "b" },
    { check: "three", find: /3/g, write: "c", safety: "unsafe" },
  ];
  const { text, applied, judged, edits } = fixText("1 2 3 1", judgeBy(rules), { safety: "safe" });
  expect({ text, applied }).toEqual({ text: "a b 3 a", applied: { one: 2, two: 1 } });
  expect(judged.findings.map(({ check }) => check)).toEqual(["three"]);
  expect(edits).toEqual([edit(0, 1, "a"), edit(2, 3, "b"), edit(6, 7, "a")]);
  expect(fixText("1 2 3 1", judgeBy(rules), { safety: "unsafe" }).text).toBe("a b c a");
  expect(fixText("1 2 3 1", judgeBy(rules), { safety: "unsafe", checks: ["three"] }).text).toBe("1 2 c 1");
});

test("guesses wait until nothing safe is left", () => {
  const rules: Rule[] = [
    { check: "guess", find: /ab/g, write: "guessed", safety: "unsafe" },
    { check: "sure", find: /b/g, write: "c" },
  ];
  expect(fixText("ab", judgeBy(rules), { safety: "unsafe" }).text).toBe("ac");
});

test("a finding is fixed by its first fix that is safe enough", () => {
  const fixes = [
    fix("unsafe", edit(0, 1, "guess")),
    fix("safe", edit(0, 1, "sure")),
    fix("safe", edit(0, 1, "x")),
  ];
  const judge = once("a", [finding("one", 0, fixes)]);
  expect(fixText("a", judge, { safety: "safe" }).text).toBe("sure");
  expect(fixText("a", judge, { safety: "unsafe" }).text).toBe("sure");
});

test("what JSON says comes first", () => {
  const rules: Rule[] = [
    { check: "other", find: /x;/g, write: "wrong" },
    { check: "json-syntax", find: /;/g, write: "," },
  ];
  expect(fixText("x;x;", judgeBy(rules), { safety: "safe" }).text).toBe("x,x,");
});

describe("in one round", () => {
  const text = "abcdef";
  const cases: readonly [string, readonly Fix[], string][] = [
    ["removals may touch", [fix("safe", edit(0, 2, "")), fix("safe", edit(2, 4, ""))], "ef"],
    ["replacements may touch", [fix("safe", edit(0, 2, "x")), fix("safe", edit(2, 4, "y"))], "xyef"],
    [
      "of two that overlap the first counts",
      [fix("safe", edit(0, 3, "x")), fix("safe", edit(2, 4, "y"))],
      "xdef",
    ],
    [
      "a fix is left out whole",
      [fix("safe", edit(0, 2, "x")), fix("safe", edit(1, 3, "y"), edit(5, 6, "z"))],
      "xcdef",
    ],
    [
      "a fix may stand between the edits of another",
      [fix("safe", edit(0, 0, "["), edit(6, 6, "]")), fix("safe", edit(2, 3, "C"))],
      "[abCdef]",
    ],
    [
      "two insertions in one place do not go together",
      [fix("safe", edit(2, 2, "x")), fix("safe", edit(2, 2, "y"))],
      "abxcdef",
    ],
    [
      "an insertion does not touch a replacement",
      [fix("safe", edit(0, 2, "x")), fix("safe", edit(2, 2, "y"))],
      "xcdef",
    ],
    ["nor the reverse", [fix("safe", edit(2, 2, "y")), fix("safe", edit(2, 4, "x"))], "abycdef"],
    [
      "the edits of one fix may touch",
      [fix("safe", edit(2, 2, "["), edit(2, 4, "x"), edit(4, 4, "]"))],
      "ab[x]ef",
    ],
    ["a fix that contradicts itself is left out", [fix("safe", edit(0, 3, "x"), edit(2, 4, "y"))], "abcdef"],
    [
      "a fix that changes nothing hinders no other",
      [fix("safe", edit(0, 1, "a")), fix("safe", edit(0, 2, "x"))],
      "xcdef",
    ],
  ];
  test.each(cases)("%s", (_, fixes, expected) => {
    const findings = fixes.map((one, at) => finding("one", at, [one]));
    const fixed = fixText(text, once(text, findings), { safety: "safe" });
    expect(fixed.text).toBe(expected);
    expect(applyEdits(text, fixed.edits)).toBe(expected);
  });

  test("fixes are of one check: those of others were made for the text as it was", () => {
    const findings = [
      finding("one", 0, [fix("safe", edit(0, 1, "A"))]),
      finding("two", 2, [fix("safe", edit(2, 3, "C"))]),
      finding("one", 4, [fix("safe", edit(4, 5, "E"))]),
    ];
    expect(fixText(text, once(text, findings), { safety: "safe" }).text).toBe("AbcdEf");
  });
});

test("what ends earlier comes first: a string that is not closed before the bracket around it", () => {
  const findings = [
    finding("one", 0, [fix("safe", edit(4, 4, "}"))]),
    finding("one", 1, [fix("safe", edit(1, 4, '"a"'))]),
  ];
  expect(fixText('{"a ', once('{"a ', findings), { safety: "safe" }).text).toBe('{"a"');
});

describe("fixes that lead nowhere", () => {
  const turning: Rule[] = [
    { check: "one", find: /x/g, write: "y" },
    { check: "two", find: /y/g, write: "x" },
    { check: "three", find: /1/g, write: "2" },
  ];

  test("stop where they began to go round, and hinder no others", () => {
    expect(fixText("x1", judgeBy(turning), { safety: "safe" }).text).toBe("x2");
    expect(fixText("y1", judgeBy(turning), { safety: "safe" }).text).toBe("y2");
  });

  test("come to an end where they never repeat themselves", () => {
    const growing: Rule[] = [{ check: "one", find: /x/g, write: "xa" }];
    const { text, applied } = fixText("x", judgeBy(growing), { safety: "safe" });
    expect(text).toBe(`x${"a".repeat(MOST_ROUNDS)}`);
    expect(applied).toEqual({ one: MOST_ROUNDS });
  });
});
