// The pages in Chinese: that nothing of them is left in English, and that a preview finds what it is sent to.
import { describe, expect, test } from "vitest";
import type { Position } from "vscode-languageserver-types";
import { anchorAt, explain } from "../../server/src/features/explain.js";
import { simulate } from "../../server/src/features/simulate.js";
import { serve } from "../support/cursor.js";
import { englishLeftovers } from "../support/english-leftovers.js";
import { EXPLAINED_POLICY } from "../support/explained-policy.js";
import { servedGrants } from "../support/grants.js";
import { inChinese } from "../support/language.js";
import { services } from "../support/served.js";

/** What the team of the tests has written itself. */
const NAMES = ["Live prod"];

const APP = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
const OTHER = "qcs::trtc::uin/100012345678:sdkappid/1400100201";

const document = serve(EXPLAINED_POLICY);

const team = servedGrants(`{
  "dialect": "cam",
  "groups": { "trtc-ops": { "policies": ["QcloudTRTCReadonlyAccess"] } },
  "users": {
    "li.wei": { "groups": ["trtc-ops"] },
    "wang.fang": { "groups": ["trtc-ops"] },
    "nobody": { "policies": ["QcloudUnheardAccess"] }
  }
}`);

const ASKED = [
  ["trtc:DismissRoom", APP, {}],
  ["trtc:DismissRoom", OTHER, { "qcs:ips": ["192.0.2.1"] }],
  ["trtc:DescribeUserInfo", undefined, { "qcs:ip": ["192.0.2.1"] }],
  ["trtc:DescribeUserInfo", undefined, {}],
  ["trtc:RemoveUser", `${APP}0`, {}],
  ["trtc:ModifyMixConf", APP, {}],
  ["trtc:Unheard", undefined, {}],
  ["trtc:*", undefined, {}],
  ["foo", undefined, {}],
] as const;

const linkTo = (line: number) => `/a.policy.json#L${line}`;

describe("the anchors of a page", () => {
  const place: Position = { line: 9, character: 8 };

  test("are the same in every language", () => {
    expect(anchorAt(document, place)).toBe("statement-2");
    expect(inChinese(() => anchorAt(document, place))).toBe("statement-2");
  });

  test("are found where a preview looks for them: at an element that says its line", () => {
    const page = inChinese(() => explain(document, "a.policy.json", services, linkTo));
    const heading = page.split("\n").findIndex((line) => line.includes("[语句 2]"));
    expect(page.split("\n")[heading]).toBe(
      `### <a id="statement-2" class="code-line" data-line="${heading}"></a>[语句 2](</a.policy.json#L9>)`,
    );
    expect(explain(document, "a.policy.json", services, linkTo)).not.toContain("<a");
  });
});

