// What is read of a text in which a merge of git is not finished.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../../server/src/core/index.js";
import { dataOf } from "./support.js";

/** Lines of a list, and what conflicts have left among them. */
const reading = (lines: readonly string[], end = "\n") => {
  const text = ["[", ...lines, "]"].join(end);
  const { root, problems } = readJson(text);
  return [root && dataOf(root), ...problems.map(({ kind, found }) => `${kind} ${found}`)];
};

test.each<[string, readonly string[], readonly unknown[]]>([
  [
    "both sides",
    ["1,", "<<<<<<< HEAD", "2", "=======", "3,", "4", ">>>>>>> branch"],
    [[1, 2], "merge-conflict <<<<<<< HEAD"],
  ],
  [
    "with what both come from",
    ["<<<<<<< HEAD", "2", "||||||| 1a2b3c4", "1", "=======", "3", ">>>>>>> branch"],
    [[2], "merge-conflict <<<<<<< HEAD"],
  ],
  [
    "one side has nothing, and the other breaks the text",
    ["1,", "<<<<<<< HEAD", "=======", '{ "a": [', ">>>>>>> branch"],
    [[1], "merge-conflict <<<<<<< HEAD"],
  ],
  ["no names behind the signs", ["<<<<<<<", "1", "=======", "2", ">>>>>>>"], [[1], "merge-conflict <<<<<<<"]],
  [
    "two conflicts",
    ["<<<<<<< a", "1,", "=======", "2,", ">>>>>>> b", "<<<<<<< a", "3", "=======", "4", ">>>>>>> b"],
    [[1, 3], "merge-conflict <<<<<<< a", "merge-conflict <<<<<<< a"],
  ],
  ["the first marker is gone", ["1", "=======", "2", ">>>>>>> b"], [[1], "conflict-marker ======="]],
  ["the last marker alone is left", ["1", ">>>>>>> b"], [[1], "conflict-marker >>>>>>> b"]],
  ["the first marker alone is left", ["<<<<<<< a", "1"], [[1], "conflict-marker <<<<<<< a"]],
  [
    "the last marker is gone",
    ["<<<<<<< a", "1", "=======", "<<<<<<< a", "2", "=======", "3", ">>>>>>> b"],
    [[1, 2], "conflict-marker <<<<<<< a", "conflict-marker =======", "merge-conflict <<<<<<< a"],
  ],
])("%s", (_, lines, expected) => {
  expect(reading(lines)).toEqual(expected);
  expect(reading(lines, "\r\n")).toEqual(expected);
});

test("equal signs under a heading are no marker", () => {
  const { problems } = readJson("Policy\n=======\n{}");
  expect(problems.map(({ kind }) => kind)).toEqual(["leading-content"]);
});

test("eight signs, and signs behind others, are no markers", () => {
  for (const line of ["<<<<<<<<", " <<<<<<< a", "<<<<<<<a"]) {
    const kinds = readJson(`[\n${line}\n]`).problems.map(({ kind }) => kind);
    expect(kinds).not.toContain("conflict-marker");
  }
});

test("reads as one side has it, whatever the other has", () => {
  const items = fc.array(fc.constantFrom("1,", "[2],", '"a": ', "{", "]", "//", '"', "<<<<<<<", "=== "), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 3 }), items, (ours, theirs) => {
      const lines = ours.map((item) => `${item},`);
      const text = ["[", "<<<<<<< a", ...lines, "=======", ...theirs.map((one) => `  ${one}`), ">>>>>>> b"];
      const { root, problems } = readJson([...text, "0]"].join("\n"));
      expect(root && dataOf(root)).toEqual([...ours, 0]);
      expect(problems.map(({ kind }) => kind)).toEqual(["merge-conflict"]);
    }),
  );
});
