// Project files on the command line: which one applies to a file, what it changes, and what is said about it.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLEAN, DOUBTFUL, FAULTY, folderWith, type JsonReport, judged, runCli } from "./run-cli.js";

const CONFIG = "access-policy.config.json";
const levels = (level: string) => JSON.stringify({ checks: { "unknown-effect": level } });
const suppression = (more: object = {}) => ({
  check: "unknown-effect",
  file: "a.policy.json",
  reason: "asked the vendor",
  ...more,
});
const suppressing = (...more: readonly object[]) => JSON.stringify({ suppressions: more.map(suppression) });

async function check(files: Readonly<Record<string, string>>, argv: readonly string[] = ["."], from = ".") {
  const cwd = join(folderWith(files), from);
  const result = await runCli(["check", "--format", "json", ...argv], { cwd });
  const report: JsonReport = JSON.parse(result.out);
  const severities = Object.fromEntries(
    report.files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity)]),
  );
  return { ...result, report, severities, found: judged(result) };
}

describe("the nearest project file applies", () => {
  test("to each file its own, without those above it", async () => {
    const { severities } = await check({
      [CONFIG]: levels("hint"),
      "a.policy.json": FAULTY,
      "one/a.policy.json": FAULTY,
      "two/a.policy.json": FAULTY,
      [`two/${CONFIG}`]: "{}",
      "two/three/a.policy.json": FAULTY,
    });
    expect(severities).toEqual({
      "a.policy.json": ["hint"],
      "one/a.policy.json": ["hint"],
      "two/a.policy.json": ["error"],
      "two/three/a.policy.json": ["error"],
    });
  });

  test("upward from the file, past a work tree of git and the current folder", async () => {
    const files = { [CONFIG]: levels("info"), "one/.git/HEAD": "", "one/two/a.policy.json": FAULTY };
    expect((await check(files, ["a.policy.json"], "one/two")).severities).toEqual({
      "a.policy.json": ["info"],
    });
  });

  test("to standard input that of the current folder", async () => {
    const cwd = folderWith({ [CONFIG]: levels("off") });
    expect((await runCli(["check", "-"], { cwd, stdin: FAULTY })).code).toBe(0);
  });

  test("unless another is named, or none is wanted", async () => {
    const files = { [CONFIG]: levels("hint"), "other.json": levels("info"), "a.policy.json": FAULTY };
    expect((await check(files, ["a.policy.json"])).severities["a.policy.json"]).toEqual(["hint"]);
    const named = await check(files, ["a.policy.json", "--project", "other.json"]);
    expect(named.severities).toEqual({ "a.policy.json": ["info"], "other.json": [] });
    expect((await check(files, ["a.policy.json", "--no-project"])).severities["a.policy.json"]).toEqual([
      "error",
    ]);
    const missing = await check(files, ["a.policy.json", "--project", "missing.json"]);
    expect(missing).toMatchObject({ code: 2, err: "access-policy: missing.json: no such file or folder\n" });
    const both = await runCli(["check", "--project", "a", "--no-project"]);
    expect(both).toMatchObject({ code: 2, out: "" });
  });
});

describe("what it decides", () => {
  test("levels by glob", async () => {
    const { severities, code } = await check({
      [CONFIG]: JSON.stringify({
        overrides: [{ files: ["old/**", "!old/b*"], checks: { "unknown-effect": "off" } }],
      }),
      "old/a.policy.json": FAULTY,
      "old/b.policy.json": FAULTY,
    });
    expect(severities).toEqual({ "old/a.policy.json": [], "old/b.policy.json": ["error"] });
    expect(code).toBe(1);
  });

  test("which files are policies", async () => {
    const { found } = await check({
      [CONFIG]: JSON.stringify({ files: ["policies/**"] }),
      "policies/a.json": "{}",
      "policies/notes.txt": "",
      "other/a.json": "{}",
    });
    expect(Object.keys(found)).toEqual(["policies/a.json"]);
    expect(found["policies/a.json"]).not.toEqual([]);
  });

  test("what is suppressed, which is counted in the report", async () => {
    const files = { [CONFIG]: suppressing({ at: "grant" }), "a.policy.json": FAULTY, "b.policy.json": CLEAN };
    const { report, code } = await check(files);
    expect(report.files.map(({ findings }) => findings.length)).toEqual([0, 0]);
    expect(report.summary).toMatchObject({ errors: 0, suppressed: 1 });
    expect(code).toBe(0);
    const text = await runCli(["check"], { cwd: folderWith(files) });
    expect(text.out).toBe("No findings in 2 files, 1 suppressed\n");
  });
});