describe("in full", () => {
  test("what a policy allows", () => {
    expect(inChinese(() => explain(document, "a.policy.json", services, linkTo))).toMatchInlineSnapshot(`
      "# \`a.policy.json\` 授予的权限

      *腾讯云 CAM*

      **允许：2 项读操作、2 项写操作**

      - **实时音视频 \`trtc\`**：应用 1400100200（Live prod）、应用 1400100201 上的 1 项读操作、1 项写操作  
        写操作：\`RemoveUser\`
      - **实时音视频 \`trtc\`**：应用 1400100200（Live prod）上的 1 项写操作  
        写操作：\`DismissRoom\`
      - **实时音视频 \`trtc\`**：所有资源上的 1 项读操作，仅当来自 \`10.0.0.0/8\`

      其中被拒绝的：

      - **实时音视频 \`trtc\`**：应用 1400100201 上的 1 项写操作  
        写操作：\`DismissRoom\`

      缺失或格式有误的操作和资源未计入。

      509 / 6144 个字符（不计空白）

      ### 按资源列出的操作

      | 操作 | 访问级别 | 应用 1400100200（Live prod） | 应用 1400100201 | 其余所有资源 |
      | --- | --- | --- | --- | --- |
      | \`trtc:RemoveUser\` | **写** | 是 | 是 | – |
      | \`trtc:DismissRoom\` | **写** | 是 | – | – |
      | \`trtc:DescribeRoomInfo\` | 读 | 是 | 是 | – |
      | \`trtc:DescribeUserInfo\` | 读 | 有条件 | 有条件 | 有条件 |

      ### <a id="statement-1" class="code-line" data-line="30"></a>[语句 1](</a.policy.json#L4>)

      **允许：1 项读操作、2 项写操作**

      - **实时音视频 \`trtc\`**：应用 1400100200（Live prod）、应用 1400100201 上的 1 项读操作、2 项写操作  
        写操作：\`DismissRoom\`、\`RemoveUser\`

      ### <a id="statement-2" class="code-line" data-line="37"></a>[语句 2](</a.policy.json#L9>)

      **只读：1 项读操作，有条件**

      - **实时音视频 \`trtc\`**：所有资源上的 1 项读操作，仅当来自 \`10.0.0.0/8\`

      ### <a id="statement-3" class="code-line" data-line="43"></a>[语句 3](</a.policy.json#L15>)

      **拒绝：1 项写操作**

      - **实时音视频 \`trtc\`**：应用 1400100201 上的 1 项写操作  
        写操作：\`DismissRoom\`

      ### <a id="statement-4" class="code-line" data-line="50"></a>[语句 4](</a.policy.json#L20>)

      **未授予任何权限**

      缺失或格式有误的操作和资源未计入。

      ### 未计入的内容

      - [第 20 行](</a.policy.json#L20>)：“foo”未计入，因为它不是操作

      *依据 2026-11 的操作目录，仅就本文档而言；用户的其他策略可能允许或拒绝更多操作。*
      "
    `);
  });

  test("whether a request is allowed", () => {
    const asked = { action: "trtc:DescribeUserInfo", resource: APP, context: { "qcs:ips": ["10.1.2.3"] } };
    expect(
      inChinese(() => simulate(document, asked, "a.policy.json", services, linkTo).markdown),
    ).toMatchInlineSnapshot(`
      "# 拒绝

      按 \`a.policy.json\` 判定的请求：对 \`qcs::trtc::uin/100012345678:sdkappid/1400100200\` 执行 \`trtc:DescribeUserInfo\`（\`qcs:ips\` 为 \`10.1.2.3\`）

      该请求被**拒绝**：没有语句允许对 qcs::trtc::uin/100012345678:sdkappid/1400100200 执行 trtc:DescribeUserInfo。

      **怎样才会被允许**

      - [语句 2](</a.policy.json#L9>)（第 9 行）：来自 10.0.0.0/8 时才允许，例如 qcs:ip 为 10.0.0.1

      **注意事项**

      - 没有条件用到“qcs:ips”，是否应为“qcs:ip”
      - [第 20 行](</a.policy.json#L20>)：“foo”未计入，因为它不是操作

      *依据 2026-11 的操作目录，仅根据本文档判定；用户的其他策略可能允许或拒绝更多操作。*
      "
    `);
  });

  test("what a grants file grants", () => {
    expect(inChinese(() => explain(team, "team.grants.json", services))).toMatchInlineSnapshot(`
      "# \`team.grants.json\` 授予的权限

      ## 用户 \`li.wei\`、\`wang.fang\`

      **只读：5 项读操作**

      - **实时音视频 \`trtc\`**：所有资源上的 5 项读操作

      已关联的策略：\`QcloudTRTCReadonlyAccess\`（\`trtc-ops\`）

      预设策略按文档说明的范围计入。

      ## 用户 \`nobody\`

      **未授予任何已知的权限**

      - \`QcloudUnheardAccess\` 不是操作目录中已知的预设策略，不计入

      ## 用户组 \`trtc-ops\`

      **只读：5 项读操作**

      - **实时音视频 \`trtc\`**：所有资源上的 5 项读操作

      已关联的策略：\`QcloudTRTCReadonlyAccess\`

      预设策略按文档说明的范围计入。

      *依据 2026-11 的操作目录和此处所列的文件。*
      "
    `);
  });
});

describe("a page has no English but names", () => {
  const pages = (): readonly string[] => [
    explain(document, "a.policy.json", services, linkTo),
    explain(serve(""), "a.policy.json", services),
    explain(
      serve(
        '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get", "obs:bucket:Get*"] }] }',
        { fileName: "a.otc.json" },
      ),
      "a.otc.json",
      services,
    ),
    explain(team, "team.grants.json", services),
    ...ASKED.map(
      ([action, resource, context]) =>
        simulate(document, { action, resource, context }, "a.policy.json", services).markdown,
    ),
  ];
  const anchors = /<a id=[^>]*><\/a>/g;

  test("in Chinese", () => {
    const left = inChinese(pages).flatMap((page) => englishLeftovers(page.replace(anchors, ""), NAMES));
    expect(left).toEqual([]);
  });

  test("and would be found if it had", () => {
    for (const page of pages()) expect(englishLeftovers(page, NAMES)).not.toEqual([]);
  });
});
