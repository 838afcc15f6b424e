// What the reports look like. `npm run test:update` writes them anew into test/fixtures/cli.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { excerptOf } from "../../server/src/cli/reporters/excerpt.js";
import { indexLines } from "../../server/src/core/index.js";
import { FAULTY, folderWith, type JsonReport, runCli } from "./run-cli.js";

const FIXTURES = join(import.meta.dirname, "../fixtures/cli");

test.each([
  ["report.txt", []],
  ["report.json", ["--format", "json"]],
  ["report.sarif", ["--format", "sarif"]],
  ["report.github.txt", ["--format", "github"]],
  ["report.junit.xml", ["--format", "junit"]],
  ["report.md", ["--format", "markdown"]],
])("%s", async (golden, options) => {
  const { code, out, err } = await runCli(["check", "policies", ...options], { cwd: FIXTURES });
  expect({ code, err }).toEqual({ code: 1, err: "" });
  await expect(out).toMatchFileSnapshot(join(FIXTURES, golden));
});

test("the JSON report is the one of the documentation", async () => {
  const cwd = folderWith({ "a.policy.json": FAULTY });
  const report: JsonReport = JSON.parse((await runCli(["check", "--format=json"], { cwd })).out);
  expect(report).toEqual({
    version: 1,
    files: [
      {
        path: "a.policy.json",
        dialect: "cam",
        findings: [
          {
            check: "unknown-effect",
            severity: "error",
            message: expect.stringContaining("grant"),
            range: { start: { line: 3, column: 29 }, end: { line: 3, column: 36 } },
            docs: expect.stringMatching(/^https:.*\/unknown-effect\.md$/),
          },
        ],
      },
    ],
    summary: { files: 1, errors: 1, warnings: 0, infos: 0, hints: 0, suppressed: 0 },
  });
});

test("a JSON report about nothing is a report", async () => {
  const { out } = await runCli(["check", "--format=json"], { cwd: folderWith({}) });
  expect(JSON.parse(out)).toMatchObject({ version: 1, files: [], summary: { files: 0 } });
});

test.each([
  ["says nothing of findings where there are none", [], "No findings in 0 files"],
  ["counts one as one", [FAULTY], "1 error in 1 of 1 file"],
  ["counts several", [FAULTY, FAULTY], "2 errors in 2 of 2 files"],
])("the summary %s", async (_name, policies, summary) => {
  const cwd = folderWith(Object.fromEntries(policies.map((policy, at) => [`${at}.policy.json`, policy])));
  const { out } = await runCli(["check"], { cwd });
  expect(out.trimEnd().split("\n").at(-1)).toBe(policies.length === 0 ? "" : summary);
});

describe("an excerpt", () => {
  /** The part between the guillemets is what the finding is about. */
  function excerpt(marked: string): string {
    const start = marked.indexOf("«");
    const text = marked.replace("«", "");
    const end = text.indexOf("»");
    const bare = text.replace("»", "");
    const { source, indent, underline } = excerptOf(bare, indexLines(bare), { start, end });
    return `${source}\n${indent}${underline}`;
  }

  test.each([
    ["shows the line alone", 'one\r\n  «"two"»,\r\nthree', '  "two",\n  ^^^^^'],
    ["expands tabs", '\t"a":\t«"b"»', '    "a":    "b"\n            ^^^'],
    ["knows wide characters", "策略：«“允许”»", "策略：“允许”\n      ^^^^^^"],
    ["knows combining marks and pictures", "e\u0301🎉 «x»", "e\u0301🎉 x\n    ^"],
    ["shows what cannot be seen", "a\u200b«\u001b[31m»", "a<U+200B><U+001B>[31m\n         ^^^^^^^^^^^^"],
    ["marks a place without characters", "ab«»", "ab\n  ^"],
    ["marks an empty text", "«»", "\n^"],
    ["ends at the line's end", "a «{\n}»", "a {\n  ^"],
  ])("%s", (_name, marked, drawn) => {
    expect(excerpt(marked)).toBe(drawn);
  });

  test("of a long line is cut on both sides", () => {
    const [source = "", underline = ""] = excerpt(`${"🎉".repeat(500)}«here»${"x".repeat(500)}`).split("\n");
    expect(source).toMatch(/^…(?:🎉)+herex+…$/u);
    // The pictures before it are two columns wide each.
    expect(underline.indexOf("^")).toBe(source.indexOf("here"));
    expect(underline.trim()).toBe("^^^^");
  });
});

describe("a terminal", () => {
  const files = { "a.policy.json": FAULTY };

  test.each([
    [{ terminal: true }, true],
    [{ terminal: false }, false],
    [{ terminal: true, env: { NO_COLOR: "1" } }, false],
    [{ terminal: true, env: { TERM: "dumb" } }, false],
    [{ terminal: false, env: { FORCE_COLOR: "1" } }, true],
    [{ terminal: true, env: { FORCE_COLOR: "0" } }, false],
    [{ terminal: false, env: { CI: "true" } }, false],
  ])("%j decides about colors", async (options, colored) => {
    const { out } = await runCli(["check"], { cwd: folderWith(files), ...options });
    expect(out.includes("\u001b[31m")).toBe(colored);
  });

  test("is not sent what a policy would tell it", async () => {
    const name = "a\u001b[2J.policy.json";
    const cwd = folderWith({ [name]: FAULTY.replace("grant", "\u202e\u001b[2J") });
    const { out, err } = await runCli(["check", ".", "\u001b[2J"], { cwd });
    for (const character of ["\u001b", "\u202e"]) expect(out + err).not.toContain(character);
    expect(out).toContain("a<U+001B>[2J.policy.json:3:29");
  });

  test("shows progress when it takes long, and removes it before the report", async () => {
    let time = 0;
    const now = () => (time += 400);
    const cwd = folderWith({ "a.json": "{}", "b.json": "{}", "c.json": "{}", "d.policy.json": FAULTY });
    const slow = await runCli(["check"], { cwd, now, terminal: true });
    const removed = "\r\u001b[2K";
    expect(slow.err).toBe(`${removed}Checking … 3 files${removed}Checking … 4 files${removed}`);
    expect((await runCli(["check"], { cwd, now, terminal: false })).err).toBe("");
    expect((await runCli(["check"], { cwd, terminal: true })).err).toBe("");
  });
});
