// The program as it ships: one file, started by Node. `npm test` builds it first.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainPage } from "../../server/src/cli/page.js";
import { CLEAN, FAULTY, folderWith, judged } from "./run-cli.js";

const ROOT = join(import.meta.dirname, "../..");
const CLI = join(ROOT, "server/dist/cli.js");

function run(argv: readonly string[], cwd: string, input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...argv], {
    cwd,
    input,
    encoding: "utf8",
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

test("it is built", () => {
  expect(existsSync(CLI), "node esbuild.mjs builds it").toBe(true);
  const { bin } = JSON.parse(readFileSync(join(ROOT, "server/package.json"), "utf8"));
  expect(join(ROOT, "server", bin["access-policy"])).toBe(CLI);
  expect(readFileSync(CLI, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test("it says its version, which is that of the package", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "server/package.json"), "utf8"));
  expect(run(["--version"], ROOT)).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

test("it judges files, globs and standard input, with the exit code", () => {
  const cwd = folderWith({ "a.policy.json": FAULTY, "b/c.json": CLEAN });
  expect(run(["check"], cwd)).toMatchObject({ code: 1, err: "" });
  expect(judged(run(["check", "b/*.json", "--format=json"], cwd))).toEqual({ "b/c.json": [] });
  expect(run(["check", "-"], cwd, CLEAN)).toMatchObject({ code: 0, out: "No findings in 1 file\n" });
  expect(run(["check", "nowhere"], cwd).code).toBe(2);
});

test.each([
  ["en", "server/docs/checks", "pages.json"],
  ["zh-cn", "server/docs/checks/zh-cn", "pages.zh-cn.json"],
])("it brings the pages about all checks: %s", (language, folder, file) => {
  const pages = readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name.slice(0, -".md".length), readFileSync(join(ROOT, folder, name), "utf8")]);
  const brought = JSON.parse(readFileSync(join(ROOT, "server/dist/data", file), "utf8"));
  expect(brought).toEqual(Object.fromEntries(pages));
  const shown = plainPage(brought["unknown-effect"]);
  const argv = ["check", "--help-check", "unknown-effect", "--lang", language];
  expect(run(argv, ROOT)).toEqual({ code: 0, out: shown, err: "" });
});

test("it carries nothing of the language server", () => {
  expect(readFileSync(CLI, "utf8")).not.toMatch(/textDocument\//);
});

test("it is quiet when its reader has seen enough", async () => {
  const cwd = folderWith(
    Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.policy.json`, FAULTY])),
  );
  const child = spawn(process.execPath, [CLI, "check"], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const signal = await new Promise((settle) => child.on("close", (_code, by) => settle(by)));
  expect({ err, signal }).toEqual({ err: "", signal: null });
});
