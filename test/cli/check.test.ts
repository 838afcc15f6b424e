// How `access-policy check` is asked and what its exit code says.
import { describe, expect, test } from "vitest";
import { CLEAN, DOUBTFUL, FAULTY, folderWith, type JsonReport, judged, runCli } from "./run-cli.js";

describe("the program", () => {
  test("shows its help and its version", async () => {
    expect(await runCli(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
    const help = await runCli(["--help"]);
    expect(help).toMatchObject({ code: 0, err: "" });
    expect(help.out).toContain("Usage: access-policy <command>");
    expect((await runCli(["check", "-h"])).out).toContain("Usage: access-policy check [paths…]");
  });

  test("shows its help as a mistake when nothing is asked", async () => {
    const { code, out, err } = await runCli([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Usage:");
  });

  test.each([
    [["frobnicate"], 'unknown command "frobnicate"; commands: check'],
    [["constructor"], 'unknown command "constructor"'],
    [["--frobnicate"], 'unknown option "--frobnicate"'],
    [
      ["check", "--format", "xml"],
      'unknown format "xml"; one of: github, json, junit, markdown, sarif, text',
    ],
    [["check", "--format", "toString"], 'unknown format "toString"'],
    [["check", "--format"], '"--format" needs a value'],
    [["check", "--fail-on", "never"], 'unknown severity "never"; one of: error, warning, info, hint'],
    [["check", "--dialect=aws"], 'unknown dialect "aws"; one of: auto, cam, otc'],
  ])("refuses %j", async (argv, message) => {
    const { code, out, err } = await runCli(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});

describe("exit code", () => {
  test.each([
    [CLEAN, [], 0],
    [FAULTY, [], 1],
    [DOUBTFUL, [], 0],
    [DOUBTFUL, ["--fail-on", "warning"], 1],
    [DOUBTFUL, ["--fail-on=hint"], 1],
    [FAULTY, ["--fail-on", "hint"], 1],
  ])("of %# is right", async (policy, options, code) => {
    const cwd = folderWith({ "a.policy.json": policy });
    expect((await runCli(["check", ...options], { cwd })).code).toBe(code);
  });

  test("is 2 when a path does not exist, and the others are judged", async () => {
    const cwd = folderWith({ "a.policy.json": FAULTY });
    const result = await runCli(["check", "--format", "json", "missing.json", "a.policy.json"], { cwd });
    expect(result).toMatchObject({
      code: 2,
      err: "access-policy: missing.json: no such file or folder\n",
    });
    expect(judged(result)).toEqual({ "a.policy.json": ["unknown-effect"] });
  });

  test("is 0, with a word about it, when there are no policies", async () => {
    const cwd = folderWith({ "package.json": "{}" });
    expect(await runCli(["check"], { cwd })).toEqual({
      code: 0,
      out: "",
      err: "access-policy: no policies found\n",
    });
  });
});

describe("standard input", () => {
  test("is judged as a policy", async () => {
    const result = await runCli(["check", "-", "--format=json"], { stdin: FAULTY });
    expect(result.code).toBe(1);
    expect(judged(result)).toEqual({ "<stdin>": ["unknown-effect"] });
  });

  test("is not waited for when it is not named", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN });
    expect((await runCli(["check"], { cwd, stdin: FAULTY })).code).toBe(0);
  });
});

describe("--dialect", () => {
  const otc = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get"] }] }';

  test("is told by each file unless given", async () => {
    const cwd = folderWith({ "a.policy.json": otc, "b.policy.json": CLEAN, "c.policy.json": FOREIGN });
    const { out } = await runCli(["check", "--format", "json"], { cwd });
    const report: JsonReport = JSON.parse(out);
    expect(report.files.map(({ dialect }) => dialect)).toEqual(["otc", "cam", null]);
  });

  test("judges policies by the other one, and makes none of other files", async () => {
    const cwd = folderWith({ "a.json": otc, "package.json": '{ "version": "2.0" }' });
    const result = await runCli(["check", "--format", "json", "--dialect", "cam"], { cwd });
    expect(Object.keys(judged(result))).toEqual(["a.json"]);
    expect(judged(result)["a.json"]).toContain("element-case");
    expect(result.code).toBe(1);
  });
});

const FOREIGN = `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } ] }`;
