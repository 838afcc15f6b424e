// `check --fix` on copies of everything there is to try it on: what remains has no safe fix, and a second run
// changes nothing.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledCatalog } from "../../server/src/bundled/catalog.js";
import { readFixture } from "../support/markers.js";
import { folderWith, type JsonReport, runCli } from "./run-cli.js";

const ROOT = join(import.meta.dirname, "../..");
const catalog = bundledCatalog(() => JSON.parse(readFileSync(join(ROOT, "server/data/texts.json"), "utf8")));

test.each([
  ["samples", "samples", "safe"],
  ["policies with many faults", "test/fixtures/policies", "safe"],
  ["policies with many faults, by guesses", "test/fixtures/policies", "unsafe"],
  ["the fixtures of all checks", "test/fixtures/checks", "safe"],
  ["the fixtures of all checks, by guesses", "test/fixtures/checks", "unsafe"],
])(
  "%s",
  async (_, folder, safety) => {
    const given = policiesIn(join(ROOT, folder));
    expect(Object.keys(given).length).toBeGreaterThan(5);
    const cwd = folderWith(given);
    const options = { cwd, catalog };
    await runCli(["check", `--fix=${safety}`, "--no-ignore"], options);
    const fixed = textsOf(cwd, given);
    expect(Object.keys(given).filter((name) => fixed[name] !== given[name])).not.toEqual([]);

    const report: JsonReport = JSON.parse(
      (await runCli(["check", `--fix=${safety}`, "--no-ignore", "--format=json"], options)).out,
    );
    expect(report.summary.fixed).toBe(0);
    expect(textsOf(cwd, given)).toEqual(fixed);
    const left = report.files.flatMap(({ path, findings }) =>
      findings
        .filter(({ fixable }) => fixable === "safe" || (fixable !== undefined && safety === "unsafe"))
        .map(({ check, message }) => `${path}: ${check}: ${message}`),
    );
    expect(left).toEqual([]);
  },
  60_000,
);

/** Without markers, under the names that they have. */
function policiesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith(".json") && !name.includes(".vscode") && !name.endsWith(".fixed.json"))
      .map((name) => [name, readFixture(readFileSync(join(folder, name), "utf8")).text]),
  );
}

function textsOf(folder: string, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(given).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}
