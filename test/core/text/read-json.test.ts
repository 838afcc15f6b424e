// Texts that are unusual and right, and texts that are large or hostile: reading ends, and gives what is there.
import { describe, expect, test } from "vitest";
import { DEEPEST, MOST_FURTHER, readJson } from "../../../server/src/core/index.js";
import { dataOf, misplaced } from "./support.js";

const POLICY = '{"version":"2.0","statement":[{"effect":"allow","action":"*","resource":"*"}]}';

describe("strict JSON of unusual form", () => {
  test.each([
    ["a byte order mark", `\ufeff${POLICY}`],
    ["CRLF", POLICY.replaceAll(",", ",\r\n")],
    ["CR only", POLICY.replaceAll(",", ",\r")],
    ["tabs", POLICY.replaceAll(":", "\t:\t")],
    ["a lone surrogate", '["\ud800", "\udc00a", "\\ud800"]'],
    ["U+2028 in a string", '["a\u2028b\u2029"]'],
    ["a zero-width blank in a string", '["a\u200bb\ufeff"]'],
    ["escapes", '["\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\uD83D\\uDE00"]'],
    ["names of built-in things", '{"constructor":1,"__proto__":2,"toString":[]}'],
    ["numbers", "[0,-0,1e5,1E+5,1.5e-3,12345678901234567890]"],
    ["repeated keys, which are no matter of syntax", '{"a":1,"a":2}'],
    ["curly quotes in a string", '["“x”", "a”b"]'],
    ["comment signs in a string", '["// a", "/* b */", "# c"]'],
    ["a scalar", ' "text" '],
  ])("%s", (_, text) => {
    const { root, problems } = readJson(text);
    expect(problems).toEqual([]);
    expect(misplaced(text)).toEqual([]);
    expect(JSON.stringify(root && dataOf(root))).toBe(
      JSON.stringify(JSON.parse(text.replace(/^\ufeff/, ""))),
    );
  });
});

test("a number keeps its digits", () => {
  const { root } = readJson("1400100200140010020014");
  expect(root).toMatchObject({ kind: "number", text: "1400100200140010020014" });
});

test.each(["", " \n", "\ufeff", "// nothing", "\u0000\u0000"])("no value in %j", (text) => {
  const { root, problems } = readJson(text);
  expect(root).toBeUndefined();
  expect(problems.length).toBe(1);
});

describe("documents behind the first", () => {
  test.each([
    [
      "one after the other",
      '{"a": 1}\n{"b": 2}\n{"c": 3}',
      [{ b: 2 }, { c: 3 }],
      ["further-document", "further-document"],
    ],
    ["with commas between them", "[1], [2],", [[2]], ["further-document", "extra-content"]],
    [
      "with a sentence between them",
      '{} For "OBS", write: {"b": 2}',
      [{ b: 2 }],
      ["extra-content", "further-document"],
    ],
    [
      "in Markdown",
      "{}\n```\nFor OBS:\n```json\n{}\n```",
      [{}],
      ["extra-content", "extra-content", "extra-content", "further-document", "extra-content"],
    ],
    ["with a bracket too many between them", "{}} {}", [{}], ["stray-bracket", "further-document"]],
    ["one that breaks off", '{} {"b": [2', [{ b: [2] }], ["further-document", "unclosed-bracket"]],
    ["a string with it", '{} "a" {"b": 1}', [], ["extra-content"]],
    ["a piece behind a word", '{} and "a": {"b": 1}', [], ["extra-content"]],
    ["a footnote", "{} see [1]", [], ["extra-content"]],
  ])("%s", (_, text, expected, kinds) => {
    const { further = [], problems } = readJson(text);
    expect(further.map(dataOf)).toEqual(expected);
    expect(problems.map(({ kind }) => kind)).toEqual(kinds);
    expect(misplaced(text)).toEqual([]);
  });

  test("as many as anybody writes, and no log of a million lines", () => {
    const { further, problems } = readJson("{}\n".repeat(100_000));
    expect(further?.length).toBe(MOST_FURTHER);
    expect(problems.length).toBe(MOST_FURTHER + 1);
  });
});

