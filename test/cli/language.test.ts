// In which language the command line speaks: that of `--lang`, and English unless it is there.
import { describe, expect, test } from "vitest";
import { CLEAN, FAULTY, folderWith, type JsonReport, runCli } from "./run-cli.js";

const ENGLISH = "No findings in 1 file\n";
const CHINESE = "1 个文件中没有发现问题\n";

describe("the language is chosen", () => {
  test.each([
    ["by nothing", ["check", "-"], ENGLISH],
    ["before the command", ["--lang", "zh-cn", "check", "-"], CHINESE],
    ["before the command, with an equals sign", ["--lang=zh-cn", "check", "-"], CHINESE],
    ["behind the command", ["check", "--lang", "zh-cn", "-"], CHINESE],
    ["at the end", ["check", "-", "--lang=zh-cn"], CHINESE],
    ["between other options", ["check", "-", "--no-project", "--lang", "zh-cn", "--no-ignore"], CHINESE],
    ["in capitals", ["check", "-", "--lang=zh-CN"], CHINESE],
    ["as English", ["check", "-", "--lang", "en"], ENGLISH],
    ["twice: the last one counts", ["--lang", "zh-cn", "check", "-", "--lang=en"], ENGLISH],
  ])("%s", async (_where, argv, out) => {
    expect(await runCli(argv, { stdin: CLEAN })).toEqual({ code: 0, out, err: "" });
  });

  test("for one run only", async () => {
    await runCli(["check", "-", "--lang=zh-cn"], { stdin: CLEAN });
    expect((await runCli(["check", "-"], { stdin: CLEAN })).out).toBe(ENGLISH);
  });

  test("not by the environment, so that reports are the same on all machines", async () => {
    const env = { LANG: "zh_CN.UTF-8", LANGUAGE: "zh_CN", LC_ALL: "zh_CN.UTF-8", LC_MESSAGES: "zh_CN" };
    expect((await runCli(["check", "-"], { stdin: CLEAN, env })).out).toBe(ENGLISH);
  });
});

test("behind two hyphens it is the name of a file", async () => {
  const cwd = folderWith({ "--lang": CLEAN, "zh-cn": CLEAN });
  expect(await runCli(["check", "--", "--lang", "zh-cn"], { cwd })).toEqual({
    code: 0,
    out: "No findings in 2 files\n",
    err: "",
  });
  expect((await runCli(["check", "--lang=zh-cn", "--", "--lang"], { cwd })).out).toBe(CHINESE);
});

test.each([
  [["check", "--lang=fr"], 'unknown language "fr"; one of: en, zh-cn'],
  [["check", "--lang", "zh"], 'unknown language "zh"; one of: en, zh-cn'],
  [["check", "--lang", "zh-tw", "."], 'unknown language "zh-tw"; one of: en, zh-cn'],
  [["--lang"], '"--lang" needs a value'],
  [["check", "--lang="], '"--lang" needs a value'],
  [["check", "--lang", "--format", "json"], '"--lang" needs a value'],
  [["check", "--lang", "--", "a.json"], '"--lang" needs a value'],
])("%j is refused", async (argv, message) => {
  expect(await runCli(argv)).toEqual({
    code: 2,
    out: "",
    err: `access-policy: ${message}\nTry: access-policy --help\n`,
  });
});

test("options with a similar name are others", async () => {
  const { code, err } = await runCli(["check", "--language=zh-cn"]);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'access-policy: unknown option "--language"\nTry: access-policy check --help\n',
  });
});

test("fields and values of a JSON report are the same in every language, and its messages are not", async () => {
  const cwd = folderWith({ "a.policy.json": FAULTY });
  const argv = ["check", "--format=json"];
  const english: JsonReport = JSON.parse((await runCli(argv, { cwd })).out);
  const chinese: JsonReport = JSON.parse((await runCli([...argv, "--lang=zh-cn"], { cwd })).out);
  expect(wordsOf(english)[0]).toMatch(/^"grant" is /);
  expect(wordsOf(chinese)[0]).toMatch(/^“grant”不是/);
  expect(withoutWords(chinese)).toEqual(withoutWords(english));
});

function wordsOf({ files }: JsonReport): readonly string[] {
  return files.flatMap(({ findings }) => findings.map(({ message }) => message));
}

/** Pages about checks have addresses of their own in each language. */
function withoutWords({ files, ...rest }: JsonReport): JsonReport {
  const bare = files.map(({ findings, ...file }) => {
    return { ...file, findings: findings.map((finding) => ({ ...finding, message: "", docs: "" })) };
  });
  return { ...rest, files: bare };
}
