// Which findings a suppression silences, how long, and when it is useless.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  expiredSuppressions,
  type Finding,
  readPolicyFile,
  readProject,
  runChecks,
  suppress,
  suppressionPlace,
  uselessSuppressions,
} from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const TODAY = "2026-11-21";

const POLICY = `{
  "version": "2.0",
  "statement": [
    { "action": "name/trtc:RemoveUsr", "resource": "*" },
    { "effect": "alow", "action": ["trtc:RemoveUser", "trtc:DescribeRoomInf"], "resource": "*" }
  ]
}`;
const REQUEST = JSON.stringify({ PolicyName: "x", PolicyDocument: POLICY });

function projectWith(...suppressions: readonly object[]) {
  const full = suppressions.map((each) => ({
    check: "unknown-action",
    file: "a.json",
    reason: "x",
    ...each,
  }));
  return readProject(JSON.stringify({ suppressions: full }, undefined, 2));
}

function judge(text: string) {
  const file = readPolicyFile(text, { dialects: miniCatalog.dialects, declared: true });
  return { path: "a.json", text, file, findings: runChecks(file, miniCatalog, { text }) };
}

function told(text: string, suppression: object): string[] {
  const judged = judge(text);
  const { findings, suppressed } = suppress(judged.findings, judged, projectWith(suppression).project, TODAY);
  expect(findings.length + suppressed.length).toBe(judged.findings.length);
  return findings.map(({ check }) => check);
}

const ALL = ["missing-effect", "unknown-action", "unknown-effect", "unknown-action"];

describe("what a suppression silences", () => {
  test.each<[string, object, string[]]>([
    ["all of a check in the file", {}, ["missing-effect", "unknown-effect"]],
    ["in files that a glob means", { file: "**/*.json" }, ["missing-effect", "unknown-effect"]],
    ["nothing in other files", { file: "b.json" }, ALL],
    ["what stands at a text", { at: "trtc:DescribeRoomInf" }, ALL.slice(0, 3)],
    [
      "whatever habit the text has",
      { at: "trtc:RemoveUsr" },
      ["missing-effect", "unknown-effect", "unknown-action"],
    ],
    ["nothing at another text", { at: "trtc:Remove" }, ALL],
    ["what stands at a pointer", { at: "/statement/1/action/1" }, ALL.slice(0, 3)],
    ["nothing at another pointer", { at: "/statement/1/action" }, ALL],
    ["an opening brace", { check: "missing-effect", at: "/statement/0" }, ALL.slice(1)],
    [
      "a value",
      { check: "unknown-effect", at: "alow" },
      ["missing-effect", "unknown-action", "unknown-action"],
    ],
    ["until its last day", { expires: TODAY }, ["missing-effect", "unknown-effect"]],
    ["nothing after it", { expires: "2026-11-20" }, ALL],
  ])("%s", (_name, suppression, left) => {
    expect(told(POLICY, suppression)).toEqual(left);
  });

  test.each([[{ at: "trtc:DescribeRoomInf" }], [{ at: "/PolicyDocument/statement/1/action/1" }]])(
    "inside the string of a request: %j",
    (suppression) => {
      expect(told(REQUEST, suppression)).toEqual(ALL.slice(0, 3));
    },
  );

  test("keeps reason and last day with what is suppressed", () => {
    const judged = judge(POLICY);
    const { project } = projectWith({ at: "trtc:RemoveUsr", reason: "new in May", expires: "2027-01-01" });
    const { suppressed, used } = suppress(judged.findings, judged, project, TODAY);
    expect(suppressed).toMatchObject([
      { check: "unknown-action", suppression: { reason: "new in May", expires: "2027-01-01" } },
    ]);
    expect([...used]).toEqual(project.suppressions);
  });
});

test("a pointer escapes the keys of the file", () => {
  const judged = judge('{ "version": "2.0", "statement": [], "a/b~": 1 }');
  const finding = judged.findings.find(({ check }) => check === "unknown-element");
  const { project } = projectWith({ check: "unknown-element", at: "/a~1b~0" });
  expect(finding).toBeDefined();
  expect(suppress(judged.findings, judged, project, TODAY).suppressed).toEqual([
    expect.objectContaining({ check: "unknown-element" }),
  ]);
});

