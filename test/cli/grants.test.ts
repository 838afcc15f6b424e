// Grants files on the command line: checked, explained and compared. `npm run test:update` writes the reports anew into
// test/fixtures/cli/grants.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { grantsCatalog } from "../support/grants.js";
import { type CliOptions, folderWith, judged, runCli } from "./run-cli.js";

const FIXTURES = join(import.meta.dirname, "../fixtures/cli/grants");
const run = (args: readonly string[], options: CliOptions = {}) =>
  runCli(args, { catalog: grantsCatalog, cwd: FIXTURES, ...options });

const policy = (action: string, effect = "allow") =>
  `{ "version": "2.0", "statement": [{ "effect": "${effect}", "action": ["${action}"], "resource": ["*"] }] }`;
const team = (users: object, groups: object = {}) => JSON.stringify({ dialect: "cam", groups, users });

describe("the report of", () => {
  const sides = ["before/team.grants.json", "after/team.grants.json"];
  test.each([
    [["explain", "after/team.grants.json"], "explained.txt"],
    [["explain", "after/team.grants.json", "--format=markdown"], "explained.md"],
    [["explain", "after/team.grants.json", "--format=json"], "explained.json"],
    [["compare", ...sides], "compared.txt"],
    [["compare", ...sides, "--format=markdown"], "compared.md"],
    [["compare", ...sides, "--format=json"], "compared.json"],
    [["compare", ...sides, "--format=github"], "compared.github.txt"],
    [["compare", ...sides, "--format=sarif"], "compared.sarif"],
    [["compare", "before", "after"], "folders.txt"],
  ])("%j", async (args, golden) => {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(out).toMatchFileSnapshot(join(FIXTURES, golden));
  });
});

describe("check", () => {
  test("finds grants files in folders, and what they name beside them", async () => {
    const cwd = folderWith({
      "team/a.grants.json": team({ a: { policies: ["../rooms.policy.json", "gone.policy.json"] } }),
      "rooms.policy.json": policy("trtc:DismissRoom"),
      "b.grants.json": "",
    });
    const result = await run(["check", "--format=json"], { cwd });
    expect(judged(result)).toEqual({
      "b.grants.json": ["grants-file"],
      "rooms.policy.json": [],
      "team/a.grants.json": ["missing-policy-file"],
    });
    expect(result.code).toBe(1);
  });

  test("has levels and suppressions of the project file", async () => {
    const cwd = folderWith({
      "a.grants.json": team({
        a: { policies: ["gone.policy.json", "QcloudCVMFullAccess", "QcloudIMReadOnlyAccess"] },
      }),
      "access-policy.config.json": JSON.stringify({
        checks: { "unknown-preset": "off" },
        suppressions: [
          { check: "missing-policy-file", file: "a.grants.json", at: "gone.policy.json", reason: "x" },
        ],
      }),
    });
    const { code, out } = await run(["check", "."], { cwd });
    expect(out).toMatch(/hint: .*\[renamed-preset\]/);
    expect(out).not.toMatch(/missing-policy-file|unknown-preset|useless-suppression/);
    expect(code).toBe(0);
  });

  test("fixes what is certain, and what is not when it is asked to", async () => {
    const files = {
      "a.grants.json": '{ "dialect": "cam", "users": { "a": { "policies": ["QcloudIMFullAccess"], } } }',
    };
    const safe = await run(["check", "--fix", "--dry-run", "."], { cwd: folderWith(files) });
    expect(safe.out).toContain(
      '+{ "dialect": "cam", "users": { "a": { "policies": ["QcloudIMFullAccess"] } } }',
    );
    const unsafe = await run(["check", "--fix=unsafe", "--dry-run", "."], { cwd: folderWith(files) });
    expect(unsafe.out).toContain(
      '+{ "dialect": "cam", "users": { "a": { "policies": ["QcloudAVCFullAccess"] } } }',
    );
  });
});

describe("explain", () => {
  test.each([
    ["empty.grants.json", "", "it names no users and no groups"],
    ["list.grants.json", "[]", "it names no users and no groups"],
    ["gone.grants.json", undefined, "no such file or folder"],
  ])("%s cannot be explained", async (name, text, reason) => {
    const cwd = folderWith(text === undefined ? {} : { [name]: text });
    const { code, err } = await run(["explain", name], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: `access-policy: ${name}: ${reason}\n` });
  });
});

test.each([
  [
    "is broken",
    '{ "dialect": "cam",\n"users": { "a": { "policies": [] }\n',
    "the text is broken from here on",
  ],
  [
    "has a conflict",
    '{ "dialect": "cam", "users": { "a": { "policies": [\n<<<<<<< HEAD\n"b"\n=======\n>>>>>>> branch\n] } } }',
    "only one side of a merge conflict is read",
  ],
])("a file that %s is explained as far as it can be read", async (_, text, said) => {
  const { code, out } = await run(["explain", "a.grants.json"], {
    cwd: folderWith({ "a.grants.json": text }),
  });
  expect(out).toContain(`line 2: ${said}`);
  expect(code).toBe(0);
});

