// What policies let someone do, as the command line says it. `npm run test:update` writes the reports anew into
// test/fixtures/cli/explain.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLEAN, folderWith, runCli } from "./run-cli.js";

const FIXTURES = join(import.meta.dirname, "../fixtures/cli/explain");
const FILES = ["operators.policy.json", "images.otc.json"];

describe("the report as", () => {
  test.each([
    ["text", "explained.txt"],
    ["markdown", "explained.md"],
    ["json", "explained.json"],
  ])("%s", async (format, golden) => {
    const { code, out, err } = await runCli(["explain", ...FILES, "--format", format], { cwd: FIXTURES });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(out).toMatchFileSnapshot(join(FIXTURES, golden));
  });
});

test("names of applications come from the project file that was named, or from none", async () => {
  const cwd = folderWith({
    "a.policy.json": CLEAN,
    "team.json": '{ "applications": [{ "sdkAppId": 2, "label": "Chat test" }] }',
  });
  const named = await runCli(["explain", "a.policy.json", "--project", "team.json"], { cwd });
  expect(named.out).toContain("on app 2 (Chat test)");
  const near = ["explain", "--no-project", "operators.policy.json"];
  expect((await runCli(near, { cwd: FIXTURES })).out).not.toContain("Live prod");
  const both = ["explain", "a.policy.json", "--project=team.json", "--no-project"];
  expect(await runCli(both, { cwd })).toMatchObject({ code: 2, out: "" });
});

test("standard input is explained", async () => {
  const { code, out } = await runCli(["explain", "-"], { stdin: CLEAN });
  expect(code).toBe(0);
  expect(out).toMatch(/^<stdin>: Read only: 1 read action\n/);
});

test("policies inside a request have the lines of the file", async () => {
  const document = JSON.stringify({
    version: "2.0",
    statement: [{ effect: "allow", action: "trtc", resource: "*" }],
  });
  const cwd = folderWith({
    "request.json": `{\n  "PolicyName": "a",\n  "PolicyDocument": ${JSON.stringify(document)}\n}\n`,
  });
  const { out } = await runCli(["explain", "request.json"], { cwd });
  expect(out).toBe(
    "request.json: Grants nothing\n  Notes:\n    line 3: something is left out, because it is no action\n",
  );
});

test("a policy inside a request that breaks off is told by the line of the file", async () => {
  const document = JSON.stringify('{ "version": "2.0",\n\n\n\n"statement": [');
  const cwd = folderWith({ "request.json": `{\n  "PolicyName": "a",\n  "PolicyDocument": ${document}\n}\n` });
  const { out } = await runCli(["explain", "request.json"], { cwd });
  expect(out).toContain("line 3: the text is broken from here on");
});

test("a text that breaks off is explained as far as it goes", async () => {
  const cwd = folderWith({ "a.policy.json": CLEAN.slice(0, CLEAN.indexOf('"resource"')) });
  const { code, out } = await runCli(["explain", "a.policy.json"], { cwd });
  expect(code).toBe(0);
  expect(out).toContain("the text is broken from here on");
  expect(out).toContain("line 3: a statement without resources is left out");
});

test("of a merge that is not finished one side is explained", async () => {
  const conflict = '<<<<<<< HEAD\n"*"\n=======\n"qcs::trtc:::*"\n>>>>>>> branch\n';
  const text = `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:*", "resource":\n${conflict}}] }`;
  const cwd = folderWith({ "a.policy.json": text });
  const { out } = await runCli(["explain", "a.policy.json"], { cwd });
  expect(out).toContain("on everything");
  expect(out).toContain("line 2: only one side of a merge conflict is read");
});

describe("what cannot be explained is said, and the others are:", () => {
  test.each([
    ["nowhere.json", undefined, "no such file or folder"],
    ["folder", undefined, "it is a folder"],
    ["empty.json", "", "it is empty"],
    ["other.json", '{ "name": "left-pad" }', "no policy in it"],
    ["list.json", "[1, 2]", "no policy in it"],
    [
      "aws.json",
      '{ "Version": "2012-10-17", "Statement": [] }',
      "marks a policy of AWS, which is not read here",
    ],
  ])("%s", async (name, content, reason) => {
    const files = {
      "b.policy.json": CLEAN,
      "folder/c.txt": "",
      ...(content !== undefined && { [name]: content }),
    };
    const cwd = folderWith(files);
    const result = await runCli(["explain", name, "b.policy.json"], { cwd });
    expect(result.code).toBe(2);
    expect(result.err).toMatch(new RegExp(`^access-policy: ${name}: .*${reason}\\n$`));
    expect(result.out).toMatch(/^b\.policy\.json: Read only/);
    expect(await runCli(["explain", name], { cwd })).toMatchObject({ code: 2, out: "" });
  });
});

test("a dialect can be named", async () => {
  const cwd = folderWith({ "a.policy.json": CLEAN });
  const { code, out } = await runCli(["explain", "a.policy.json", "--dialect=cam"], { cwd });
  expect({ code, start: out.slice(0, 26) }).toEqual({ code: 0, start: "a.policy.json: Read only: " });
});

test("escape sequences of a policy do not reach the terminal", async () => {
  const cwd = folderWith({ "a.policy.json": CLEAN.replace("sdkappid/2", "sdkappid/\\u001b[31m") });
  const { out } = await runCli(["explain", "a.policy.json"], { cwd });
  expect(out).not.toContain("\u001b");
});

test("colors are those of the terminal", async () => {
  const { out } = await runCli(["explain", "-"], { stdin: CLEAN, terminal: true });
  expect(out).toContain("\u001b[1m<stdin>");
});

test("help", async () => {
  const { code, out } = await runCli(["explain", "--help"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^Usage: access-policy explain <file…>/);
});

test.each([
  [[], "no file is named"],
  [["a.json", "--format=sarif"], 'unknown format "sarif"; one of: json, markdown, text'],
  [["a.json", "--dialect=aws"], 'unknown dialect "aws"; one of: auto, cam, otc'],
  [["a.json", "--all"], 'unknown option "--all"'],
])("%j is a mistake", async (argv, message) => {
  const { code, out, err } = await runCli(["explain", ...argv]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toBe(`access-policy: ${message}\nTry: access-policy explain --help\n`);
});
