// Decisions are written into the text of a project file as a careful person would: what is there stays.
import { describe, expect, test } from "vitest";
import { applyEdits, levelEdit, readProject, suppressionEdit } from "../../../server/src/core/index.js";

const ENTRY = { check: "unknown-action", file: "a.json", reason: "new" };
const ITEM = '{ "check": "unknown-action", "file": "a.json", "reason": "new" }';

const suppressed = (text: string | undefined) => {
  const edits = suppressionEdit(text, ENTRY);
  return edits && applyEdits(text ?? "", edits);
};
const levelled = (text: string | undefined) => {
  const edits = levelEdit(text, "unknown-action", "off");
  return edits && applyEdits(text ?? "", edits);
};

describe("a suppression", () => {
  test.each([
    ["no file", undefined, `{\n  "suppressions": [\n    ${ITEM}\n  ]\n}\n`],
    ["an empty file", "\n", `{\n  "suppressions": [\n    ${ITEM}\n  ]\n}\n`],
    ["an empty object", "{}\n", `{\n  "suppressions": [\n    ${ITEM}\n  ]\n}\n`],
    ["an empty list", '{ "suppressions": [] }', `{ "suppressions": [${ITEM}] }`],
    [
      "other keys, tabs",
      '{\n\t"files": []\n}\n',
      `{\n\t"files": [],\n\t"suppressions": [\n\t\t${ITEM}\n\t]\n}\n`,
    ],
    [
      "CRLF",
      '{\r\n  "files": []\r\n}',
      `{\r\n  "files": [],\r\n  "suppressions": [\r\n    ${ITEM}\r\n  ]\r\n}`,
    ],
    [
      "others, and remarks",
      '{\n  "suppressions": [\n    { "x": 1 } // why\n  ] // end\n}',
      `{\n  "suppressions": [\n    { "x": 1 }, // why\n    ${ITEM}\n  ] // end\n}`,
    ],
  ])("with %s", (_name, text, expected) => {
    expect(suppressed(text)).toBe(expected);
  });

  test("has all that it may have, in the order of the documentation", () => {
    const edits = suppressionEdit(undefined, { ...ENTRY, at: 'x:"y"', expires: "2027-06-30" }) ?? [];
    const { findings, project } = readProject(applyEdits("", edits));
    expect(findings).toEqual([]);
    expect(project.suppressions).toMatchObject([
      { check: "unknown-action", at: 'x:"y"', reason: "new", expires: "2027-06-30" },
    ]);
  });

  test.each(["[", "[]", '{ "suppressions": {} }', '{ "files": ['])("is not written into %s", (text) => {
    expect(suppressionEdit(text, ENTRY)).toBeUndefined();
  });
});

describe("a level", () => {
  test.each([
    [undefined, '{\n  "checks": {\n    "unknown-action": "off"\n  }\n}\n'],
    ['{ "checks": {} }', '{ "checks": { "unknown-action": "off" } }'],
    ['{ "checks": { "unknown-action" : "hint" } }', '{ "checks": { "unknown-action" : "off" } }'],
    [
      '{\n  "checks": {\n    "missing-action": "hint"\n  }\n}',
      '{\n  "checks": {\n    "missing-action": "hint",\n    "unknown-action": "off"\n  }\n}',
    ],
  ])("into %s", (text, expected) => {
    expect(levelled(text)).toBe(expected);
  });

  test.each(["nothing", '{ "checks": [] }'])("is not written into %s", (text) => {
    expect(levelEdit(text, "unknown-action", "off")).toBeUndefined();
  });
});
