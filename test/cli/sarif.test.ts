// The SARIF report, against the schema of the standard and by what it promises.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Region, Result } from "sarif";
import { describe, expect, test } from "vitest";
import { reportSarif } from "../../server/src/cli/reporters/sarif.js";
import { applyEdits, indexLines, offsetAt } from "../../server/src/core/index.js";
import { ODD_NAMES, report, resultOf } from "./report-results.js";
import { FAULTY, folderWith, runCli } from "./run-cli.js";
import { isValidSarif, runOf } from "./sarif-log.js";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const MODERATORS = readFileSync(join(FIXTURES, "cli/policies/chat/moderators.cam.json"), "utf8");

describe("a report is valid by the schema of the standard", () => {
  test("of many findings, with related places and fixes", async () => {
    const { out } = await runCli(["check", "policies", "--format", "sarif"], { cwd: join(FIXTURES, "cli") });
    const run = runOf(out);
    expect(run.results?.some(({ fixes = [] }) => fixes.length > 0)).toBe(true);
    expect(run.results?.some(({ relatedLocations = [] }) => relatedLocations.length > 0)).toBe(true);
  });

  test("of nothing", async () => {
    const { out } = await runCli(["check", "--format=sarif"], { cwd: folderWith({}) });
    expect(runOf(out)).toMatchObject({ results: [], artifacts: [], tool: { driver: { rules: [] } } });
  });

  test("of suppressed findings, which are results that say so", () => {
    const results = [
      resultOf("a.policy.json", FAULTY, 'agreed in "OPS-7"'),
      resultOf("b.policy.json", FAULTY),
    ];
    const run = runOf(report(reportSarif, results));
    expect(run.results?.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: "external", justification: 'agreed in "OPS-7"', properties: { expires: "2027-06-30" } }],
      [],
    ]);
  });

  test("of files that could not be read", async () => {
    const cwd = folderWith({ "a.policy.json": FAULTY });
    const run = runOf((await runCli(["check", "a.policy.json", "gone.json", "--format=sarif"], { cwd })).out);
    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ message: { text: "no such file or folder" } }],
      },
    ]);
  });

  test("and one that is not valid is found", () => {
    expect(isValidSarif({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
    expect(isValidSarif({ version: "2.1.0", runs: [], rules: [] })).toBe(false);
    const uri = (text: string) => ({ artifacts: [{ location: { uri: text } }] });
    const run = (text: string) => ({ tool: { driver: { name: "a" } }, ...uri(text) });
    expect(isValidSarif({ version: "2.1.0", runs: [run("a%20b")] })).toBe(true);
    expect(isValidSarif({ version: "2.1.0", runs: [run("a b")] })).toBe(false);
  });
});

describe("files", () => {
  test("of any name are URIs that lead back to them", () => {
    const run = runOf(
      report(
        reportSarif,
        ODD_NAMES.map((name) => resultOf(`policies/${name}`, FAULTY)),
      ),
    );
    const paths = run.results?.map((result) => {
      const {
        uri = "",
        uriBaseId,
        index = -1,
      } = result.locations?.[0]?.physicalLocation?.artifactLocation ?? {};
      expect(run.artifacts?.[index]?.location).toEqual({ uri, uriBaseId });
      expect(uriBaseId).toBe("%SRCROOT%");
      expect(uri).toMatch(/^[\x21-\x7e]+$/);
      return decodeURIComponent(new URL(uri, "file:///project/").pathname);
    });
    expect(paths).toEqual(ODD_NAMES.map((name) => `/project/policies/${name}`));
  });

  test.each([
    ["../other/a b.json", "file:///other/a%20b.json"],
    ["/tmp/策.json", "file:///tmp/%E7%AD%96.json"],
  ])("outside of the folder are absolute: %s", (path, uri) => {
    const run = runOf(report(reportSarif, [resultOf(path, FAULTY)]));
    expect(run.artifacts?.[0]?.location).toEqual({ uri });
  });
});

test("results name their rules, and rules have their page", async () => {
  const { out } = await runCli(["check", "policies", "--format", "sarif"], { cwd: join(FIXTURES, "cli") });
  const { results = [], tool } = runOf(out);
  const rules = tool.driver.rules ?? [];
  for (const { ruleId, ruleIndex = -1 } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  expect(new Set(results.map(({ ruleId }) => ruleId)).size).toBe(rules.length);
  expect(rules.find(({ id }) => id === "unknown-effect")).toEqual({
    id: "unknown-effect",
    name: "UnknownEffect",
    shortDescription: { text: "Effect is neither allow nor deny." },
    fullDescription: {
      text: expect.stringMatching(/^Faults like in `a`, see index \(https:.*\)\. And others\.$/),
    },
    helpUri: expect.stringMatching(/^https:.*\/unknown-effect\.md$/),
    help: {
      text: expect.stringContaining("\nWhat it finds\n"),
      markdown: expect.stringMatching(/## What it finds\n\nFaults like in `a`, see \[index\]\(https:.*\)/),
    },
    defaultConfiguration: { level: "error" },
    properties: { tags: ["statement"], precision: "high" },
  });
});

test("rules have their page in Chinese", async () => {
  const argv = ["check", "policies", "--format", "sarif", "--lang", "zh-cn"];
  const { out } = await runCli(argv, { cwd: join(FIXTURES, "cli") });
  const { driver } = runOf(out).tool;
  expect(driver.informationUri).toMatch(/\/checks\/zh-cn\/index\.md$/);
  expect(driver.rules?.find(({ id }) => id === "unknown-effect")).toMatchObject({
    shortDescription: { text: "效力既不是允许也不是拒绝。" },
    fullDescription: { text: expect.stringMatching(/^与 `a` 类似的错误，见 列表 \(https:.*\)。以及其他。$/) },
    helpUri: expect.stringMatching(/\/checks\/zh-cn\/unknown-effect\.md$/),
    help: {
      text: expect.stringContaining("\n检查内容\n"),
      markdown: expect.stringMatching(/见 \[列表\]\(https:.*\/zh-cn\/index\.md\)/),
    },
  });
});

test("the fixes, applied by their lines and columns, are ours", () => {
  const text = MODERATORS.replaceAll("\n", "\r\n");
  const result = resultOf("a.cam.json", text);
  const { results = [] } = runOf(report(reportSarif, [result]));
  const lines = indexLines(text);
  const offset = (line = 1, column = 1) => offsetAt(lines, { line: line - 1, column: column - 1 });
  const spanOf = ({ startLine, startColumn, endLine, endColumn }: Region) => ({
    start: offset(startLine, startColumn),
    end: offset(endLine, endColumn),
  });
  const ours = result.findings.flatMap(({ fixes = [] }) =>
    fixes.map(({ title, safety, edits }) => [title, safety, applyEdits(text, edits)]),
  );
  const theirs = results.flatMap(({ fixes = [] }) =>
    fixes.map(({ description, properties, artifactChanges }) => {
      const edits = artifactChanges[0]?.replacements.map(({ deletedRegion, insertedContent }) => ({
        span: spanOf(deletedRegion),
        text: insertedContent?.text ?? "",
      }));
      return [description?.text, properties?.safety, applyEdits(text, edits ?? [])];
    }),
  );
  expect(theirs.length).toBeGreaterThan(0);
  expect(theirs).toEqual(ours);
});

describe("fingerprints", () => {
  const statement = '{ "effect": "grant", "action": ["trtc:DescribeRoomInfo"], "resource": "*" }';
  const other = '{ "effect": "allow", "action": ["trtc:DescribeRoomInf"], "resource": "*" }';
  const nameless = '{ "action": ["trtc:DismissRoom"], "resource": "*" }';
  const policy = (...statements: string[]) =>
    `{ "version": "2.0",\n "statement": [${statements.join(",\n")}] }`;

  test("survive moved lines, other statements and formatting", () => {
    const before = fingerprintsOf(policy(statement, nameless));
    const formatted = JSON.stringify(JSON.parse(policy(other, nameless, statement)), null, 4);
    const after = fingerprintsOf(`\n\n\n${formatted}`);
    expect(before).toHaveLength(2);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  test("tell the same fault in one file apart, and files from each other", () => {
    const twice = fingerprintsOf(policy(statement, statement, nameless, nameless));
    expect(new Set(twice).size).toBe(twice.length);
    expect(fingerprintsOf(policy(statement), "b.policy.json")).not.toEqual(fingerprintsOf(policy(statement)));
  });

  test("are what they were", () => {
    expect(fingerprintsOf(policy(statement))).toEqual(["680d7e4f4ab9e128"]);
  });

  function fingerprintsOf(text: string, path = "a.policy.json"): string[] {
    const { results = [] } = runOf(report(reportSarif, [resultOf(path, text)]));
    return results.map(
      ({ partialFingerprints }: Result) => partialFingerprints?.["accessPolicyFinding/v1"] ?? "",
    );
  }
});