describe("compare", () => {
  const compare = async (before: string, after: string, more: Readonly<Record<string, string>> = {}) => {
    const cwd = folderWith({ "old/a.grants.json": before, "new/a.grants.json": after, ...more });
    return run(["compare", "old/a.grants.json", "new/a.grants.json", "--fail-on=widened"], { cwd });
  };

  test("a policy that is another one under the same name is a change", async () => {
    const grants = team({ "li.wei": { policies: ["./rooms.policy.json"] } });
    const { code, out } = await compare(grants, grants, {
      "old/rooms.policy.json": policy("trtc:DescribeRoomInfo"),
      "new/rooms.policy.json": policy("trtc:*Room*"),
    });
    expect(out).toContain("li.wei gains 1 write and 1 unlisted action");
    expect(code).toBe(1);
  });

  test("who gets by another way what he has is told nothing of", async () => {
    const { code, out } = await compare(
      team({ a: { policies: ["QcloudTRTCFullAccess"] } }),
      team({ a: { groups: ["ops"] } }, { ops: { policies: ["QcloudTRTCFullAccess"] } }),
    );
    expect(out).toContain("Access unchanged for 1 user");
    expect(code).toBe(0);
  });

  test("a deny that is gone widens, and one that cannot be read may hide it", async () => {
    const both = team({ a: { policies: ["QcloudTRTCFullAccess", "./deny.policy.json"] } });
    const deny = { "old/deny.policy.json": policy("trtc:DismissRoom", "deny") };
    const gone = await compare(both, team({ a: { policies: ["QcloudTRTCFullAccess"] } }), deny);
    expect(gone).toMatchObject({ code: 1, out: expect.stringContaining("a gains 1 write") });
    const lost = await compare(both, both, deny);
    expect(lost).toMatchObject({ code: 1, out: expect.stringContaining("as far as it could be read") });
    expect(lost.out).toContain('now, line 1: "./deny.policy.json" leads nowhere, and does not count');
  });

  test("one side of a merge that is not finished is compared", async () => {
    const conflict = '\n<<<<<<< HEAD\n"QcloudTRTCFullAccess"\n=======\n>>>>>>> branch\n';
    const after = `{ "dialect": "cam", "users": { "a": { "policies": [${conflict}] } } }`;
    const { out } = await compare(team({ a: { policies: [] } }), after);
    expect(out).toContain("now, line 2: only one side of a merge conflict is read");
  });

  test("ten thousand users with one change are told together", async () => {
    const users = (name: string) =>
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`user-${at}`, { groups: [name] }]));
    const groups = {
      one: { policies: ["QcloudTRTCReadonlyAccess"] },
      two: { policies: ["QcloudTRTCFullAccess"] },
    };
    const { out } = await compare(team(users("one"), groups), team(users("two"), groups));
    expect(out).toContain("user-0, user-1, user-2 and 9997 more gain 4 writes");
    expect(out).toContain("Access widened for 10000 of 10000 users");
    expect(out.length).toBeLessThan(2_000);
  });
});

describe("compare with a commit", () => {
  const ENV = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", PATH: process.env.PATH ?? "" };
  function git(cwd: string, ...args: string[]): void {
    const person = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    execFileSync("git", [...person, ...args], { cwd, env: ENV, stdio: "pipe" });
  }
  function repository(files: Readonly<Record<string, string>>): string {
    const cwd = folderWith(files);
    git(cwd, "init", "--quiet", "--initial-branch=main");
    git(cwd, "add", "--all");
    git(cwd, "commit", "--quiet", "--message=change");
    return cwd;
  }
  const FILES = {
    "access/team.grants.json": team({
      "li.wei": { policies: ["../rooms.policy.json"] },
      "wang.fang": { policies: ["QcloudTRTCReadonlyAccess"] },
    }),
    "access/others.grants.json": team({ "sun.li": { policies: ["QcloudTRTCReadonlyAccess"] } }),
    "rooms.policy.json": policy("trtc:DescribeRoomInfo"),
  };
  const told = async (cwd: string, ...paths: string[]) =>
    (await run(["compare", "--git=HEAD", ...paths], { cwd, env: ENV })).out
      .split("\n")
      .filter((line) => /^\S.*grants\.json: /.test(line));

  test("a policy that changes concerns those it is attached to, though their file has not changed", async () => {
    const cwd = repository(FILES);
    expect(await told(cwd)).toEqual([]);
    writeFileSync(join(cwd, "rooms.policy.json"), policy("trtc:RemoveUser"));
    const line = "access/team.grants.json: li.wei gains 1 write and loses 1 read";
    expect(await told(cwd)).toEqual([line]);
    expect(await told(cwd, "access")).toEqual([line]);
    expect(await told(cwd, "access/others.grants.json")).toEqual([]);
    expect(await told(join(cwd, "access"))).toEqual([
      "team.grants.json: li.wei gains 1 write and loses 1 read",
    ]);
  });

  test("each version is read with the policies of its time", async () => {
    const cwd = repository(FILES);
    git(cwd, "mv", "rooms.policy.json", "access/reading.policy.json");
    git(cwd, "mv", "access/team.grants.json", "people.grants.json");
    writeFileSync(
      join(cwd, "people.grants.json"),
      team({
        "li.wei": { policies: ["access/reading.policy.json"] },
        "wang.fang": { policies: ["QcloudTRTCReadonlyAccess", "QcloudAVCFullAccess"] },
      }),
    );
    expect(await told(cwd)).toEqual([
      "people.grants.json: wang.fang gains 2 writes, 1 unlisted action, and 3 reads (renamed from access/team.grants.json)",
    ]);
  });

  test("a new grants file gives all of it, a deleted one takes it away", async () => {
    const cwd = repository({ "a.json": "{}" });
    writeFileSync(join(cwd, "team.grants.json"), team({ a: { policies: ["QcloudTRTCReadonlyAccess"] } }));
    expect(await told(cwd)).toEqual(["team.grants.json: a gains 5 reads (new user)"]);
    git(cwd, "add", "--all");
    git(cwd, "commit", "--quiet", "--message=team");
    git(cwd, "rm", "--quiet", "team.grants.json");
    expect(await told(cwd)).toEqual(["team.grants.json: a loses 5 reads (deleted)"]);
  });
});
