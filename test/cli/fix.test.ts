// `access-policy check --fix`: what is written, what is left alone, and what is told.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceFile } from "../../server/src/cli/replace-file.js";
import { CLEAN, DOUBTFUL, FAULTY, folderWith, type JsonReport, judged, runCli } from "./run-cli.js";

/** Two safe fixes; nothing remains. */
const SLOPPY = CLEAN.replace('"effect"', '"Effect"').replace('"resource"', "“resource”");

const read = (folder: string, name = "a.policy.json") => readFileSync(join(folder, name), "utf8");

describe("--fix", () => {
  test("writes what is safe, and reports what remains", async () => {
    const cwd = folderWith({ "a.policy.json": SLOPPY, "b.policy.json": DOUBTFUL, "c.policy.json": CLEAN });
    const result = await runCli(["check", "--fix"], { cwd });
    expect(read(cwd)).toBe(CLEAN);
    expect(read(cwd, "b.policy.json")).toBe(DOUBTFUL);
    expect(result).toMatchObject({ code: 0, err: "" });
    expect(result.out).toContain("[unknown-action]");
    expect(result.out).toContain("1 warning in 1 of 3 files, 2 fixed\n");
  });

  test("counts in the report for programs", async () => {
    const cwd = folderWith({ "a.policy.json": SLOPPY });
    const result = await runCli(["check", "--fix", "--format=json"], { cwd });
    const { summary }: JsonReport = JSON.parse(result.out);
    expect(summary).toMatchObject({ errors: 0, fixed: 2 });
    expect(judged(result)).toEqual({ "a.policy.json": [] });
    const again: JsonReport = JSON.parse((await runCli(["check", "--fix", "--format=json"], { cwd })).out);
    expect(again.summary).toMatchObject({ errors: 0, fixed: 0 });
    const without: JsonReport = JSON.parse((await runCli(["check", "--format=json"], { cwd })).out);
    expect(without.summary).not.toHaveProperty("fixed");
  });

  test("leaves guesses to --fix=unsafe", async () => {
    const cwd = folderWith({ "a.policy.json": DOUBTFUL });
    await runCli(["check", "--fix=safe"], { cwd });
    expect(read(cwd)).toBe(DOUBTFUL);
    const result = await runCli(["check", "--fix=unsafe"], { cwd });
    expect(read(cwd)).toBe(CLEAN);
    expect(result.out).toBe("No findings in 1 file, 1 fixed\n");
  });

  test("fails for what remains only", async () => {
    const cwd = folderWith({ "a.policy.json": SLOPPY, "b.policy.json": FAULTY });
    expect((await runCli(["check", "--fix", "a.policy.json"], { cwd })).code).toBe(0);
    expect((await runCli(["check", "--fix", "b.policy.json"], { cwd })).code).toBe(1);
  });

  test("does not touch files that are no policies, or have nothing to fix", async () => {
    const cwd = folderWith({ "package.json": '{ "version": "2.0", // }\n', "a.policy.json": CLEAN });
    const before = statSync(join(cwd, "a.policy.json"));
    await runCli(["check", "--fix"], { cwd });
    expect(read(cwd, "package.json")).toBe('{ "version": "2.0", // }\n');
    expect(statSync(join(cwd, "a.policy.json")).ino).toBe(before.ino);
  });

  test.each([
    [["--fix=all"], 'unknown kind of fixes "all"; one of: safe, unsafe'],
    [["--fix="], 'unknown kind of fixes ""'],
    [["--dry-run"], '"--dry-run" needs "--fix"'],
    [["--fix", "-", "a.policy.json"], "standard input cannot be named together with other paths"],
  ])("refuses %j", async (argv, message) => {
    const { code, out, err } = await runCli(["check", ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  test("says how unsafe fixes are asked for when they were taken for a path", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN });
    const { code, err } = await runCli(["check", "--fix", "unsafe"], { cwd });
    expect(code).toBe(2);
    expect(err).toBe(
      "access-policy: unsafe: no such file or folder; to apply unsafe fixes, write --fix=unsafe\n",
    );
    const { err: without } = await runCli(["check", "unsafe"], { cwd });
    expect(without).toBe("access-policy: unsafe: no such file or folder\n");
  });

  test("takes a file of that name for what it is", async () => {
    const cwd = folderWith({ unsafe: SLOPPY, "--fix": SLOPPY });
    expect((await runCli(["check", "--fix", "unsafe"], { cwd })).code).toBe(0);
    expect(read(cwd, "unsafe")).toBe(CLEAN);
    await runCli(["check", "--", "--fix"], { cwd });
    expect(read(cwd, "--fix")).toBe(SLOPPY);
  });
});

describe("what the project decided", () => {
  const CONFIG = "access-policy.config.json";
  const both = (config: unknown) => ({ "a.policy.json": SLOPPY, [CONFIG]: JSON.stringify(config) });

  test("is not undone: suppressed findings are not fixed", async () => {
    const suppression = { check: "element-case", file: "a.policy.json", reason: "another tool wants it so" };
    const cwd = folderWith(both({ suppressions: [suppression] }));
    const result = await runCli(["check", "--fix"], { cwd });
    expect(read(cwd)).toBe(SLOPPY.replace("“resource”", '"resource"'));
    expect(result.out).toBe("No findings in 1 file, 1 suppressed, 1 fixed\n");
  });

  test("is not undone: checks that are off fix nothing", async () => {
    const cwd = folderWith(both({ checks: { "json-syntax": "off" } }));
    await runCli(["check", "--fix"], { cwd });
    expect(read(cwd)).toBe(SLOPPY.replace("Effect", "effect"));
  });

  test("is not fixed itself", async () => {
    const config = '{ "checks": { "unknown-effect": "error", } }';
    const cwd = folderWith({ "a.policy.json": SLOPPY, [CONFIG]: config });
    await runCli(["check", "--fix=unsafe"], { cwd });
    expect([read(cwd), read(cwd, CONFIG)]).toEqual([CLEAN, config]);
  });
});

describe("what is written", () => {
  test.each([
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["no last line end", (text: string) => text.trimEnd()],
    ["blanks at the end", (text: string) => `${text} \n\n`],
    ["indentation by tabs", (text: string) => text.replaceAll("  ", "\t")],
  ])("keeps %s", async (_, habit) => {
    const cwd = folderWith({ "a.policy.json": habit(SLOPPY) });
    await runCli(["check", "--fix"], { cwd });
    expect(read(cwd)).toBe(habit(CLEAN));
  });

  test("is not a file that is not UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from(SLOPPY), Buffer.from([0xff, 0x0a])]);
    const utf16 = Buffer.from(`\ufeff${SLOPPY}`, "utf16le");
    const cwd = folderWith({ "a.policy.json": bytes, "b.policy.json": utf16 });
    const result = await runCli(["check", "--fix=unsafe"], { cwd });
    expect(result.code).toBe(1);
    expect(readFileSync(join(cwd, "a.policy.json"))).toEqual(bytes);
    expect(readFileSync(join(cwd, "b.policy.json"))).toEqual(utf16);
  });

  test("keeps who may read and write the file", async () => {
    const cwd = folderWith({ "a.policy.json": SLOPPY });
    for (const mode of [0o600, 0o664, 0o755]) {
      chmodSync(join(cwd, "a.policy.json"), mode);
      replaceFile(join(cwd, "a.policy.json"), CLEAN);
      expect(statSync(join(cwd, "a.policy.json")).mode & 0o777).toBe(mode);
    }
  });

  test("stands where a link leads, and the link stays", async () => {
    const cwd = folderWith({ "elsewhere/policy": SLOPPY });
    symlinkSync(join("elsewhere", "policy"), join(cwd, "a.policy.json"));
    await runCli(["check", "--fix"], { cwd });
    expect(lstatSync(join(cwd, "a.policy.json")).isSymbolicLink()).toBe(true);
    expect(read(cwd, "elsewhere/policy")).toBe(CLEAN);
  });

  test("is never half a file: what others have open stays whole", () => {
    const cwd = folderWith({ "a.policy.json": SLOPPY });
    linkSync(join(cwd, "a.policy.json"), join(cwd, "open"));
    replaceFile(join(cwd, "a.policy.json"), CLEAN);
    expect([read(cwd), read(cwd, "open")]).toEqual([CLEAN, SLOPPY]);
    expect(readdirSync(cwd).sort()).toEqual(["a.policy.json", "open"]);
  });

  test("is not a file that is read-only; the others are", async () => {
    const cwd = folderWith({ "a.policy.json": SLOPPY, "b.policy.json": SLOPPY });
    chmodSync(join(cwd, "a.policy.json"), 0o444);
    const result = await runCli(["check", "--fix", "--format=json"], { cwd });
    expect(result).toMatchObject({
      code: 1,
      err: "access-policy: a.policy.json: not fixed: it is read-only\n",
    });
    expect(judged(result)).toEqual({
      "a.policy.json": ["element-case", "json-syntax"],
      "b.policy.json": [],
    });
    expect([read(cwd), read(cwd, "b.policy.json")]).toEqual([SLOPPY, CLEAN]);
    expect(readdirSync(cwd)).toHaveLength(2);
  });
});

