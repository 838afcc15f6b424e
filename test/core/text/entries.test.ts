// Entries that are inserted and removed look as if the author had done it.
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../server/src/core/text/edit.js";
import { insertEntry } from "../../../server/src/core/text/insert-entry.js";
import { readJson } from "../../../server/src/core/text/read-json.js";
import { removeEntry } from "../../../server/src/core/text/remove-entry.js";
import { isClosed } from "../../../server/src/core/text/style.js";
import type { MapValue } from "../../../server/src/core/text/value.js";

describe("an entry in the first place", () => {
  const cases: readonly [style: string, before: string, after: string][] = [
    ["of an empty object", "{}", '{ "k": 1 }'],
    ["of an object with a blank", "{ }", '{ "k": 1 }'],
    ["of one line", '{ "a": 2 }', '{ "k": 1, "a": 2 }'],
    ["without blanks", '{"a":2}', '{"k":1,"a":2}'],
    ["without blanks, of two", '{"a":2,"b":3}', '{"k":1,"a":2,"b":3}'],
    ["with a blank before the colon", '{ "a" : 2 }', '{ "k" : 1, "a" : 2 }'],
    ["of several lines", '{\n  "a": 2\n}', '{\n  "k": 1,\n  "a": 2\n}'],
    ["indented by tabs", '{\n\t"a": 2,\n\t"b": 3\n}', '{\n\t"k": 1,\n\t"a": 2,\n\t"b": 3\n}'],
    ["with CRLF", '{\r\n  "a": 2\r\n}', '{\r\n  "k": 1,\r\n  "a": 2\r\n}'],
    ["behind an empty line", '{\n\n  "a": 2\n}', '{\n\n  "k": 1,\n  "a": 2\n}'],
    ["behind a comment", '{ // c\n  "a": 2\n}', '{ // c\n  "k": 1,\n  "a": 2\n}'],
    ["before a key without value", '{ "a": }', '{ "k": 1, "a": }'],
  ];
  test.each(cases)("%s", (_style, before, after) => {
    expect(applyEdits(before, [insertEntry(before, mapOf(before), { key: "k", value: "1" })])).toBe(after);
  });
});

describe("an entry behind another", () => {
  const cases: readonly [style: string, before: string, after: string][] = [
    ["alone on one line", '{ "a": 2 }', '{ "a": 2, "k": 1 }'],
    ["without blanks", '{"a":2}', '{"a":2,"k":1}'],
    ["of several lines", '{\n  "a": 2\n}', '{\n  "a": 2,\n  "k": 1\n}'],
    ["before others", '{\n    "a": 2,\n    "b": 3\n}', '{\n    "a": 2,\n    "k": 1,\n    "b": 3\n}'],
  ];
  test.each(cases)("%s", (_style, before, after) => {
    const map = mapOf(before);
    const edit = insertEntry(before, map, { key: "k", value: "1", after: map.entries[0] });
    expect(applyEdits(before, [edit])).toBe(after);
  });
});

describe("a removed entry", () => {
  const cases: readonly [place: string, before: string, index: number, after: string][] = [
    ["the only one", '{ "a": 1 }', 0, "{  }"],
    ["the first", '{ "a": 1, "b": 2 }', 0, '{ "b": 2 }'],
    ["the last", '{ "a": 1, "b": 2 }', 1, '{ "a": 1 }'],
    ["the last, with a trailing comma", '{ "a": 1, "b": 2, }', 1, '{ "a": 1 }'],
    ["the middle", '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 1, '{\n  "a": 1,\n  "c": 3\n}'],
    ["the last of several lines", '{\n  "a": 1,\n  "b": 2\n}', 1, '{\n  "a": 1\n}'],
  ];
  test.each(cases)("%s", (_place, before, index, after) => {
    const map = mapOf(before);
    const entry = map.entries[index];
    expect(entry && applyEdits(before, [removeEntry(before, map, entry)])).toBe(after);
  });
});

test("an object that breaks off is not closed", () => {
  for (const [text, closed] of [
    ["{}", true],
    ["｛｝", true],
    ['{ "a": 1 }', true],
    ['{ "a": 1', false],
    ["{", false],
    ['{ "a": {}', false],
  ] as const) {
    expect({ text, closed: isClosed(text, mapOf(text)) }).toEqual({ text, closed });
  }
});

function mapOf(text: string): MapValue {
  const { root } = readJson(text);
  if (root?.kind !== "map") throw new Error(`no object: ${text}`);
  return root;
}
