// The editor's cheap question: yes for whatever the server would serve, and no for what lies in every workspace.
// That the two agree on all broken policies is tested in `test/core/policy/read.property.test.ts`.
import { expect, test } from "vitest";
import { cam, otc, PROJECT_FILE_NAME } from "../../server/src/core/index.js";
import { isProjectFileName, mayHoldPolicy } from "../../server/src/protocol/candidate.js";

test.each([
  '{"version":"2.0","statement":[]}',
  '{ "Version": "1.1", "Statement": [] }',
  "{ STATEMENT: [] }",
  "{ 'statement': [] }",
  "{ “Statement”： [] }",
  '{ "statement: [',
  '{ "\\u0073tatement": [] }',
  '{ "role": { "policy": { "Statement": [] } } }',
  '{ "PolicyDocument": "{}" }',
  '{ "policyDocument": "{}" }',
  '{ "PolicyName": "QcloudTRTCFullAccess" }',
  '{ "policy_name": "QcloudTRTCFullAccess" }',
])("a policy may be in %s", (text) => {
  expect(mayHoldPolicy(text)).toBe(true);
});

test.each([
  "",
  '{ "name": "a", "version": "2.0", "scripts": {} }',
  '{ "coverageThreshold": { "global": { "statements": 90 } } }',
  '{ "files.exclude": {}, "editor.tabSize": 2 }',
  '{ "title": "Gr\\u00fc\\u00dfe" }',
  '{ "bindings": [{ "role": "roles/viewer" }], "policy": {} }',
])("no policy is in %s", (text) => {
  expect(mayHoldPolicy(text)).toBe(false);
});

test("the names of every dialect are asked for", () => {
  for (const { elements } of [cam, otc]) {
    const name = elements.policy.find(({ role }) => role === "statement")?.name;
    expect(mayHoldPolicy(`{ "${name}": [] }`)).toBe(true);
  }
});

test("the project file is known by its name", () => {
  expect([PROJECT_FILE_NAME, `/project/${PROJECT_FILE_NAME}`].map(isProjectFileName)).toEqual([true, true]);
  expect(["/project/package.json", `my-${PROJECT_FILE_NAME}`].map(isProjectFileName)).toEqual([false, false]);
});
