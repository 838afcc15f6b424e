// Which files are judged: those that are named, those that fit, and those in folders that are policies.
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLEAN, FAULTY, folderWith, judged, runCli } from "./run-cli.js";

async function pathsOf(argv: readonly string[], cwd: string): Promise<string[]> {
  return Object.keys(judged(await runCli(["check", "--format=json", ...argv], { cwd })));
}

test("a folder is searched for policies, by name and by content", async () => {
  const cwd = folderWith({
    "z.cam.json": "",
    "b/UPPER.OTC.JSON": "{}",
    "b/commented.jsonc": `// Ours.\n${CLEAN}`,
    "b/found.json": CLEAN,
    "b/notes.txt": CLEAN,
    "b/other.json": '{ "version": 2, "statement": "of account" }',
    "a.policy.json": "[]",
    "package.json": '{ "version": "2.0" }',
    "aws.json":
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] }',
    "node_modules/x/a.policy.json": FAULTY,
    ".git/a.policy.json": FAULTY,
    ".github/a.policy.json": CLEAN,
  });
  const all = [
    ".github/a.policy.json",
    "a.policy.json",
    "b/UPPER.OTC.JSON",
    "b/commented.jsonc",
    "b/found.json",
    "z.cam.json",
  ];
  expect(await pathsOf([], cwd)).toEqual(all);
  expect(await pathsOf(["."], cwd)).toEqual(all);
  expect(await pathsOf(["b/"], cwd)).toEqual(all.slice(2, 5));
  expect(await pathsOf([join(cwd, "b")], cwd)).toEqual(all.slice(2, 5).map((path) => join(cwd, path)));
});

test("what .gitignore files leave out is left out, unless it is named or asked for", async () => {
  const cwd = folderWith({
    ".gitignore": "out/\n*.tmp.json\n",
    "a.policy.json": CLEAN,
    "b.tmp.json": CLEAN,
    "node_modules/c.policy.json": CLEAN,
    "out/d.policy.json": CLEAN,
  });
  const all = ["a.policy.json", "b.tmp.json", "out/d.policy.json"];
  expect(await pathsOf([], cwd)).toEqual(["a.policy.json"]);
  expect(await pathsOf(["--no-ignore"], cwd)).toEqual(all);
  expect(await pathsOf(["b.tmp.json", "out"], cwd)).toEqual(["b.tmp.json", "out/d.policy.json"]);
  expect(await pathsOf(["**/*.json"], cwd)).toEqual(all);
});

test("a file that is named is judged whatever it is called", async () => {
  const cwd = folderWith({ "notes.txt": CLEAN, "package.json": '{ "version": "2.0" }' });
  expect(await pathsOf(["notes.txt", "./package.json"], cwd)).toEqual(["notes.txt", "./package.json"]);
});

test("a glob names the files that fit it", async () => {
  const cwd = folderWith({
    "a/one.json": CLEAN,
    "a/two.txt": CLEAN,
    "a/b/three.json": CLEAN,
    "a/node_modules/four.json": CLEAN,
    "c/five.policy.json": CLEAN,
    "c/six.json": "{}",
  });
  expect(await pathsOf(["a/**/*.json"], cwd)).toEqual(["a/b/three.json", "a/one.json"]);
  expect(await pathsOf(["{a,c}/*.{txt,policy.json}"], cwd)).toEqual(["a/two.txt", "c/five.policy.json"]);
  expect(await pathsOf(["[c-d]"], cwd)).toEqual(["c/five.policy.json"]);
  const none = await runCli(["check", "x/*.json"], { cwd });
  expect(none).toMatchObject({ code: 2, err: "access-policy: x/*.json: no file fits this pattern\n" });
});

test("a file that is meant twice is judged once, and as one that is named", async () => {
  const cwd = folderWith({ "a/b.json": "{}", "a/c.policy.json": CLEAN });
  expect(await pathsOf(["a", "a/b.json", "a/*.json", "a/../a"], cwd)).toEqual([
    "a/b.json",
    "a/c.policy.json",
  ]);
});

test("odd names are names", async () => {
  const names = [
    'it\'s "quoted".policy.json',
    "策略 文件.policy.json",
    "x[1]{2}*.policy.json",
    "-.policy.json",
  ];
  const cwd = folderWith(Object.fromEntries(names.map((name) => [name, CLEAN])));
  expect((await pathsOf([], cwd)).sort()).toEqual([...names].sort());
  expect(await pathsOf(["--", ...names], cwd)).toEqual(names);
});

test("a folder that is called like a policy is a folder", async () => {
  const cwd = folderWith({ "x.policy.json/y.policy.json": CLEAN });
  expect(await pathsOf([], cwd)).toEqual(["x.policy.json/y.policy.json"]);
  expect(await pathsOf(["x.policy.json"], cwd)).toEqual(["x.policy.json/y.policy.json"]);
});

test("links to files are read, links to folders are not followed, and loops end", async () => {
  const cwd = folderWith({ "a/real.policy.json": CLEAN, "elsewhere.txt": CLEAN });
  symlinkSync(cwd, join(cwd, "a/loop"));
  symlinkSync("../elsewhere.txt", join(cwd, "a/link.policy.json"));
  symlinkSync("a", join(cwd, "b"));
  expect(await pathsOf([], cwd)).toEqual(["a/link.policy.json", "a/real.policy.json"]);
  expect(await pathsOf(["b"], cwd)).toEqual(["b/link.policy.json", "b/real.policy.json"]);
});
