// What the command line says in Chinese: that nothing of it is left in English, and what it looks like.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../server/src/cli/reporters/visible.js";
import { englishLeftovers } from "../support/english-leftovers.js";
import { CLEAN, type CliOptions, DOUBTFUL, FAULTY, folderWith, runCli } from "./run-cli.js";

const FIXTURES = join(import.meta.dirname, "../fixtures/cli");

const inChinese = (argv: readonly string[], options: CliOptions = {}) =>
  runCli(["--lang=zh-cn", ...argv], options);

const onLive = (policy: string) => policy.replace("sdkappid/2", "sdkappid/1400100200");
const READING = onLive(CLEAN);
const ALLOWING_ALL = READING.replace("trtc:DescribeRoomInfo", "trtc:*");
const MISTYPED = onLive(DOUBTFUL);
const MISTAKEN = onLive(FAULTY);
const BROKEN = MISTAKEN.replace("]\n}", "");

const PROJECT = `{
  "applications": [{ "sdkAppId": 1400100200, "label": "直播" }],
  "suppressions": [
    { "check": "unknown-action", "file": "doubtful.policy.json", "reason": "约定" },
    { "check": "unknown-action", "file": "clean.policy.json", "reason": "约定", "expires": "2020-01-01" }
  ]
}
`;

/** Every kind of thing that a report can have to say. */
const FILES = {
  "access-policy.config.json": PROJECT,
  "broken.policy.json": BROKEN,
  "clean.policy.json": READING,
  "doubtful.policy.json": MISTYPED,
  "faulty.policy.json": MISTAKEN,
  "team.grants.json": `{
  "users": {
    "li.wei": { "policies": ["QcloudTRTCFullAccess", "./clean.policy.json", "./nowhere.json"] },
    "wang.fang": { "policies": ["./broken.policy.json"], "groups": ["operators"] }
  }
}
`,
};

const BEFORE_AND_AFTER = {
  "before/access-policy.config.json": PROJECT,
  "before/gone.policy.json": MISTYPED,
  "before/same.policy.json": READING,
  "before/team.grants.json": '{ "users": { "li.wei": { "policies": ["./same.policy.json"] } } }',
  "before/wider.policy.json": READING,
  "after/access-policy.config.json": PROJECT,
  "after/broken.policy.json": BROKEN,
  "after/new.policy.json": ALLOWING_ALL,
  "after/same.policy.json": READING,
  "after/team.grants.json":
    '{ "users": { "li.wei": { "policies": ["./new.policy.json"] }, "zhao.lei": { "policies": ["QcloudNoSuch"] } } }',
  "after/wider.policy.json": ALLOWING_ALL,
};

describe("nothing is left in English in a report of", () => {
  test.each([
    ["check", ["check", "."], FILES, ["text", "markdown", "github", "junit", "sarif"]],
    ["compare", ["compare", "before", "after"], BEFORE_AND_AFTER, ["text", "markdown", "github", "sarif"]],
    [
      "explain",
      ["explain", "clean.policy.json", "doubtful.policy.json", "broken.policy.json", "team.grants.json"],
      FILES,
      ["text", "markdown"],
    ],
    [
      "simulate",
      ["simulate", "clean.policy.json", "--action", "trtc:DismissRoom"],
      FILES,
      ["text", "markdown"],
    ],
    ["simulate", ["simulate", "clean.policy.json", "--action", "trtc:DescribeRoomInfo"], FILES, ["text"]],
  ])("%s by %j", async (_command, argv, files, formats) => {
    for (const format of formats) {
      const { out, err } = await inChinese([...argv, `--format=${format}`], { cwd: folderWith(files) });
      expect(out).toMatch(/\p{Script=Han}/u);
      expect({ format, left: englishLeftovers(wordsOf(out, format)) }).toEqual({ format, left: [] });
      expect(englishLeftovers(err)).toEqual([]);
    }
  });
});