describe("depth", () => {
  test("as deep as is read", () => {
    const text = "[".repeat(DEEPEST) + "]".repeat(DEEPEST);
    expect(readJson(text).problems).toEqual([]);
  });

  test("deeper parts are passed over, and what follows them is read", () => {
    const deep = `${"[1,".repeat(200)}2${"]".repeat(200)}`;
    const { root, problems } = readJson(`{"deep":${deep},"after":true}`);
    expect(problems.map(({ kind }) => kind)).toEqual(["too-deep"]);
    expect(root && dataOf(root)).toMatchObject({ after: true });
  });

  test.each([
    ["lists", "["],
    ["maps", '{"a":'],
    ["both", '[{"a":'],
  ])("100,000 open brackets: %s", (_, bracket) => {
    const { root, problems } = readJson(bracket.repeat(100_000));
    expect(root).toBeDefined();
    expect(problems.map(({ kind }) => kind)).toContain("too-deep");
  });

  test("100,000 brackets opened and closed", () => {
    const text = "[".repeat(100_000) + "]".repeat(100_000);
    expect(readJson(text).problems.map(({ kind }) => kind)).toEqual(["too-deep"]);
  });
});

/** Each took minutes, or the memory of the machine, if its length entered twice. */
describe("texts of a megabyte and more are read in one pass", { timeout: 60_000 }, () => {
  const n = 1_000_000;
  test.each([
    ["10 MB of statements", `[${Array.from({ length: 130_000 }, () => POLICY).join(",")}]`],
    ["1 MB on one line", `{"a":"${"x".repeat(n)}"}`],
    ["brackets that never match", "[".repeat(n / 10) + "}".repeat(n)],
    ["braces that never match", '{"a":'.repeat(n / 10) + "]".repeat(n)],
    ["closing brackets alone", "]".repeat(n)],
    ["blanks before a letter in a string that is open", `"${`${" ".repeat(n / 4)}x`.repeat(4)}`],
    ["curly quotes after escaped quotes", `"${'“\\"'.repeat(n / 4)}`],
    ["curly quotes and quotes", '"“'.repeat(n / 2)],
    ["escaped curly quotes", "“\\”".repeat(n / 3)],
    ["single quotes", "'".repeat(n + 1)],
    ["apostrophes in escapes", "'\\".repeat(n / 2)],
    ["comments between words", "1/**/".repeat(n / 5)],
    ["comments that are open", "/*".repeat(n / 2)],
    ["hash signs", "#".repeat(n)],
    ["commas", `[${",".repeat(n)}`],
    ["colons", `{"a"${":".repeat(n)}`],
    ["semicolons", ";".repeat(n)],
    ["a bare list without end", `{"a":${'"b",'.repeat(n / 4)}`],
    ["brackets that close single values", `{${'"a":"b"],'.repeat(n / 10)}`],
    ["the same on lines of their own", `{${'\n"a":"b"],'.repeat(n / 10)}`],
    ["keys without commas after forgotten brackets", `{${'"a":["b" '.repeat(n / 10)}`],
    ["braces too many", `{${'} "a":1'.repeat(n / 8)}`],
    ["keys after forgotten brackets", `{${'"a":["b":'.repeat(n / 10)}`],
    ["keys without values", `{${'"a":"b":'.repeat(n / 8)}`],
    ["strings that end before letters", '"a, "b'.repeat(n / 6)],
    ["words that end in a quote", `a"${" ".repeat(n)}a"`],
    ["words", "word ".repeat(n / 5)],
    ["one word", "w".repeat(n)],
    ["digits", "1".repeat(n)],
    ["a wrong number", `${"1".repeat(n)}x`],
    ["fences", "```\n".repeat(n / 4)],
    ["zero bytes", "\u0000".repeat(n)],
    ["wrong escapes", `"${"\\x".repeat(n / 2)}"`],
  ])("%s", (_, text) => {
    const { problems } = readJson(text);
    for (const { span } of problems) expect(span.end <= text.length && span.start <= span.end).toBe(true);
  });
});
