// What people read in Chinese about what policies allow, on made-up policies: each line as it stands in an editor or
// in a report.
import { expect, test } from "vitest";
import {
  cam,
  compare,
  counts,
  decide,
  describeBriefly,
  describeGroup,
  describeHolders,
  describeLeftOut,
  describeNear,
  describeResources,
  describeSize,
  describeUnlisted,
  describeValue,
  describeWidening,
  headline,
  nearRequests,
  otc,
  PLAIN,
  type Policy,
  readPolicyFile,
  readRequest,
  shortPolicy,
  shortStatement,
  summarize,
} from "../../../server/src/core/index.js";
import { inChinese } from "../../support/language.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";

const LIVE = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
const TEST = "qcs::trtc::uin/100012345678:sdkappid/1400100201";
const MADE_UP = "qcs::trtc::uin/100012345678:sdkappid/1000000000";
const EVERY = "qcs::trtc::uin/100012345678:sdkappid/*";
const WRITES = ["trtc:DismissRoom", "trtc:RemoveUser"];
const READ = "trtc:DescribeRoomInfo";
const applications = [{ sdkAppId: "1400100200", label: "直播生产" }];
const facts = oracleCatalog.of(cam);
const inside = { ip_equal: { "qcs:ip": "10.0.0.0/8" } };
const outside = { ip_equal: { "qcs:ip": "192.168.0.0/16" } };
const signedIn = { bool_equal: { "qcs:mfa": "true" } };
const until2030 = { date_less_than: { "qcs:current_time": "2030-01-01T00:00:00Z" } };

type StatementData = Readonly<Record<string, unknown>>;

function policyOf(...statements: readonly StatementData[]): Policy {
  const statement = statements.map((one) => ({ effect: "allow", action: WRITES, resource: LIVE, ...one }));
  const text = JSON.stringify({ version: "2.0", statement });
  const [policy] = readPolicyFile(text, { dialects: [cam, otc], declared: true }).policies;
  if (policy === undefined) throw new Error("the text holds no policy");
  return policy;
}

function summaryOf(...statements: readonly StatementData[]): readonly string[] {
  const naming = { facts, applications };
  const summary = summarize(policyOf(...statements), oracleCatalog);
  return inChinese(() => [
    headline(summary, naming),
    ...summary.allowed.map((group) => describeGroup(group, naming)),
    ...Object.values(describeUnlisted(summary, "2026-01-01", 6)),
  ]);
}

function lensOf(...statements: readonly StatementData[]): readonly string[] {
  const policy = policyOf(...statements);
  const naming = { catalog: oracleCatalog, applications };
  return inChinese(() => [
    shortPolicy(policy, naming),
    ...policy.statements.map((statement) => shortStatement(statement, policy, naming)),
  ]);
}

function comparisonOf(before: readonly StatementData[], after: readonly StatementData[]) {
  const [was, is] = [policyOf(...before), policyOf(...after)];
  const comparison = compare([was], [is], oracleCatalog);
  const lineOf = () => 7;
  return { comparison, before: { policies: [was], lineOf }, after: { policies: [is], lineOf }, applications };
}

function nearOf(action: string, resource: string, ...statements: readonly StatementData[]) {
  const policies = [policyOf(...statements)];
  const request = { action, resource, context: { "qcs:ip": ["192.168.0.1"] } };
  const decided = decide(policies, request, oracleCatalog);
  const near = nearRequests(policies, request, oracleCatalog);
  return inChinese(() =>
    describeNear(request, decided, near, { facts, applications }).map(({ text }) => text),
  );
}

test.each<[string, readonly StatementData[], readonly string[]]>([
  ["nothing", [{ effect: "deny" }], ["未授予任何权限"]],
  ["reading", [{ action: READ }], ["只读：1 项读操作", "应用 1400100200（直播生产）上的 1 项读操作"]],
  [
    "under a condition",
    [{ action: [...WRITES, READ], condition: inside }],
    [
      "允许：1 项读操作、2 项写操作，有条件",
      "应用 1400100200（直播生产）上的 1 项读操作、2 项写操作，仅当来自 10.0.0.0/8",
    ],
  ],
  [
    "a deny of some resources",
    [{ resource: EVERY }, { effect: "deny", resource: TEST }],
    ["允许：2 项写操作", "账号 uin/100012345678 名下所有应用（应用 1400100201 除外）上的 2 项写操作"],
  ],
  [
    "a deny under a condition",
    [{}, { effect: "deny", resource: "*", condition: { bool_equal: { "qcs:mfa": "false" } } }],
    ["允许：2 项写操作", "应用 1400100200（直播生产）上的 2 项写操作；未通过 MFA 验证的请求除外"],
  ],
  [
    "a deny under a condition, of some resources",
    [
      { resource: [LIVE, TEST], condition: until2030 },
      { effect: "deny", condition: outside },
    ],
    [
      "允许：2 项写操作，有条件",
      "应用 1400100200（直播生产）、应用 1400100201 上的 2 项写操作，仅当时间早于 2030-01-01T00:00:00Z；应用 1400100200（直播生产）上来自 192.168.0.0/16 的请求除外",
    ],
  ],
  [
    "actions that no list has",
    [{ action: ["trtc:*Room"] }],
    [
      "允许：1 项写操作和 1 个匹配未收录操作的通配表达式",
      "应用 1400100200（直播生产）上的 1 项写操作和“trtc:*Room”匹配的其他操作",
      "2026-01-01 的操作目录没有完整收录“trtc:*Room”匹配的操作",
    ],
  ],
])("a summary: %s", (_name, statements, chinese) => {
  expect(summaryOf(...statements)).toEqual(chinese);
});

