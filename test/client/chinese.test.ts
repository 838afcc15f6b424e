// What the editor's side says in Chinese: the page about access changes from its first line to the last one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nameOfChoice, readChoice } from "../../client/src/review/base-choice.js";
import {
  type ComparedFile,
  emptyPage,
  filePage,
  manyFilesPage,
} from "../../client/src/review/change-page.js";
import { cam, otc, readPolicyFile, speak } from "../../server/src/core/index.js";
import { changeOf } from "../../server/src/features/change.js";
import { compareVersions } from "../../server/src/features/compare.js";
import { englishLeftovers } from "../support/english-leftovers.js";
import { CHINESE } from "../support/language.js";
import { miniCatalog } from "../support/mini-catalog.js";

const BUNDLE = join(import.meta.dirname, "../../l10n/bundle.l10n.zh-cn.json");
const APPLICATION = "qcs::trtc::uin/100012345678:sdkappid/1400100200";

// The editor has its texts and the server has its own; here both sides are one program.
beforeAll(() => speak("zh-cn", { ...CHINESE, ...JSON.parse(readFileSync(BUNDLE, "utf8")) }));
afterAll(() => speak("en", undefined));

function policy(action: string | readonly string[], resource = APPLICATION, effect = "allow"): string {
  return JSON.stringify({ version: "2.0", statement: [{ effect, action, resource }] }, null, 2);
}

function compared(before: string | null, after: string, path = "policies/live.policy.json"): ComparedFile {
  const now = { text: after, file: readPolicyFile(after, { dialects: [cam, otc], declared: true }) };
  const applications = [{ sdkAppId: "1400100200", label: "直播" }];
  const change = changeOf({ name: "HEAD", text: before }, now, { catalog: miniCatalog, applications });
  if (change === undefined) throw new Error("the texts differ");
  return {
    ...{ path, base: "HEAD", result: compareVersions(change, miniCatalog, "markdown") },
    linkTo: (side, { start }) => `${side}/a.json#L${start.line + 1},${start.character + 1}`,
  };
}

test("a page about one policy", () => {
  const before = policy(["trtc:RemoveUser", "trtc:DescribeRoomInfo"]);
  const after = policy("trtc:RemoveUser", "qcs::trtc::uin/100012345678:sdkappid/*");
  expect(filePage(compared(before, after))).toBe(`# \`policies/live.policy.json\` 的权限变化

相比 HEAD：**权限有增有减**，\\+1 项写（账号 uin/100012345678 名下所有应用），−1 项读（直播）

## 新增的权限

- **写**：\`trtc:RemoveUser\`，范围：账号 uin/100012345678 名下所有应用
  - 之前：应用 1400100200（直播）
  - 允许它的语句：[语句 1（第 4 行）](<after/a.json#L7,19>)
  - 例如：对 \`qcs::trtc::uin/100012345678:sdkappid/1000000000\` 执行 \`trtc:RemoveUser\`

## 失去的权限

- 读：\`trtc:DescribeRoomInfo\`，范围：应用 1400100200（直播）
  - 现在：不允许
  - 原来允许它的语句：[基准版本的语句 1（第 4 行）](<before/a.json#L8,9>)
  - 例如：对 \`qcs::trtc::uin/100012345678:sdkappid/1400100200\` 执行 \`trtc:DescribeRoomInfo\`
`);
});

test("a page about all that has changed in a repository", () => {
  const files = [
    compared(policy("trtc:DescribeRoomInfo"), policy("trtc:*"), "a.policy.json"),
    compared(null, policy("trtc:RemoveUser", APPLICATION, "alow"), "new.policy.json"),
    compared(policy("trtc:RemoveUser"), policy(["trtc:RemoveUser"]), "same.policy.json"),
  ];
  const uncompared = [{ path: "x.json", reason: "仓库还没有任何提交" }];
  expect(manyFilesPage({ base: "Git 索引", files, uncompared })).toBe(`# 权限变化（基准：Git 索引）

3 个策略有改动，其中 2 个策略的权限有变。

| 策略 | 权限 |
| --- | --- |
| \`a.policy.json\` | **权限扩大**，\\+2 项写，\\+1 项未收录，\\+2 项读（直播） |
| \`new.policy.json\` | **权限不变**，新策略，仅就可读取的部分而言 |

## \`a.policy.json\`

相比 HEAD：**权限扩大**，\\+2 项写，\\+1 项未收录，\\+2 项读（直播）

### 新增的权限

- **写**：\`trtc:DismissRoom\`、\`trtc:RemoveUser\`，范围：应用 1400100200（直播）
  - 之前：不允许
  - 允许它的语句：[语句 1（第 4 行）](<after/a.json#L6,17>)
  - 例如：对 \`qcs::trtc::uin/100012345678:sdkappid/1400100200\` 执行 \`trtc:DismissRoom\`
- **未收录**：\`trtc:*\` 匹配的其他操作，范围：应用 1400100200（直播）
  - 之前：不允许
  - 允许它的语句：[语句 1（第 4 行）](<after/a.json#L6,17>)
  - 例如：对 \`qcs::trtc::uin/100012345678:sdkappid/1400100200\` 执行 \`trtc:X\`，其中的名称是按通配表达式虚构的
- 读：\`trtc:DescribeUserInfo\`、\`trtc:DescribeVocabulary\`，范围：应用 1400100200（直播）
  - 之前：不允许
  - 允许它的语句：[语句 1（第 4 行）](<after/a.json#L6,17>)
  - 例如：对 \`qcs::trtc::uin/100012345678:sdkappid/1400100200\` 执行 \`trtc:DescribeUserInfo\`
  - 没有来源说明其中 1 个操作能否限定资源

## \`new.policy.json\`

相比 HEAD：**权限不变**，新策略，仅就可读取的部分而言

### 未读取的内容

- [当前版本第 4 行](<after/a.json#L4,1>)：一条效力未知的语句未计入

另有 1 个策略的文本有改动，权限不变。

\`x.json\` 未进行比较：仓库还没有任何提交。
`);
});

test("no English is left on a page that says all it can", () => {
  const one = compared(policy("trtc:RemoveUser", APPLICATION, "alow"), policy("trtc:*"));
  const items = one.result.gained.flatMap((item) => Array.from({ length: 70 }, () => item));
  const result = { ...one.result, isDeleted: true, gained: items, lost: items };
  const pages = [
    filePage({ ...one, result }),
    emptyPage("", "语言服务器未运行"),
    manyFilesPage({ base: "HEAD", files: [], uncompared: [] }),
    manyFilesPage({ base: "HEAD", files: Array.from({ length: 120 }, () => one), uncompared: [] }),
  ];
  expect(pages.flatMap((page) => englishLeftovers(page))).toEqual([]);
});

test("versions are called by names that sentences can take in", () => {
  const names = ["HEAD", "index", "main..."].map((written) => nameOfChoice(readChoice(written)));
  expect(names).toEqual(["HEAD", "Git 索引", "main 与当前分支的合并基准"]);
});
