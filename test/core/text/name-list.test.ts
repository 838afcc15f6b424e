import { expect, test } from "vitest";
import { nameList, quotedNames } from "../../../server/src/core/text/name-list.js";
import { inChinese } from "../../support/language.js";

test("names stand in one row", () => {
  expect(nameList(["a", "b"])).toBe("a, b");
  expect(quotedNames(["a"])).toBe('"a"');
  expect(quotedNames(["a", "b"], 2)).toBe('"a", "b"');
});

test("those that are too many are counted", () => {
  expect(quotedNames(["a", "b", "c", "d"], 2)).toBe('"a", "b" and 2 more');
});

test("in Chinese with the marks of Chinese", () => {
  expect(inChinese(() => nameList(["a", "b"]))).toBe("a、b");
  expect(inChinese(() => quotedNames(["a", "b", "c", "d"], 2))).toBe("“a”、“b”及其他 2 个");
});