test.each<[readonly StatementData[], readonly string[]]>([
  [
    [{ action: [...WRITES, READ], resource: [LIVE, TEST], condition: inside }],
    [
      "1 条语句 · 允许 1 项读、2 项写 · 2 个应用 · 仅当来自 10.0.0.0/8 · 284 / 6144 个字符",
      "允许 · 1 项读、2 项写 · 2 个应用 · 仅当来自 10.0.0.0/8",
    ],
  ],
  [
    [{ action: "trtc:*" }, { effect: "deny", action: "*", resource: "*" }],
    [
      "2 条语句 · 拒绝 3 项读、2 项写等 · 所有资源 · 175 / 6144 个字符",
      "允许 · 3 项读、2 项写等 · 应用 1400100200（直播生产）",
      "拒绝 · 所有操作 · 所有资源",
    ],
  ],
])("the lines above a policy and its statements: %#", (statements, chinese) => {
  expect(lensOf(...statements)).toEqual(chinese);
});

test.each<[string, readonly StatementData[], readonly StatementData[], object, string]>([
  ["more", [{}], [{ resource: [LIVE, TEST] }], {}, "权限扩大，+2 项写（应用 1400100201）"],
  ["less", [{}], [{ action: WRITES[0] }], {}, "权限缩小，−1 项写（直播生产）"],
  [
    "both",
    [{ action: READ }],
    [{ resource: "*", condition: inside }],
    {},
    "权限有增有减，+2 项写（所有资源，有条件），−1 项读（直播生产）",
  ],
  [
    "two figures of the same place",
    [],
    [{ action: [...WRITES, READ] }],
    { isNew: true },
    "新策略，+2 项写，+1 项读（直播生产）",
  ],
  ["the same", [{}], [{}], {}, "权限不变"],
  ["a doubt", [], [{}], { mayHide: true }, "权限扩大，+2 项写（直播生产），仅就可读取的部分而言"],
  ["no base", [], [{}], { failure: "内容为空" }, "没有可比较的内容（内容为空）"],
])("a change in brief: %s", (_name, before, after, more, chinese) => {
  const change = { ...comparisonOf(before, after), isNew: false, mayHide: false, ...more };
  expect(inChinese(() => describeBriefly("HEAD", change, oracleCatalog))).toBe(`相比 HEAD：${chinese}`);
});

test("a change, item by item", () => {
  const before = [{}, { effect: "deny", action: WRITES[0], condition: inside }];
  const after = [{}, { action: ["trtc:*Room"], resource: EVERY }, { effect: "deny", resource: TEST }];
  const change = comparisonOf(before, after);
  const options = { catalog: oracleCatalog, style: PLAIN };
  const told = inChinese(() => describeWidening(change, options).map(({ words }) => words));
  expect(told).toEqual([
    `trtc:DismissRoom（写），用于应用 1400100200（直播生产）；之前：来自 10.0.0.0/8 时被基准版本的语句 2（第 7 行）拒绝；示例：对 ${LIVE} 执行 trtc:DismissRoom（qcs:ip 为 10.0.0.1）`,
    `trtc:DismissRoom（写），用于账号 uin/100012345678 名下所有应用；但在应用 1400100201 上被语句 3 拒绝；示例：对 ${MADE_UP} 执行 trtc:DismissRoom`,
    `trtc:*Room 匹配的其他操作（未收录），用于账号 uin/100012345678 名下所有应用；之前：不允许；示例：对 ${MADE_UP} 执行 trtc:XRoom，其中的名称是按通配表达式虚构的`,
  ]);
});