/** Without the markup of formats for programs, in which words of ours stand in quotation marks. */
function wordsOf(report: string, format: string): string {
  if (format === "sarif") return textsIn(JSON.parse(report)).join("\n");
  if (format === "github") return report.replaceAll(/^::\w+ title=(.*?),file=.*?::/gm, "$1 ");
  if (format !== "junit") return report;
  const said = [...report.matchAll(/ (?:name|message)="([^"]*)"|>([^<]*)</g)];
  return said
    .map(([, attribute, content]) => (attribute ?? content ?? "").replaceAll("&quot;", '"'))
    .join("\n");
}

/** Pages are read elsewhere, and what a fix inserts are names. */
function textsIn(value: unknown, name = ""): readonly string[] {
  if (name === "help" || name === "fullDescription" || name === "insertedContent") return [];
  if (typeof value === "string") return name === "text" || name === "justification" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, key));
}

describe("nothing is left in English in the help of", () => {
  test.each([[[]], [["check"]], [["compare"]], [["explain"]], [["simulate"]]])("%j", async (command) => {
    const { code, out } = await inChinese([...command, "--help"]);
    expect(code).toBe(0);
    expect(englishLeftovers(out)).toEqual([]);
    for (const line of out.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(120);
    // The same options, in columns of the same width.
    const english = (await runCli([...command, "--help"])).out;
    expect(optionsIn(out)).toEqual(optionsIn(english));
  });

  /** Each with the column in which its meaning begins. */
  function optionsIn(help: string): readonly (readonly [option: string, column: number])[] {
    return [...help.matchAll(/^( {2,}(?:-h, )?(--[\w=-]+)(?: <.*?>| \[.*?\])* +)\S/gm)].map(
      ([, left = "", option = ""]) => [option, widthOf(left)] as const,
    );
  }
});

describe("nothing is left in English where", () => {
  test.each([
    ["nothing is asked", [], "用法："],
    ["the command is unknown", ["chk"], "未知命令“chk”"],
    ["the option is unknown", ["check", "--foo"], "未知选项“--foo”"],
    ["a value is missing", ["check", "--format"], "“--format”需要一个值"],
    ["an option stands for a value", ["check", "--format", "--fix"], "以“-”开头的值"],
    ["a value is too many", ["check", "--no-ignore=yes"], "“--no-ignore”不接受值"],
    ["the format is unknown", ["explain", "--format=xml", "a"], "未知格式“xml”"],
    ["the dialect is unknown", ["compare", "a", "b", "--dialect=aws"], "未知策略语言“aws”"],
    ["the severity is unknown", ["check", "--fail-on=all"], "未知级别“all”"],
    ["the change is unknown", ["compare", "a", "b", "--fail-on=all"], "未知变化“all”"],
    ["the kind of fixes is unknown", ["check", "--fix=all"], "未知修复类型“all”"],
    ["options contradict each other", ["explain", "a", "--project=b", "--no-project"], "互相矛盾"],
    ["no file is named", ["explain"], "没有指定文件"],
    ["an action is missing", ["simulate", "a"], "缺少“--action”"],
    ["a key has no value", ["simulate", "a", "--action=b", "--set=c"], "“--set”的值应为“键=值”的形式"],
    ["the sides are missing", ["compare"], "请指定要比较的两个文件"],
    ["the fixes are missing", ["check", "--dry-run"], "“--dry-run”需要与“--fix”一起使用"],
    ["the check is unknown", ["check", "--help-check", "unknown-efect"], "是否应为“unknown-effect”"],
    ["a path is missing", ["check", "nowhere"], "没有该文件或文件夹"],
    ["nothing fits", ["check", "*.yaml"], "没有文件匹配该通配表达式"],
    ["fixes are meant", ["check", "--fix", "unsafe"], "请使用 --fix=unsafe"],
    ["nothing is found", ["check", "empty"], "没有找到策略"],
    ["there is no policy", ["explain", "empty/a.json"], "其中没有策略"],
    ["a folder is named", ["explain", "empty"], "这是一个文件夹"],
    ["a folder stands beside a file", ["compare", "empty", "empty/a.json"], "文件与文件夹无法比较"],
    ["there is no git", ["compare", "--git", "HEAD"], "未安装 git"],
  ])("%s", async (_what, argv, words) => {
    const { code, out, err } = await inChinese(argv, { cwd: folderWith({ "empty/a.json": "[]" }) });
    expect({ out, isFailure: code === 2 || argv.includes("empty") }).toEqual({ out: "", isFailure: true });
    expect(err).toContain(words);
    expect(englishLeftovers(err)).toEqual([]);
  });

  test("fixes would be made", async () => {
    const cwd = folderWith({ "a.policy.json": READING.replace("allow", "Allow") });
    const { err } = await inChinese(["check", "--fix", "--dry-run"], { cwd });
    expect(err).toBe("access-policy: 将修复 1 项问题\n");
    expect((await inChinese(["check", "--fix"], { cwd })).out).toBe("1 个文件中没有发现问题，已修复 1 项\n");
  });

  test("a run takes long", async () => {
    let time = 0;
    const options = { cwd: folderWith({ "a.json": "{}", "b.json": "{}", "c.json": "{}" }), terminal: true };
    const { err } = await inChinese(["check"], { ...options, now: () => (time += 600) });
    expect(err).toContain("正在检查… 2 个文件");
  });
});

test("a report of check", async () => {
  const cwd = folderWith(FILES);
  const { out } = await inChinese(["check", "faulty.policy.json", "doubtful.policy.json"], { cwd });
  expect(out).toMatchInlineSnapshot(`
    "faulty.policy.json:3:29: 错误：“grant”不是有效的效力；腾讯云 CAM 只有“allow”和“deny” [unknown-effect]
      3 |   "statement": [{ "effect": "grant", "action": ["trtc:DescribeRoomInfo"], "resource": ["qcs::trtc::uin/1:sdkappid/1400100200"] }]
        |                             ^^^^^^^

    access-policy.config.json:5:90: 警告：对“unknown-action”的这项忽略已于 2020-01-01 到期 [expired-suppression]
      5 |     { "check": "unknown-action", "file": "clean.policy.json", "reason": "约定", "expires": "2020-01-01" }
        |                                                                                            ^^^^^^^^^^^^

    1 个错误、1 个警告，涉及 3 个文件中的 2 个，已忽略 1 项
    "
  `);
});

test("a report of compare", async () => {
  const { out } = await inChinese(["compare", "before", "after"], { cwd: folderWith(BEFORE_AND_AFTER) });
  expect(out).toMatchInlineSnapshot(`
    "after/new.policy.json: 权限扩大（新策略）
      新增  写  trtc:DismissRoom、trtc:RemoveUser
            范围：应用 1400100200（直播） [语句 1（第 3 行）]
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:DismissRoom
      新增  未收录  trtc:* 匹配的其他操作
            范围：应用 1400100200（直播） [语句 1（第 3 行）]
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:X，其中的名称是按通配表达式虚构的
      新增  读  trtc:DescribeRoomInfo、trtc:DescribeUserInfo、trtc:DescribeVocabulary
            范围：应用 1400100200（直播） [语句 1（第 3 行）]
            没有来源说明其中 1 个操作能否限定资源
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:DescribeRoomInfo

    after/team.grants.json: li.wei 新增 2 项写、1 项未收录的操作和 2 项读
      新增  写  trtc:DismissRoom、trtc:RemoveUser
            范围：应用 1400100200（直播） [./new.policy.json 的语句 1（第 3 行）]
            之前：不允许
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:DismissRoom
      新增  未收录  trtc:* 匹配的其他操作
            范围：应用 1400100200（直播） [./new.policy.json 的语句 1（第 3 行）]
            之前：不允许
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:X，其中的名称是按通配表达式虚构的
      新增  读  trtc:DescribeUserInfo、trtc:DescribeVocabulary
            范围：应用 1400100200（直播） [./new.policy.json 的语句 1（第 3 行）]
            之前：不允许
            没有来源说明其中 1 个操作能否限定资源
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:DescribeUserInfo

    after/wider.policy.json: 权限扩大
      新增  写  trtc:DismissRoom、trtc:RemoveUser
            范围：应用 1400100200（直播） [语句 1（第 3 行）]
            之前：不允许
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:DismissRoom
      新增  未收录  trtc:* 匹配的其他操作
            范围：应用 1400100200（直播） [语句 1（第 3 行）]
            之前：不允许
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:X，其中的名称是按通配表达式虚构的
      新增  读  trtc:DescribeUserInfo、trtc:DescribeVocabulary
            范围：应用 1400100200（直播） [语句 1（第 3 行）]
            之前：不允许
            没有来源说明其中 1 个操作能否限定资源
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:DescribeUserInfo

    after/broken.policy.json: 权限不变（仅就可读取的部分而言）（新策略）
      未读  当前版本第 3 行：文本从此处起有语法错误
      未读  当前版本第 3 行：一条效力未知的语句未计入

    after/team.grants.json: zhao.lei 权限不变（仅就可读取的部分而言）（新用户）
      未读  当前版本第 1 行：“QcloudNoSuch”不是操作目录中已知的预设策略，不计入

    before/gone.policy.json: 权限缩小（已删除）
      失去  未收录  trtc:DescribeRoomInf
            范围：应用 1400100200（直播） [基准版本的语句 1（第 3 行）]
            示例：对 qcs::trtc::uin/1:sdkappid/1400100200 执行 trtc:DescribeRoomInf

    未收录：未被任何列表收录，或没有列表说明是读还是写的操作
    权限扩大（7 个策略和用户中的 3 个）：+6 项写、+3 项未收录、+7 项读。权限缩小（7 个策略和用户中的 1 个）：−1 项未收录。仅部分可读（7 个策略和用户中的 2 个）。权限不变（7 个策略和用户中的 1 个）
    "
  `);
});

test("a report of explain", async () => {
  const files = ["clean.policy.json", "broken.policy.json", "team.grants.json"];
  const { out } = await inChinese(["explain", ...files], { cwd: folderWith(FILES) });
  expect(out).toMatchInlineSnapshot(`
    "clean.policy.json: 只读：1 项读操作
      实时音视频（trtc）：应用 1400100200（直播）上的 1 项读操作
        读操作：DescribeRoomInfo

    broken.policy.json: 未授予任何权限
      附注：
        第 3 行：文本从此处起有语法错误
        第 3 行：一条效力未知的语句未计入

    team.grants.json: li.wei：允许：5 项读操作、4 项写操作和 1 个匹配未收录操作的通配表达式
      实时音视频（trtc）：所有资源上的 5 项读操作、4 项写操作和“trtc:*”匹配的其他操作
        写操作：CreateTrtcApp、DismissRoom、ModifyMixConf、RemoveUser
        读操作：DescribeDetailEvent、DescribeDurationPackages、DescribeRoomInfo、DescribeUserInfo、DescribeVocabulary
      已关联的策略：QcloudTRTCFullAccess、./clean.policy.json
      2026-11 的操作目录没有完整收录“trtc:*”匹配的操作
    team.grants.json: wang.fang：未授予任何已知的权限
      已关联的策略：./broken.policy.json
      附注：
        第 3 行：“./nowhere.json”指向的文件不存在，不计入
        第 4 行：“operators”不是此文件中的用户组
        第 4 行：“./broken.policy.json”内容有误，仅部分计入
    "
  `);
});

test("an answer of simulate", async () => {
  const cwd = join(FIXTURES, "compare/after");
  const argv = ["simulate", "trtc/everyone.policy.json", "--action", "trtc:RemoveUser"];
  const { out } = await inChinese(argv, { cwd });
  expect(out).toMatchInlineSnapshot(`
    "拒绝：没有语句允许 trtc:RemoveUser
      允许用于应用 1400100201（Live test | *QA*），不允许用于所有资源（trtc/everyone.policy.json 第 4 行的语句 1）
    "
  `);
});
