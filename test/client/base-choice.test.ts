// Which earlier version the setting `accessPolicy.compareWith` names, and what people call it.
import { describe, expect, test } from "vitest";
import { nameOfChoice, nameOfRef, readChoice, writeMergeBase } from "../../client/src/review/base-choice.js";

describe("the setting", () => {
  test.each([
    ["", { kind: "nothing" }, "nothing"],
    ["  ", { kind: "nothing" }, "nothing"],
    ["...", { kind: "nothing" }, "nothing"],
    ["HEAD", { kind: "ref", ref: "HEAD" }, "HEAD"],
    [" HEAD~3 ", { kind: "ref", ref: "HEAD~3" }, "HEAD~3"],
    ["index", { kind: "index" }, "the index"],
    ["main...", { kind: "merge-base", branch: "main" }, "the merge base with main"],
    ["origin/main...", { kind: "merge-base", branch: "origin/main" }, "the merge base with origin/main"],
    ["v1.2", { kind: "ref", ref: "v1.2" }, "v1.2"],
  ] as const)("%j", (written, choice, name) => {
    expect(readChoice(written)).toEqual(choice);
    expect(nameOfChoice(readChoice(written))).toBe(name);
  });

  test("what is chosen is written as it is read", () => {
    expect(readChoice(writeMergeBase("main"))).toEqual({ kind: "merge-base", branch: "main" });
  });
});

test("ids of commits are told by their beginning", () => {
  const id = "0123456789abcdef0123456789abcdef01234567";
  expect(nameOfRef(id)).toBe("01234567");
  expect(nameOfRef(`${id}^`)).toBe("01234567^");
  expect(nameOfRef("abcdef")).toBe("abcdef");
});
