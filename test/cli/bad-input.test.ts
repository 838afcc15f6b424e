// Files that cannot be judged as they are: each gives findings or one message, and the others are still judged.
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Disk, disk } from "../../server/src/disk/disk.js";
import { CLEAN, FAULTY, folderWith, type JsonReport, judged, runCli } from "./run-cli.js";

const JSON_FORMAT = ["check", "--format", "json"];

describe("text that is no JSON", () => {
  test.each([
    ["an empty file", ""],
    ["blanks", " \n\t\n"],
    ["prose", "Dear administrator, please let me in."],
    ["half a file", CLEAN.slice(0, CLEAN.length / 2)],
    ["an open string", '{ "version": "2.0'],
    ["100,000 open brackets", "[".repeat(100_000)],
    ["100,000 brackets", "[".repeat(100_000) + "]".repeat(100_000)],
    ["100,000 objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["NUL characters", "\0\0\0\0"],
  ])("%s is a finding", async (_name, text) => {
    const cwd = folderWith({ "a.policy.json": text, "b.policy.json": CLEAN });
    const result = await runCli(JSON_FORMAT, { cwd });
    expect(result).toMatchObject({ code: 1, err: "" });
    expect(judged(result)["a.policy.json"]).toContain("json-syntax");
    expect(judged(result)["b.policy.json"]).toEqual([]);
    expect((await runCli(["check"], { cwd })).out).toMatch(/^a\.policy\.json:\d+:\d+: error: /);
  });

  test("a byte order mark is no fault", async () => {
    const cwd = folderWith({ "a.policy.json": `\ufeff${CLEAN}` });
    expect(await runCli(["check"], { cwd })).toEqual({ code: 0, out: "No findings in 1 file\n", err: "" });
  });
});

describe("bytes that are no UTF-8", () => {
  const latin1 = Buffer.from(CLEAN.replace("uin/1:", "uin/é:"), "latin1");
  const line = 3;

  test("are found at the first of them, and the rest is judged", async () => {
    const cwd = folderWith({ "a.policy.json": latin1 });
    const result = await runCli(JSON_FORMAT, { cwd });
    const report: JsonReport = JSON.parse(result.out);
    const finding = report.files[0]?.findings.find(({ check }) => check === "json-syntax");
    const column = (latin1.toString("latin1").split("\n")[line - 1] ?? "").indexOf("é") + 1;
    expect(finding?.range.start).toEqual({ line, column });
    expect(result.code).toBe(1);
  });

  test("are told from a replacement character that is meant", async () => {
    const text = CLEAN.replace("uin/1:", "uin/\ufffd:");
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0x20, 0xff])]);
    const cwd = folderWith({ "a.policy.json": bytes });
    const report: JsonReport = JSON.parse((await runCli(JSON_FORMAT, { cwd })).out);
    const starts = report.files[0]?.findings.map(({ range }) => range.start);
    expect(starts).toContainEqual({ line: text.split("\n").length, column: 2 });
  });

  test.each(["utf16le", "utf16be"])("%s is one finding, and the policy in it is judged", async (encoding) => {
    const bytes = Buffer.from(`\ufeff${FAULTY}`, "utf16le");
    const cwd = folderWith({ "a.policy.json": encoding === "utf16le" ? bytes : bytes.swap16() });
    const result = await runCli(JSON_FORMAT, { cwd });
    expect(judged(result)["a.policy.json"]).toEqual(["json-syntax", "unknown-effect"]);
  });
});

describe("files that cannot be read", () => {
  const refusing = (name: string): Partial<Disk> => ({
    read(path, limit) {
      if (path.endsWith(name)) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
      return disk.read(path, limit);
    },
  });

  test("without permission", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN, "b.policy.json": CLEAN });
    const result = await runCli(JSON_FORMAT, { cwd, disk: refusing("a.policy.json") });
    expect(result).toMatchObject({ code: 1, err: "access-policy: a.policy.json: permission denied\n" });
    expect(judged(result)).toEqual({ "b.policy.json": [] });
  });

  test("all of them: nothing could run", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN });
    expect((await runCli(["check"], { cwd, disk: refusing("a.policy.json") })).code).toBe(2);
  });

  test("files that may be something else are a message and no failure", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN, "data.json": "{}" });
    const result = await runCli(["check"], { cwd, disk: refusing("data.json") });
    expect(result).toMatchObject({ code: 0, err: "access-policy: data.json: permission denied\n" });
  });

  test("a folder without permission", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN, "closed/b.policy.json": CLEAN });
    const list: Disk["list"] = (path) => {
      if (path.endsWith("closed")) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
      return disk.list(path);
    };
    const result = await runCli(JSON_FORMAT, { cwd, disk: { list } });
    expect(result).toMatchObject({ code: 1, err: "access-policy: closed: permission denied\n" });
    expect(judged(result)).toEqual({ "a.policy.json": [] });
  });

  test("links that lead in a circle or nowhere", async () => {
    const cwd = folderWith({ "z.policy.json": CLEAN });
    symlinkSync("circle.policy.json", join(cwd, "circle.policy.json"));
    symlinkSync("gone", join(cwd, "dangling.policy.json"));
    const result = await runCli(JSON_FORMAT, { cwd });
    expect(result.err.split("\n")).toEqual([
      "access-policy: circle.policy.json: its links lead in a circle",
      "access-policy: dangling.policy.json: no such file or folder",
      "",
    ]);
    expect(result.code).toBe(1);
    expect(judged(result)).toEqual({ "z.policy.json": [] });
  });

  test("larger than any policy", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN, "huge.policy.json": CLEAN.padEnd(50_000_001) });
    const result = await runCli(JSON_FORMAT, { cwd });
    expect(result.err).toBe("access-policy: huge.policy.json: not read, because it is larger than 50 MB\n");
    expect(judged(result)).toEqual({ "a.policy.json": [] });
  });
});

test("10 MB on one line are judged, and only the part around the place is shown", async () => {
  const actions = Array.from({ length: 30 }, () => "trtc:DescribeRoomInfo");
  const statement = JSON.stringify({ effect: "allow", action: actions, resource: "*" });
  const clean = `${statement},`.repeat(10_000_000 / statement.length);
  const faulty = statement.replace("allow", "alow");
  const cwd = folderWith({ "a.policy.json": `{"version":"2.0","statement":[${clean}${faulty}]}` });
  const { code, out } = await runCli(["check"], { cwd });
  expect(code).toBe(1);
  expect(out).toContain("did you mean");
  expect(out.split("\n").filter((line) => line.length >= 200)).toEqual([]);
}, 60_000);