describe("--dry-run", () => {
  test("prints the changes, writes nothing, and judges the files as they are", async () => {
    const cwd = folderWith({ "a.policy.json": SLOPPY, "b.policy.json": DOUBTFUL, "c.policy.json": CLEAN });
    const result = await runCli(["check", "--fix", "--dry-run", "--format=json"], { cwd });
    expect(result).toMatchObject({ code: 1, err: "access-policy: would fix 2 findings\n" });
    expect(result.out).toBe(
      [
        "--- a.policy.json",
        "+++ a.policy.json",
        "@@ -1,4 +1,4 @@",
        " {",
        '   "version": "2.0",',
        ...SLOPPY.split("\n")
          .slice(2, 3)
          .map((line) => `-${line}`),
        ...CLEAN.split("\n")
          .slice(2, 3)
          .map((line) => `+${line}`),
        " }",
        "",
      ].join("\n"),
    );
    expect(read(cwd)).toBe(SLOPPY);
  });

  test("prints nothing where nothing would change", async () => {
    const cwd = folderWith({ "a.policy.json": CLEAN });
    expect(await runCli(["check", "--fix", "--dry-run"], { cwd })).toEqual({
      code: 0,
      out: "",
      err: "access-policy: would fix 0 findings\n",
    });
  });

  test.each([
    ["a b.policy.json", SLOPPY],
    ["é.policy.json", SLOPPY.trimEnd()],
    ['q"\n.policy.json', SLOPPY.replaceAll("\n", "\r\n")],
    ["bom.policy.json", `\ufeff${SLOPPY}`],
  ])("gives what git applies to %j", async (name, text) => {
    const cwd = folderWith({ [name]: text });
    const { out } = await runCli(["check", "--fix", "--dry-run"], { cwd });
    execFileSync("git", ["apply", "-p0", "--unsafe-paths", "--whitespace=nowarn", "-"], { cwd, input: out });
    const applied = read(cwd, name);
    expect(applied).not.toBe(text);
    const other = folderWith({ [name]: text });
    await runCli(["check", "--fix"], { cwd: other });
    expect(applied).toBe(read(other, name));
  });
});