test("who gains and loses what", () => {
  const { comparison } = comparisonOf([{ action: READ }], [{}]);
  const { comparison: same } = comparisonOf([{}], [{}]);
  const names = ["li.wei", "wang.fang", "sun.li", "zhao.min", "chen.jie"];
  const said = inChinese(() => [
    describeHolders("user", names.slice(0, 1), { ...comparison, lost: [] }),
    describeHolders("user", names.slice(0, 1), comparison),
    describeHolders("user", names, comparison),
    describeHolders("group", ["trtc-ops", "trtc-dev"], same),
  ]);
  expect(said).toEqual([
    "li.wei 新增 2 项写",
    "li.wei 新增 2 项写，失去 1 项读",
    "li.wei、wang.fang、sun.li 及其他 2 人各新增 2 项写，各失去 1 项读",
    "用户组 trtc-ops 和 trtc-dev 权限均不变",
  ]);
});

test.each<[string, string, readonly StatementData[], readonly string[]]>([
  ["trtc:RemoveUser", TEST, [{}], ["允许用于应用 1400100200（直播生产），不允许用于应用 1400100201"]],
  [
    "trtc:RemoveUser",
    LIVE,
    [{ condition: { ...inside, ...signedIn } }],
    ["来自 10.0.0.0/8 且通过 MFA 验证时才允许，例如 qcs:ip 为 10.0.0.1 且 qcs:mfa 为 true"],
  ],
  [
    "trtc:RemoveUser",
    TEST,
    [{ condition: inside }],
    ["来自 10.0.0.0/8 时才允许用于应用 1400100200（直播生产），例如 qcs:ip 为 10.0.0.1"],
  ],
  [
    "trtc:RemoveUser",
    LIVE,
    [{}, { effect: "deny", condition: outside }],
    ["来自 192.168.0.0/16 时会被此语句拒绝；例如 qcs:ip 为 192.0.2.1 时会被允许"],
  ],
  ["trtc:StartRecord", LIVE, [{}], ["允许的是 trtc:DismissRoom、trtc:RemoveUser"]],
  [
    "trtc:CreateTrtcApp",
    LIVE,
    [{ action: "trtc:CreateTrtcApp" }],
    ["trtc:CreateTrtcApp 只能对所有资源授权，而此语句指定了部分资源"],
  ],
])("what a request for %s on %s lacks: %#", (action, resource, statements, chinese) => {
  expect(nearOf(action, resource, ...statements)).toEqual(chinese);
});

test("a request that nobody would ask for", () => {
  const policy = policyOf({ condition: inside });
  const ask = (action: string, resource: string, key: string) =>
    inChinese(() => readRequest({ action, resource, context: { [key]: ["1"] } }, [policy], oracleCatalog));
  expect(ask("trtc:RemoveUsers", LIVE, "qcs:ips")).toMatchObject({
    warnings: ["2026-11 的操作目录未收录操作“trtc:RemoveUsers”，是否应为“trtc:RemoveUser”"],
    notes: ["没有条件用到“qcs:ips”，是否应为“qcs:ip”"],
  });
  expect(ask("trtc:*", LIVE, "qcs:ip")).toEqual({
    failure: "“trtc:*”是通配表达式，而一次请求只针对一个操作",
  });
  expect(ask("nonsense", LIVE, "qcs:ip")).toEqual({
    failure: "“nonsense”不是操作：腾讯云 CAM 的写法是 service:Name",
  });
});

test("values, sizes and what is left out", () => {
  const now = Date.UTC(2026, 0, 1);
  const said = inChinese(() => [
    describeValue("2030-01-01T00:00:00Z", "date", now),
    describeValue("10.0.0.0/8", "ip"),
    describeValue("env&prod", "tag"),
    describeSize(policyOf({})),
    describeLeftOut("malformed-action", '"foo"'),
    counts(12, 3, 2, 1),
    describeResources([LIVE, TEST, "qcs::cos:::bucket/a"], facts, applications),
    describeResources(["qcs::trtc:ap-guangzhou::sdkappid/1400100200"], facts, applications),
  ]);
  expect(said).toEqual([
    "2030 年 1 月 1 日星期二 00:00 UTC，1461 天后",
    "10.0.0.0 至 10.255.255.255，共 16777216 个地址",
    "标签“env”，值为“prod”",
    "159 / 6144 个字符（不计空白）",
    "“foo”未计入，因为它不是操作",
    "12 项读操作、3 项写操作、2 项读写未知的操作和 1 个匹配未收录操作的通配表达式",
    "2 个应用和“qcs::cos:::bucket/a”",
    "位于 ap-guangzhou 的应用 1400100200（直播生产）",
  ]);
});
