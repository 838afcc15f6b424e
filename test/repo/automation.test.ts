// What other repositories take from this one: the hook for pre-commit and the action for GitHub. Both run the
// published command line, so they name a version, a program and options that must exist.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { folderWith, runCli } from "../cli/run-cli.js";

const ROOT = join(import.meta.dirname, "../..");
const { name, version, bin } = JSON.parse(readFileSync(join(ROOT, "server/package.json"), "utf8"));

describe("the hook for pre-commit", () => {
  const hooks = Object(load(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8")));
  const [hook] = hooks;

  test("is one, and installs the version of this repository", () => {
    expect(hooks).toHaveLength(1);
    expect(hook).toMatchObject({ id: "access-policy", language: "node" });
    expect(hook.additional_dependencies).toEqual([`${name}@${version}`]);
  });

  test("runs a program and a command that exist", async () => {
    const [program, ...words] = hook.entry.split(" ");
    expect(Object.keys(bin)).toContain(program);
    expect(await runCli([...words, "--help"])).toMatchObject({ code: 0 });
  });

  test("is given policies by name, and no other files", () => {
    const files = new RegExp(hook.files);
    for (const path of ["a.policy.json", "policies/策 略.cam.json", "x/y.otc.json"])
      expect(path).toMatch(files);
    for (const path of ["package.json", "a.policy.jsonc", "policy.json.md"]) expect(path).not.toMatch(files);
  });
});

describe("the action for GitHub", () => {
  const action = Object(load(readFileSync(join(ROOT, "action.yml"), "utf8")));
  const [step] = action.runs.steps;

  test("runs the version of this repository, unless told otherwise", () => {
    expect(action.inputs.version.default).toBe(version);
    expect(action.runs).toMatchObject({ using: "composite", steps: [{ shell: "bash" }] });
  });

  test("passes each input through the environment, and none into the script", () => {
    expect(step.run).not.toContain("${{");
    const passed = Object.values(step.env).map(
      (value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(String(value))?.[1],
    );
    expect(passed.sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test("calls the program with its inputs, whatever stands in them", () => {
    const { code, words } = runStep({
      PATHS: "policies\n\na b.json\n$(touch harm) `touch harm` \"'.json\n--fix",
      FORMAT: "github; touch harm",
    });
    expect(code).toBe(0);
    const run = ["--yes", "--package", `${name}@${version}`, "--", "access-policy", "check"];
    const paths = ["policies", "a b.json", "$(touch harm) `touch harm` \"'.json", "--fix"];
    expect(words).toEqual([...run, "--format", "github; touch harm", "--fail-on", "error", "--", ...paths]);
  });

  test("calls it so that it understands", async () => {
    const { words } = runStep({});
    const after = words.slice(words.indexOf("access-policy") + 1);
    const cwd = folderWith({});
    expect(await runCli(after, { cwd })).toMatchObject({
      code: 0,
      err: "access-policy: no policies found\n",
    });
    expect(Object.keys(bin)).toContain("access-policy");
  });

  test("writes the report to a file where one is named, and fails when the program does", () => {
    const { code, folder, out } = runStep({ REPORT: "out of it.sarif", FORMAT: "sarif" }, 1);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(readFileSync(join(folder, "out of it.sarif"), "utf8")).toContain("--format\nsarif\n");
  });

  /** As GitHub runs it, with a stand-in for `npx` that writes what it is given. */
  function runStep(inputs: Readonly<Record<string, string>>, exitCode = 0) {
    const folder = folderWith({});
    writeFileSync(join(folder, "npx"), `#!/bin/sh\nprintf '%s\\n' "$@"\nexit ${exitCode}\n`);
    chmodSync(join(folder, "npx"), 0o755);
    const env: Record<string, string> = { PATH: `${folder}${delimiter}${process.env.PATH}` };
    for (const key of Object.keys(step.env)) {
      const input = key.slice("ACCESS_POLICY_".length);
      env[key] = inputs[input] ?? action.inputs[input.toLowerCase().replaceAll("_", "-")].default;
    }
    const { status, stdout } = spawnSync(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run],
      {
        cwd: folder,
        env,
        encoding: "utf8",
      },
    );
    expect(existsSync(join(folder, "harm"))).toBe(false);
    return { code: status, folder, out: stdout, words: stdout.trimEnd().split("\n") };
  }
});
