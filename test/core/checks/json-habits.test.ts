// The habits of people who write JSON by hand: each is named by one finding, mended in one step, and costs nothing
// of the text behind it. Left to right: the habit, the first statement as somebody would write it, how it is named.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyEdits, checks, checkText, fixText, readJson } from "../../../server/src/core/index.js";
import { readFixture } from "../../support/markers.js";
import { miniCatalog } from "../../support/mini-catalog.js";
import { dataOf, parses } from "../text/support.js";

/** The one that names habits, and one that shows whether the rest is read. */
const two = checks.filter(({ id }) => id === "json-syntax" || id === "unknown-effect");

const judge = (text: string) =>
  checkText(text, miniCatalog, { fileName: "a.policy.json", declared: true, checks: two });

const RIGHT = '{ "effect": "allow", "action": ["trtc:DescribeRoomInfo", "im:CreateGroup"], "resource": "*" }';
/** Behind the habit, so that it is found only where the rest is still read. */
const BEHIND = '{ "effect": "dney", "action": "trtc:RemoveUser", "resource": "*" }';

const document = (first: string) => `{
  "version": "2.0",
  "statement": [
    ${first},
    ${BEHIND}
  ]
}
`;
const changed = (from: string, to: string) => document(RIGHT.replace(from, to));

const safe: readonly [string, string, string][] = [
  [
    "a comment at the end of a line",
    changed('"allow",', '"allow", // for operators\n     '),
    "// for operators",
  ],
  ["a comment on lines of its own", `/* for\n operators */\n${document(RIGHT)}`, "/* for"],
  ["a comment in a line", changed('"allow",', '"allow", /* why */'), "/* why */"],
  ["a `#` line at the start", `# for operators\n${document(RIGHT)}`, "# for operators"],
  ["a comma at the end of a list", changed('Group"]', 'Group",]'), "trailing comma"],
  ["a comma at the end of a statement", changed('"*" }', '"*", }'), "trailing comma"],
  ["no comma between two elements", changed('"allow",', '"allow"'), "comma is missing"],
  ["no comma between two actions", changed('Info",', 'Info"'), "comma is missing"],
  ["no comma between two statements", document(RIGHT).replace("},\n", "}\n"), "comma is missing"],
  ["two commas", changed('"allow",', '"allow",,'), "nothing before it"],
  ["a full-width comma", changed('"allow",', '"allow"，'), 'full-width "，"'],
  ["a full-width colon", changed('"effect":', '"effect"：'), 'full-width "："'],
  ["a full-width bracket", changed('["trtc', '［"trtc'), 'full-width "［"'],
  ["an ideographic comma", changed('Info",', 'Info"、'), 'full-width "、"'],
  ["an ideographic full stop", changed('"allow",', '"allow"。'), 'full-width "。"'],
  ["an ideographic blank", changed('"allow", ', '"allow",\u3000'), "no JSON blank"],
  ["a no-break space", changed('"allow", ', '"allow",\u00a0'), "no JSON blank"],
  ["curly quotes", changed('"allow"', "“allow”"), "curly quotes"],
  ["a straight quote and a curly one", changed('"allow"', '"allow”'), "curly quotes"],
  ["single quotes", changed('"allow"', "'allow'"), "single quotes"],
  ["a key without quotes", changed('"effect"', "effect"), "without quotes"],
  [
    "a list without brackets",
    changed('["trtc:DescribeRoomInfo", "im:CreateGroup"]', '"trtc:DescribeRoomInfo", "im:CreateGroup"'),
    'values of "action"',
  ],
  [
    "a list without brackets at the end of a statement",
    document('{ "effect": "allow", "resource": "*", "action": "trtc:DescribeRoomInfo", "im:CreateGroup" }'),
    'values of "action"',
  ],
  [
    "statements without brackets",
    document(RIGHT).replace(/\[\n/, "\n").replace("\n  ]", ""),
    'of "statement"',
  ],
  ["a semicolon", changed('"allow",', '"allow";'), '";" stands where'],
  ["an equals sign", changed('"effect":', '"effect" ='), '"=" stands where'],
  ["a Markdown fence", `\`\`\`json\n${document(RIGHT)}`, "Markdown"],
];

const unsafe: readonly [string, string, string][] = [
  ["a word without quotes", changed('"allow"', "allow"), '"allow" stands without quotes'],
  [
    "an action without quotes",
    changed('"trtc:DescribeRoomInfo"', "trtc:DescribeRoomInfo"),
    '"trtc:DescribeRoomInfo"',
  ],
  [
    "an action without its first quote",
    changed('"trtc:DescribeRoomInfo"', 'trtc:DescribeRoomInfo"'),
    "without quotes",
  ],
  ["an action without its last quote", changed('RoomInfo", ', "RoomInfo, "), "is not closed"],
  ["no last brace", document(RIGHT).replace(/\}\n$/, "\n"), 'bracket "{" is not closed'],
  ["no last brackets", document(RIGHT).replace(/\]\s*\}\n$/, "\n"), 'bracket "[" is not closed'],
  ["no brace after a statement", changed('"*" }', '"*"'), 'bracket "{" is not closed'],
  ["no bracket after a list", changed('Group"]', 'Group"'), 'bracket "[" is not closed'],
  ["no first brace", document(RIGHT).slice(2), "without an opening brace"],
  ["a brace too many", changed('"*" }', '"*" }}'), "closes nothing"],
  ["no colon", changed('"effect":', '"effect"'), "No colon"],
  ["words before the document", `Here it is:\n${document(RIGHT)}`, "before the document"],
];

describe.each([
  ["safe", safe],
  ["unsafe", unsafe],
] as const)("%s to mend", (safety, cases) => {
  test.each(cases)("%s", (_, text, named) => {
    const { findings } = judge(text);
    expect(findings.map(({ check }) => check).sort()).toEqual(["json-syntax", "unknown-effect"]);
    const habit = findings.find(({ check }) => check === "json-syntax");
    expect(habit?.message).toContain(named);
    expect(habit?.fixes?.map((fix) => fix.safety)).toEqual([safety]);
    const mended = applyEdits(text, habit?.fixes?.[0]?.edits ?? []);
    expect(JSON.parse(mended)).toEqual(JSON.parse(document(RIGHT)));
  });
});

describe("all JSON problems of a text", () => {
  const FIXTURES = join(import.meta.dirname, "../../fixtures/checks/json-syntax");
  const names = readdirSync(FIXTURES).filter(
    (name) => name.endsWith(".json") && !/^ok-|\.fixed\./.test(name),
  );

  test.each(names)("of %s are mended without touching a value", (name) => {
    const { text } = readFixture(readFileSync(join(FIXTURES, name), "utf8"));
    const { root, problems } = readJson(text);
    const fixed = fixText(text, judge, { safety: "unsafe", checks: ["json-syntax"] });
    const left = fixed.judged.findings.filter(({ check }) => check === "json-syntax");
    // Where there is nothing that could be written, such as a value that is missing, a person has to. Depth is
    // a fault for us alone.
    const hopeless = problems.filter(({ repair }) => repair === undefined).map(({ kind }) => kind);
    expect({ parses: parses(fixed.text), left: left.length > 0 }).toEqual({
      parses: hopeless.every((kind) => kind === "too-deep"),
      left: hopeless.length > 0,
    });
    expect(left.every(({ fixes }) => fixes === undefined)).toBe(true);
    const after = readJson(fixed.text).root;
    expect(after && dataOf(after)).toEqual(root && dataOf(root));
  });
});
