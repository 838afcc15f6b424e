// The report for GitHub Actions: our lines against those that GitHub's own toolkit writes for the same data.
import * as toolkit from "@actions/core";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { reportGithub } from "../../server/src/cli/reporters/github.js";
import { visible } from "../../server/src/cli/reporters/visible.js";
import { type Finding, indexLines, positionAt, type Severity } from "../../server/src/core/index.js";
import { ODD_NAMES, report, resultOf } from "./report-results.js";
import { FAULTY, folderWith, runCli } from "./run-cli.js";

afterEach(() => vi.restoreAllMocks());

const WRITERS: Readonly<Record<Severity, typeof toolkit.error>> = {
  error: toolkit.error,
  warning: toolkit.warning,
  info: toolkit.notice,
  hint: toolkit.notice,
};

describe("a line is the one of the toolkit", () => {
  const character = fc.constantFrom(..."a:, %0A\r\n#|=;策🎉\u0001\"'");
  const words = fc.string({ unit: character, minLength: 1 });
  const severity = fc.constantFrom<Severity>("error", "warning", "info", "hint");

  test("for any path and message", () => {
    fc.assert(
      fc.property(words, words, severity, fc.nat(20), fc.nat(20), (path, message, level, one, other) => {
        const text = "line 1\nline 2 🎉\nline 3";
        const span = { start: Math.min(one, other), end: Math.max(one, other) };
        const finding: Finding = { check: "unknown-effect", severity: level, span, message };
        const result = { path, dialect: "cam", text, findings: [finding], suppressed: [] };
        const [line] = report(reportGithub, [result]).split("\n");
        expect(line).toBe(lineOfToolkit(path, text, finding));
      }),
    );
  });

  test.each(ODD_NAMES)("for a file called %j", (name) => {
    const result = resultOf(name, FAULTY);
    const expected = result.findings.map((finding) => lineOfToolkit(name, FAULTY, finding));
    expect(report(reportGithub, [result]).split("\n").slice(0, -2)).toEqual(expected);
  });
});

test("all findings are written, and the figures come last, with those that are suppressed", () => {
  const results = Array.from({ length: 30 }, (_, at) => resultOf(`${at}.policy.json`, FAULTY));
  const lines = report(reportGithub, [...results, resultOf("s.policy.json", FAULTY, "agreed")]).split("\n");
  expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(30);
  expect(lines.slice(-2)).toEqual(["30 errors in 30 of 31 files, 1 suppressed", ""]);
});

test("what could not be read is an error", async () => {
  const { out } = await runCli(["check", "gone,1.json", "--format=github"], { cwd: folderWith({}) });
  expect(out).toBe(
    "::error title=not read,file=gone%2C1.json::no such file or folder\nNo findings in 0 files\n",
  );
});

function lineOfToolkit(file: string, text: string, { check, severity, message, span }: Finding): string {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((piece) => {
    written.push(String(piece));
    return true;
  });
  const lines = indexLines(text);
  const start = positionAt(lines, span.start);
  const end = positionAt(lines, span.end);
  WRITERS[severity](visible(message), {
    title: check,
    file,
    startLine: start.line + 1,
    endLine: end.line + 1,
    ...(start.line === end.line && { startColumn: start.column + 1, endColumn: end.column + 1 }),
  });
  write.mockRestore();
  return written.join("").replace(/\r?\n$/, "");
}