test("what stands in a second document is silenced too", () => {
  const text = `{ "version": "2.0", "statement": [] }\n${POLICY}`;
  const judged = judge(text);
  const { project } = projectWith({ check: "unknown-effect", at: "alow" });
  const { suppressed } = suppress(judged.findings, judged, project, TODAY);
  expect(suppressed.map(({ check }) => check)).toEqual(["unknown-effect"]);
});

describe("the findings about suppressions", () => {
  const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);

  test("name those that are past their last day", () => {
    const { project, text } = projectWith({ expires: "2026-11-20" }, { expires: TODAY }, {});
    const [found, ...others] = expiredSuppressions(project, text, TODAY);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ check: "expired-suppression", severity: "warning" });
    expect(found?.message).toBe('This suppression of "unknown-action" held until 2026-11-20');
    expect(text.slice(found?.span.start, found?.span.end)).toBe('"2026-11-20"');
    const fixed = applyEdits(text, found?.fixes?.[0]?.edits ?? []);
    expect(readProject(fixed).project.suppressions).toHaveLength(2);
    expect(readProject(fixed).findings).toEqual([]);
  });

  test("name useless ones of files that were judged", () => {
    const { project, text } = projectWith(
      {},
      { file: "b.json" },
      { file: "*.json" },
      { expires: "2020-01-01" },
    );
    const judged = {
      today: TODAY,
      paths: ["a.json", "c.json"],
      used: new Set(project.suppressions.slice(1, 2)),
    };
    const some = uselessSuppressions(project, text, { ...judged, isComplete: false });
    expect(messages(some)).toEqual([
      'Nothing is found in "a.json" that this suppression of "unknown-action" silences',
    ]);
    const all = uselessSuppressions(project, text, { ...judged, isComplete: true });
    expect(messages(all)).toEqual([
      'Nothing is found in "a.json" that this suppression of "unknown-action" silences',
      'Nothing is found in "*.json" that this suppression of "unknown-action" silences',
    ]);
    const used = new Set(project.suppressions);
    expect(uselessSuppressions(project, text, { ...judged, used, isComplete: true })).toEqual([]);
  });

  test("have the levels that the project gives them", () => {
    const text = JSON.stringify({
      checks: { "expired-suppression": "error", "useless-suppression": "off" },
      suppressions: [
        { check: "unknown-action", file: "a.json", reason: "x", expires: "2020-01-01" },
        { check: "unknown-action", file: "a.json", reason: "x" },
      ],
    });
    const { project } = readProject(text);
    expect(expiredSuppressions(project, text, TODAY).map(({ severity }) => severity)).toEqual(["error"]);
    const judged = { today: TODAY, paths: ["a.json"], used: new Set<never>(), isComplete: true };
    expect(uselessSuppressions(project, text, judged)).toEqual([]);
  });
});

test("what is suppressed stays so when lines move and statements come before it", () => {
  const indent = fc.constantFrom("", " ", "\t", "\n", "\r\n\r\n");
  const before = fc.nat(3);
  const judged = judge(POLICY);
  for (const finding of judged.findings) {
    const at = suppressionPlace(finding, judged) ?? "";
    const { project } = projectWith({ check: finding.check, at });
    const count = suppress(judged.findings, judged, project, TODAY).suppressed.length;
    expect(count).toBe(1);
    fc.assert(
      fc.property(indent, before, (blank, statements) => {
        const added = '{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "*" }, '.repeat(
          at.startsWith("/") ? 0 : statements,
        );
        const moved = judge(
          `${blank}${POLICY.replace('[\n    { "action"', `[${blank}${added}${blank}{ "action"`)}`,
        );
        const parted = suppress(moved.findings, moved, project, TODAY);
        expect(parted.suppressed).toHaveLength(count);
        const left = parted.findings.filter(({ check }) => ALL.includes(check));
        expect(left).toHaveLength(judged.findings.length - count);
      }),
      { numRuns: 30 },
    );
  }
});
