// The way from a finding to the page about its check.
import { expect, test } from "vitest";
import { CodeActionKind, Range } from "vscode-languageserver-types";
import { explainChecks } from "../../server/src/features/explain-check.js";
import { servedDocument } from "../support/served.js";

const TEXT = `{ "version": "2.0", "statement": [
  { "effect": "alow", "action": "trtc:DescribeRoomInf", "resource": "*" },
  { "effect": "alow", "action": "*", "resource": "*" }
] }`;

const document = servedDocument(TEXT);
const everywhere = Range.create(0, 0, 9, 0);

function explained(range: Range, only?: string[]) {
  return explainChecks(document, { range, context: { ...(only && { only }) } }, "example.open");
}

test("each check that found something is explained once, and nothing is preferred", () => {
  const actions = explained(everywhere);
  expect(actions.map(({ title }) => title)).toEqual(["Explain unknown-effect", "Explain unknown-action"]);
  expect(actions[0]).toEqual({
    title: "Explain unknown-effect",
    kind: "quickfix",
    diagnostics: [expect.objectContaining({ code: "unknown-effect" })],
    command: { title: "Explain unknown-effect", command: "example.open", arguments: ["unknown-effect"] },
  });
});

test("the range decides which findings count", () => {
  expect(explained(Range.create(1, 15, 1, 15)).map(({ title }) => title)).toEqual(["Explain unknown-effect"]);
  expect(explained(Range.create(0, 4, 0, 4))).toEqual([]);
});

test.each([
  [[], 2],
  [[CodeActionKind.QuickFix], 2],
  [[CodeActionKind.SourceFixAll], 0],
  [[CodeActionKind.Source], 0],
  [["quickfix.other"], 0],
])("asked for %j it answers with %i actions", (only, count) => {
  expect(explained(everywhere, only)).toHaveLength(count);
});
