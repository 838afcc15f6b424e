// Completion of what the grammar has: names of elements, versions, effects, statements, conditions.
import { expect, test } from "vitest";
import { checkCompletion, detailsAt, labelsAt } from "./check-completion.js";

const inStatement = (entries: string) => `{"version":"2.0","statement":[{${entries}}]}`;

test("only missing elements are offered, and no reserved ones", () => {
  expect(detailsAt(inStatement('"effect":"allow", "action":["im:*"], "|"'))).toEqual([
    "resource: required",
    "condition: optional",
  ]);
  expect(labelsAt('{"version":"2.0", "|"}')).toEqual(["statement"]);
});

test("the name under the cursor counts as missing", () => {
  expect(labelsAt(inStatement('"eff|ect":"allow"'))).toEqual(["effect", "action", "resource", "condition"]);
});

test("the first name decides the dialect", () => {
  expect(labelsAt("{|}")).toEqual(["version", "statement", "Version", "Statement"]);
  expect(labelsAt("{|}", { fileName: "a.otc.json" })).toEqual([
    "Version",
    "Statement",
    "version",
    "statement",
  ]);
});

test.each([
  ["nothing typed", "{|}", '{"version": "2.0"}'],
  ["a quote typed", '{"|"}', '{"version": "2.0"}'],
  ["half a name", '{"ver|"}', '{"version": "2.0"}'],
  ["half a name without quotes", "{ver|}", '{"version": "2.0"}'],
  ["no closing quote", '{"ver|\n}', '{"version": "2.0"\n}'],
  ["the colon is there", '{"ver|": }', '{"version": "2.0" }'],
  ["the value is there", '{"ver|x": "2.0"}', '{"version": "2.0"}'],
  ["the value is there without colon", '{"ver|x" "2.0"}', '{"version": "2.0"}'],
  ["another element follows", '{"|" "statement": []}', '{"version": "2.0", "statement": []}'],
  ["another element follows a gap", '{| "statement": []}', '{"version": "2.0", "statement": []}'],
  ["another element stands before", '{"statement": []\n|}', '{"statement": [],\n"version": "2.0"}'],
])("a name brings quotes, colon and commas: %s", (_, before, after) => {
  checkCompletion(before, "version", after);
});

test("values bring their shape", () => {
  checkCompletion(inStatement('"|"'), "effect", inStatement('"effect": "allow"'));
  checkCompletion(inStatement('"|"'), "action", inStatement('"action": [""]'));
  checkCompletion(
    '{"version":"2.0",\n  |\n}',
    "statement",
    '{"version":"2.0",\n  "statement": [\n    \n  ]\n}',
  );
  checkCompletion(
    '{\n    "version":"2.0",\n    |\n}',
    "statement",
    '{\n    "version":"2.0",\n    "statement": [\n        \n    ]\n}',
    { snippets: false },
  );
});

test("effects and versions", () => {
  expect(labelsAt(inStatement('"effect": "|"'))).toEqual(["allow", "deny"]);
  checkCompletion(inStatement('"effect": "al|ow"'), "allow", inStatement('"effect": "allow"'));
  checkCompletion(inStatement('"effect": al|'), "allow", inStatement('"effect": "allow"'));
  checkCompletion(inStatement('"effect" |'), "allow", inStatement('"effect" : "allow"'));
  checkCompletion(
    inStatement('"effect": |\n"action":["im:*"]'),
    "deny",
    inStatement('"effect": "deny",\n"action":["im:*"]'),
  );
  checkCompletion('{"version": 2|}', "2.0", '{"version": "2.0"}');
  expect(labelsAt('{"Version":"1.1","Statement":[{"Effect":"|"}]}')).toEqual(["Allow", "Deny"]);
});

test("a whole policy in an empty document", () => {
  checkCompletion(
    "|",
    "Open Telekom Cloud IAM policy",
    '{\n  "Version": "1.1",\n  "Statement": [\n    \n  ]\n}',
  );
});

test("a new statement follows the indentation of the file", () => {
  checkCompletion(
    '{\n\t"version": "2.0",\n\t"statement": [\n\t\t|\n\t]\n}',
    "allow statement",
    '{\n\t"version": "2.0",\n\t"statement": [\n\t\t{\n\t\t\t"effect": "allow",\n\t\t\t"action": [""],\n\t\t\t"resource": [""]\n\t\t}\n\t]\n}',
  );
});

test("a resource is not offered beside actions that have none", () => {
  expect(labelsAt('{"Version":"1.1","Statement":[{"Action":["ims:images:get"], "|"}]}')).toEqual([
    "Effect",
    "Condition",
  ]);
  expect(labelsAt('{"Version":"1.1","Statement":[{"Action":["obs:bucket:*"], "|"}]}')).toContain("Resource");
});

test("operators and keys say what they compare", () => {
  expect(detailsAt(inStatement('"condition":{"|"}'))).toContain("ip_equal: IP address or range");
  checkCompletion(
    inStatement('"condition":{"for_any_value:str|"}'),
    "for_any_value:string_equal",
    inStatement('"condition":{"for_any_value:string_equal": {}}'),
  );
  expect(labelsAt(inStatement('"condition":{"ip_equal":{"|"}}'))[0]).toBe("qcs:ip");
  expect(labelsAt('{"Version":"1.1","Statement":[{"Condition":{"Bool":{"g:MFAPresent":["|"]}}}]}')).toEqual([
    "true",
    "false",
  ]);
});

test("without snippets nothing of their syntax is inserted", () => {
  checkCompletion(inStatement("|"), "effect", inStatement('"effect": "allow"'), { snippets: false });
  checkCompletion(inStatement("|"), "action", inStatement('"action": [""]'), { snippets: false });
});