describe("what is found in a project file", () => {
  test("is a result of that file, once, and all else in it holds", async () => {
    const { severities, report, code } = await check({
      [CONFIG]: levels("hint").replace("{", '{ "rules": [], '),
      "a.policy.json": FAULTY,
      "b/b.policy.json": CLEAN,
    });
    expect(severities).toEqual({ "a.policy.json": ["hint"], "b/b.policy.json": [], [CONFIG]: ["error"] });
    expect(report.files.at(-1)).toMatchObject({
      path: CONFIG,
      dialect: null,
      findings: [{ check: "project-file", message: '"rules" is no key of the project file' }],
    });
    expect(code).toBe(1);
  });

  test("has a path like those of the policies", async () => {
    const files = { [CONFIG]: '{ "rules": [] }', "one/a.policy.json": CLEAN };
    const cwd = folderWith(files);
    const pathFor = async (path: string, from: string) => {
      const { out } = await runCli(["check", "--format", "json", path], { cwd: from });
      const report: JsonReport = JSON.parse(out);
      return report.files.at(-1)?.path;
    };
    expect(await pathFor("one", cwd)).toBe(CONFIG);
    expect(await pathFor("./one/a.policy.json", cwd)).toBe(`./${CONFIG}`);
    expect(await pathFor(join(cwd, "one"), "/")).toBe(join(cwd, CONFIG));
    expect(await pathFor("a.policy.json", join(cwd, "one"))).toBe(`../${CONFIG}`);
  });

  test("is told when the file is named, and it is no policy", async () => {
    expect((await check({ [CONFIG]: "{}" }, [CONFIG])).found).toEqual({ [CONFIG]: [] });
    expect((await check({ [CONFIG]: "{" }, [CONFIG])).found).toEqual({ [CONFIG]: ["project-file"] });
    expect((await check({ [CONFIG]: "{}" }, ["."])).found).toEqual({});
  });

  test("is that a suppression has expired, and its findings are back", async () => {
    const files = { [CONFIG]: suppressing({ expires: "2026-11-20" }), "a.policy.json": FAULTY };
    const { found } = await check(files);
    expect(found).toEqual({ "a.policy.json": ["unknown-effect"], [CONFIG]: ["expired-suppression"] });
    const before = await runCli(["check"], { cwd: folderWith(files), today: "2026-11-20" });
    expect(before.out).toBe("No findings in 1 file, 1 suppressed\n");
  });

  test("is that a suppression is useless, where this run can tell", async () => {
    const files = {
      [CONFIG]: suppressing({}, { file: "*.json" }, { file: "b.policy.json" }),
      "a.policy.json": CLEAN,
      "b.policy.json": FAULTY,
      "c/c.policy.json": DOUBTFUL,
    };
    expect((await check(files)).found[CONFIG]).toEqual(["useless-suppression"]);
    expect((await check(files, ["a.policy.json"])).found[CONFIG]).toEqual(["useless-suppression"]);
    expect((await check(files, ["c"])).found[CONFIG]).toBeUndefined();
    expect((await check(files, [".", "--dialect", "cam"])).found[CONFIG]).toBeUndefined();
    const all = { ...files, "b.policy.json": CLEAN };
    expect((await check(all)).found[CONFIG]).toHaveLength(3);
    // A glob may mean files that were not asked for.
    expect((await check(all, ["a.policy.json", "b.policy.json"])).found[CONFIG]).toHaveLength(2);
  });

  test("is that it cannot be read", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN, [`${CONFIG}/x.txt`]: "" });
    expect((await runCli(["check"], { cwd })).code).toBe(0);
    const unreadable = folderWith({ "a.policy.json": CLEAN, [CONFIG]: "{}" });
    const { disk } = await import("../../server/src/disk/disk.js");
    const result = await runCli(["check", "a.policy.json"], {
      cwd: unreadable,
      disk: {
        read(path, limit) {
          if (path.endsWith(CONFIG)) throw new Error("out of order");
          return disk.read(path, limit);
        },
      },
    });
    expect(result.err).toBe(`access-policy: ${CONFIG}: out of order\n`);
    expect(result.code).toBe(1);
  });
});
