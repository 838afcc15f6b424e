// Several things in one phrase, and the blanks between Chinese and other letters.
import { describe, expect, test } from "vitest";
import {
  alternatives,
  enumerate,
  enumerateEvents,
  enumerateTests,
  fill,
  list,
  sequence,
} from "../../../server/src/core/index.js";
import { inChinese } from "../../support/language.js";

describe("several things", () => {
  test.each<[() => string, string, string]>([
    [() => enumerate([]), "", ""],
    [() => enumerate(["a"]), "a", "a"],
    [() => enumerate(["a", "b"]), "a and b", "a 和 b"],
    [() => enumerate(["a", "b", "c"]), "a, b, and c", "a、b 和 c"],
    [() => enumerate(["a and b", "c"]), "a and b, and c", "a and b 和 c"],
    [() => enumerate(["读", "写"]), "读 and 写", "读和写"],
    [() => alternatives(["a"], 2), "a", "a"],
    [() => alternatives(["a", "b", "c"], 3), "a, b or c", "a、b 或 c"],
    [() => alternatives(["a", "b", "c", "d"], 2), "a, b and 2 more", "a、b 及其他 2 项"],
    [() => list(["a", "b"], 2), "a, b", "a、b"],
    [() => list(["a", "b", "c"], 2), "a, b and 1 more", "a、b 及其他 1 项"],
    [() => enumerateTests(["a", "b"]), "a and b", "a 且 b"],
    [() => enumerateTests(["a", "b", "c"]), "a, b, and c", "a，b，且 c"],
    [() => enumerateTests(["甲、乙或丙", "b"]), "甲、乙或丙 and b", "甲、乙或丙，且 b"],
    [() => enumerateEvents(["a", "b"]), "a and b", "a，b"],
    [() => sequence(["a", "b"]), "a, b", "a，b"],
  ])("%s", (run, english, chinese) => {
    expect(run()).toBe(english);
    expect(inChinese(run)).toBe(chinese);
  });
});

describe("a text with its values", () => {
  test.each<[string, string]>([
    ["{a}上的{b}", "应用 1 上的 2 项"],
    ["{c}上的{c}", "所有资源上的所有资源"],
    ["（{a}）", "（应用 1）"],
    ["{a}，{b}", "应用 1，2 项"],
    ["**{c}**：{b}", "**所有资源**：2 项"],
    ["共 {b}", "共 2 项"],
    ["{d}的{b}", "“x”的 2 项"],
    ["匹配{e}的", "匹配 `*` 的"],
    ["{unknown} is {n}", "{unknown} is 1"],
    ["{braces}", "${c}"],
  ])("%s", (template, filled) => {
    const values = { a: "应用 1", b: "2 项", c: "所有资源", d: "“x”", e: "`*`", n: 1, braces: "${c}" };
    expect(fill(template, values)).toBe(filled);
  });
});
