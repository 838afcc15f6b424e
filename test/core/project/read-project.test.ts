// What a project file may say, and what is said where it says something else. Faults are shown as they stand in
// the file, each with the message it gets.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, readProject, settingsFor } from "../../../server/src/core/index.js";

const WHOLE = `{
  "$schema": "./access-policy.config.schema.json",
  "version": 1,
  "files": ["policies/**/*.json", "!policies/old/**"],
  "accounts": { "100012345678": "main account" },
  "applications": [
    { "sdkAppId": 1400100200, "label": "Live prod", "account": "100012345678" },
    { "sdkAppId": 1400100201 }
  ],
  "checks": { "unknown-action": "error", "missing-action": "off", "useless-suppression": "hint" },
  "overrides": [
    { "files": ["policies/admin/**"], "checks": { "unknown-action": "off" } },
    { "files": ["policies/admin/a.json"], "checks": { "unknown-action": "info" } }
  ],
  "suppressions": [
    {
      "check": "operation-level-action",
      "file": "policies/a.json",
      "at": "trtc:DescribeX",
      "reason": "asked the vendor",
      "expires": "2028-02-29"
    },
    { "check": "unknown-action", "file": "policies/[a].json", "reason": "new in May" }
  ]
}`;

/** `severity "text": message` for each finding. */
function told(text: string): string[] {
  return readProject(text).findings.map(
    ({ severity, span, message }) => `${severity} ${text.slice(span.start, span.end)}: ${message}`,
  );
}

test("a whole file is read as it stands", () => {
  const { project, findings, isSound } = readProject(WHOLE);
  expect(findings).toEqual([]);
  expect(isSound).toBe(true);
  expect(project.accounts).toEqual({ "100012345678": "main account" });
  expect(project.applications).toEqual([
    { sdkAppId: "1400100200", label: "Live prod", account: "100012345678" },
    { sdkAppId: "1400100201" },
  ]);
  expect(
    project.suppressions.map(({ check, file, at, reason, expires }) => [
      check,
      file.text,
      at,
      reason,
      expires,
    ]),
  ).toEqual([
    ["operation-level-action", "policies/a.json", "trtc:DescribeX", "asked the vendor", "2028-02-29"],
    ["unknown-action", "policies/[a].json", undefined, "new in May", undefined],
  ]);
});

describe("settings for a file", () => {
  const { project } = readProject(WHOLE);

  test.each([
    ["a.json", "error", false],
    ["policies/a.json", "error", true],
    ["policies/.hidden/b.jsonc", "error", false],
    ["policies/old/a.json", "error", false],
    ["policies/admin/b.json", "off", true],
    ["policies/admin/a.json", "info", true],
    ["policies/README.md", "error", false],
    ["../policies/a.json", "error", false],
  ])("of %s", (path, level, isDeclared) => {
    const settings = settingsFor(project, path);
    expect([settings.levels["unknown-action"], settings.isDeclared]).toEqual([level, isDeclared]);
    expect(settings.levels["missing-action"]).toBe("off");
  });
});