describe("standard input", () => {
  test("comes out fixed, and the report goes elsewhere", async () => {
    const { code, out, err } = await runCli(["check", "--fix", "-"], { stdin: SLOPPY });
    expect({ code, out, err }).toEqual({ code: 0, out: CLEAN, err: "No findings in 1 file, 2 fixed\n" });
  });

  test("comes out as it is where there is nothing to fix", async () => {
    const { code, out, err } = await runCli(["check", "--fix", "-"], { stdin: FAULTY });
    expect({ code, out }).toEqual({ code: 1, out: FAULTY });
    expect(err).toContain("[unknown-effect]");
  });

  test("is shown as a diff by --dry-run", async () => {
    const { out } = await runCli(["check", "--fix", "--dry-run", "-"], { stdin: SLOPPY });
    expect(out).toContain("--- <stdin>\n+++ <stdin>\n");
  });

  test("that is not UTF-8 does not come out", async () => {
    const bytes = Buffer.from([...Buffer.from(SLOPPY), 0xff]);
    const { code, out } = await runCli(["check", "--fix", "-"], { stdin: bytes });
    expect({ code, out }).toEqual({ code: 1, out: "" });
  });
});

test("a file is left alone where its folder cannot be written", () => {
  const cwd = folderWith({ "folder/a.policy.json": SLOPPY });
  const place = join(cwd, "folder");
  expect(() => replaceFile(place, "")).toThrow("it is no ordinary file");
  expect(() => replaceFile(join(place, "missing"), "")).toThrow();
  expect(existsSync(join(place, "missing"))).toBe(false);
});
