// What comparisons look like. `npm run test:update` writes them anew into test/fixtures/cli/compare.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { policiesIn } from "../../server/src/cli/policy-files.js";
import type { ComparedFile, CompareReporter } from "../../server/src/cli/reporters/compare/compared.js";
import { reportCompareGithub } from "../../server/src/cli/reporters/compare/github.js";
import { reportCompareJson } from "../../server/src/cli/reporters/compare/json.js";
import { reportCompareMarkdown } from "../../server/src/cli/reporters/compare/markdown.js";
import { reportCompareSarif } from "../../server/src/cli/reporters/compare/sarif.js";
import { reportCompareText } from "../../server/src/cli/reporters/compare/text.js";
import type { Comparison } from "../../server/src/core/index.js";
import { miniCatalog } from "../support/mini-catalog.js";
import { ODD_NAMES } from "./report-results.js";
import { folderWith, runCli } from "./run-cli.js";
import { runOf } from "./sarif-log.js";

const FIXTURES = join(import.meta.dirname, "../fixtures/cli/compare");

describe("of two folders", () => {
  test.each([
    ["report.txt", []],
    ["report.json", ["--format", "json"]],
    ["report.md", ["--format", "markdown"]],
    ["report.github.txt", ["--format", "github"]],
    ["report.sarif", ["--format", "sarif"]],
  ])("%s", async (golden, options) => {
    const { code, out, err } = await runCli(["compare", "before", "after", ...options], { cwd: FIXTURES });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(out).toMatchFileSnapshot(join(FIXTURES, golden));
  });

  test("the SARIF report is valid, and its results stand on the words that make the difference", async () => {
    const { out } = await runCli(["compare", "before", "after", "--format=sarif"], { cwd: FIXTURES });
    const { results = [], tool, artifacts } = runOf(out);
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(
      new Set(["access-widened", "access-undecided"]),
    );
    for (const { level, ruleId, ruleIndex = -1 } of results) {
      expect(level).toBe("note");
      expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    }
    const lines = results.map(({ locations }) => {
      const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
      return [artifacts?.[artifactLocation?.index ?? -1]?.location?.uri, region?.startLine];
    });
    expect(lines).toContainEqual(["after/trtc/operators.policy.json", 7]);
    expect(lines.some(([uri]) => uri === "after/ims/readers.otc.json")).toBe(false);
  });

  test("colors are for terminals", async () => {
    const terminal = await runCli(["compare", "before", "after"], { cwd: FIXTURES, terminal: true });
    const plain = await runCli(["compare", "before", "after"], { cwd: FIXTURES });
    expect(terminal.out).toContain("\u001b[31m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what terminals are sent.
    expect(terminal.out.replace(/\u001b\[\d+m/g, "")).toBe(plain.out);
  });
});

const REPORTERS: readonly [string, CompareReporter][] = [
  ["github", reportCompareGithub],
  ["json", reportCompareJson],
  ["markdown", reportCompareMarkdown],
  ["sarif", reportCompareSarif],
  ["text", reportCompareText],
];

const NOTHING: Comparison = { verdict: "unchanged", gained: [], lost: [], undecided: [], leftOut: [] };

const UNDECIDED: Comparison = {
  ...NOTHING,
  verdict: "indeterminate",
  undecided: [
    { actions: ["trtc:DismissRoom"], reason: "budget", keys: ["qcs:ip", "qcs:mfa"] },
    { actions: ["trtc:*"], reason: "budget", keys: [] },
    { actions: ["trtc:RemoveUser"], reason: "mixed-types", keys: ["qcs:tag"] },
  ],
};

function fileOf(path: string, comparison: Comparison): ComparedFile {
  return { path, status: "changed", comparison, gaps: [], mayHide: false, applications: [] };
}

function report(reporter: CompareReporter, files: readonly ComparedFile[], unread: readonly string[] = []) {
  return reporter(files, {
    catalog: miniCatalog,
    colors: false,
    cwd: "/project",
    unread: unread.map((path) => ({ path, reason: "permission denied" })),
    version: "1.2.3",
  });
}

describe.each(REPORTERS)("%s", (_name, reporter) => {
  test("tells of nothing", () => {
    expect(report(reporter, [])).not.toBe("");
    expect(report(reporter, [fileOf("a.json", NOTHING)])).not.toBe("");
  });
});

// GitHub finds a file by its exact name.
test.each(REPORTERS.filter(([name]) => name !== "github"))(
  "%s sends nothing of what a terminal would obey",
  (_name, reporter) => {
    const files = ODD_NAMES.map((name) => fileOf(name, UNDECIDED));
    expect(report(reporter, files, ODD_NAMES)).not.toContain("\u001b");
  },
);

test("what is not decided is said in words", () => {
  expect(report(reportCompareText, [fileOf("a.json", UNDECIDED), fileOf("b.json", NOTHING)])).toBe(
    `a.json: not all could be decided
  open    trtc:DismissRoom: too many combinations of conditions on qcs:ip, qcs:mfa
  open    trtc:*: too many combinations of patterns to compare
  open    trtc:RemoveUser: qcs:tag is compared as values of several types

Not decided in 1 of 2 policies. Access unchanged in 1 of 2 policies
`,
  );
});

describe("the comment", () => {
  const many = (count: number, prefix = "trtc:Describe") =>
    Array.from({ length: count }, (_, at) => `${prefix}${"X".repeat(20)}${at}`);
  const policy = (actions: readonly string[]) =>
    JSON.stringify({
      version: "2.0",
      statement: actions.map((action) => ({ effect: "allow", action, resource: "*" })),
    });

  test("of a single large policy is cut and says so", () => {
    const text = policy(many(1000));
    const read = policiesIn("a.policy.json", { text, problems: [] }, miniCatalog.dialects);
    expect("policies" in read).toBe(true);
    if (!("policies" in read)) return;
    const gained = read.policies.flatMap((own) =>
      own.statements.map((statement) => ({
        access: "write" as const,
        actions: statement.actions.map(({ text: action }) => action),
        resources: ["*"],
        by: { policy: own, statement },
        witness: { action: "trtc:DismissRoom", resource: "*", context: {} },
      })),
    );
    const file = { ...fileOf("a.policy.json", { ...NOTHING, verdict: "widened", gained }), after: read };
    const out = report(reportCompareMarkdown, [file, fileOf("b.policy.json", UNDECIDED)]);
    expect(out.length).toBeLessThan(65_536);
    expect(out).toContain("**Access widened** in 1 of 2 policies: +1000 write.");
    expect(out).toMatch(/Left out, because this would become too long: \d+ changes/);
    expect(out.match(/<details>/g)).toHaveLength(1);
    expect(out.match(/<\/details>/g)).toHaveLength(1);
    expect(out).toContain("### `b.policy.json`");
  });

  test("of many policies is cut and counts those that it lacks", async () => {
    const after = Object.fromEntries(
      many(600, "after/").map((name) => [`${name}.policy.json`, policy(many(3))]),
    );
    const cwd = folderWith({ "before/readme.md": "", ...after });
    const { out } = await runCli(["compare", "before", "after", "--format=markdown"], { cwd });
    expect(out.length).toBeLessThan(65_536);
    const shown = out.match(/^### /gm)?.length ?? 0;
    expect(out).toContain(`all of ${600 - shown} policies.`);
  });

  test("has no Markdown and no HTML of others in it", async () => {
    const cwd = folderWith({
      "a.policy.json": policy([]),
      "b.policy.json": policy(["trtc:`*|<img src=x>|@admin"]),
      "access-policy.config.json": "{}",
    });
    const { out } = await runCli(["compare", "a.policy.json", "b.policy.json", "--format=markdown"], { cwd });
    for (const row of out.split("\n").filter((line) => line.startsWith("| gained"))) {
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
    }
    expect(out.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "")).not.toMatch(/(?<!\\)<img|@admin/);
  });
});