describe("a fault is said at its place", () => {
  test.each([
    ["[]", "error [: The project file is not an object"],
    ["", "error : The text is empty"],
    [
      '{ "overides": [] }',
      'error "overides": "overides" is no key of the project file, did you mean "overrides"',
    ],
    ['{ "rules": {} }', 'error "rules": "rules" is no key of the project file'],
    ['{ "version": 2 }', "error 2: 2 is no version of the project file, the only one is 1"],
    ['{ "$schema": 1 }', 'error 1: "$schema" is not a string'],
    ['{ "files": "a" }', 'error "a": "files" is not a list'],
    ['{ "files": [1] }', 'error 1: An entry of "files" is not a string'],
    ['{ "files": ["/a"] }', 'error "/a": "/a" is no path below the folder of this file'],
    ['{ "files": ["../a"] }', 'error "../a": "../a" is no path below the folder of this file'],
    ['{ "files": ["a\\\\b"] }', 'error "a\\\\b": "a\\b" is no path below the folder of this file'],
    ['{ "accounts": { "uin/1": "x" } }', 'error "uin/1": "uin/1" is no account number'],
    ['{ "accounts": { "1": " " } }', 'error " ": The label of an account is empty'],
    ['{ "applications": [{ "label": "x" }] }', 'error {: This application has no "sdkAppId"'],
    ['{ "applications": [{ "sdkAppId": "1" }] }', 'error "1": "1" is no SDKAppID'],
    ['{ "applications": [{ "sdkAppId": 0 }] }', "error 0: 0 is no SDKAppID"],
    ['{ "applications": [{ "sdkAppId": [] }] }', 'error [: "sdkAppId" is not a number'],
    [
      '{ "applications": [{ "sdkAppId": 1, "label": "a" }, { "sdkAppId": 1.0, "label": "b" }] }',
      "error 1.0: Application 1 is listed twice",
    ],
    [
      '{ "accounts": { "1": "a" }, "applications": [{ "sdkAppId": 1, "account": "2" }] }',
      'warning "2": "2" is not among the accounts',
    ],
    [
      '{ "checks": { "unknown-acton": "off" } }',
      'error "unknown-acton": "unknown-acton" is no check, did you mean "unknown-action"',
    ],
    ['{ "checks": { "no-such-thing": "off" } }', 'error "no-such-thing": "no-such-thing" is no check'],
    [
      '{ "checks": { "unknown-action": "warn" } }',
      'error "warn": "warn" is no level, which is one of: off, hint, info, warning, error',
    ],
    ['{ "checks": { "unknown-action": ["off"] } }', 'error [: "unknown-action" is not a string'],
    [
      '{ "checks": { "unknown-action": "off" }, "checks": {} }',
      'error "checks": The key "checks" stands twice in this object',
    ],
    ['{ "overrides": [{ "files": [] }] }', 'error {: This override has no "checks"'],
    [
      '{ "overrides": [{ "files": ["a", "b"], "checks": { "unknown-action": "off" } }, { "files": ["b", "a"], "checks": { "unknown-action": "hint" } }] }',
      'error "unknown-action": "unknown-action" has the level "off" for the same files above',
    ],
    [
      '{ "suppressions": [{ "check": "unknown-action", "file": "a" }] }',
      'error {: This suppression has no "reason"',
    ],
    [
      '{ "suppressions": [{ "check": "unknown-action", "file": "a", "reason": "" }] }',
      'error "": "reason" is empty',
    ],
    [
      '{ "suppressions": [{ "check": "unknown-acton", "file": "a", "reason": "b" }] }',
      'error "unknown-acton": "unknown-acton" is no check, did you mean "unknown-action"',
    ],
    [
      '{ "suppressions": [{ "check": "project-file", "file": "a", "reason": "b" }] }',
      'error "project-file": "project-file" is about this file, where nothing can be suppressed',
    ],
    [
      '{ "suppressions": [{ "check": "unknown-action", "file": "!a", "reason": "b" }] }',
      'error "!a": "!a" is no path below the folder of this file',
    ],
    [
      '{ "suppressions": [{ "check": "unknown-action", "file": "a", "reason": "b", "expires": "2027-02-29" }] }',
      'error "2027-02-29": "2027-02-29" is no date of the form 2027-06-30',
    ],
    ["{} {}", "error {: A further document begins here"],
    ["{ // why\n}", 'warning // why: "// why" is a comment, which JSON does not know'],
    ['{ "files": [], }', "warning ,: A trailing comma: nothing follows it"],
    ['{ "files": [] "checks": {} }', "error ]: A comma is missing between this value and the next"],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual([expected]);
    expect(readProject(text).isSound).toBe(!expected.startsWith("error"));
  });
});

test("what is broken is left out, and all else holds", () => {
  const text = WHOLE.replace('"unknown-action": "error"', '"unknown-action": "loud"')
    .replace('"reason": "new in May"', '"reasons": "new in May"')
    .replace('"version": 1,', '"version": 1');
  const { project, findings, isSound } = readProject(text);
  expect(isSound).toBe(false);
  expect(findings.map(({ check }) => check)).toEqual(Array.from({ length: 4 }, () => "project-file"));
  expect(project.checks).toEqual({ "missing-action": "off", "useless-suppression": "hint" });
  expect(project.suppressions.map(({ check }) => check)).toEqual(["operation-level-action"]);
  expect(project.applications).toHaveLength(2);
});

test("a suppression whose limits cannot be read silences nothing", () => {
  const text = '{ "suppressions": [{ "check": "unknown-action", "file": "a", "reason": "b", "at": 1 }] }';
  expect(readProject(text).project.suppressions).toEqual([]);
});

test("a name that was nearly right is changed by a fix", () => {
  const text = '{ "checks": { "unknown-acton": "off" } }';
  const fix = readProject(text).findings[0]?.fixes?.[0];
  expect(fix?.safety).toBe("unsafe");
  expect(readProject(applyEdits(text, fix?.edits ?? [])).findings).toEqual([]);
});

test("the file says how severe its own findings are", () => {
  const levelled = (level: string) => `{ "checks": { "project-file": "${level}" }, "rules": 1 }`;
  expect(readProject(levelled("hint")).findings.map(({ severity }) => severity)).toEqual(["hint"]);
  expect(readProject(levelled("off"))).toMatchObject({ findings: [], isSound: false });
});

describe("reading never fails", () => {
  test("on pieces of a project file", () => {
    const place = fc.nat(WHOLE.length);
    const piece = fc.constantFrom(
      "",
      "{",
      "[",
      '"',
      ",",
      "null",
      "1e999",
      '"__proto__": {',
      "// x",
      "**",
      "!",
    );
    fc.assert(
      fc.property(place, place, piece, (from, to, inserted) => {
        const text = WHOLE.slice(0, from) + inserted + WHOLE.slice(to);
        const { findings, isSound } = readProject(text);
        for (const { span, message } of findings) {
          expect(span.start <= span.end && span.end <= text.length).toBe(true);
          expect(message).not.toMatch(/undefined|\{[a-z]+\}/);
        }
        if (!isSound) expect(findings).not.toEqual([]);
      }),
    );
  });

  test("on values of every shape", () => {
    const key = fc.constantFrom(
      "files",
      "checks",
      "overrides",
      "suppressions",
      "file",
      "at",
      "__proto__",
      "1",
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("a", "**", "{a,b", "[", "unknown-action", "off", "", 1, null, true),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.string(), (data, path) => {
        const { project } = readProject(JSON.stringify(data));
        settingsFor(project, path);
      }),
    );
  });
});
