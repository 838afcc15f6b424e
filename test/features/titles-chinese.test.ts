// What people read in Chinese of titles, names and refusals.
import { describe, expect, test } from "vitest";
import { CodeActionKind, Range } from "vscode-languageserver-types";
import { indexLines, type NamedId, readProject } from "../../server/src/core/index.js";
import { codeActions } from "../../server/src/features/code-actions.js";
import { decisionActions } from "../../server/src/features/decide.js";
import { documentSymbols } from "../../server/src/features/document-symbols.js";
import { expandWildcard } from "../../server/src/features/expand-wildcard.js";
import { explainChecks } from "../../server/src/features/explain-check.js";
import { renameGroup } from "../../server/src/features/grants/rename.js";
import type { IdDocument } from "../../server/src/features/named-id.js";
import { policyStarts } from "../../server/src/features/new-policy.js";
import { rename } from "../../server/src/features/rename.js";
import { actionChoices, keyChoices, resourceChoices } from "../../server/src/features/simulate/choices.js";
import { faultOfPart } from "../../server/src/features/simulate/faults.js";
import { sourceActions } from "../../server/src/features/source-actions.js";
import type { ActionAbilities } from "../../server/src/features/workspace-edit.js";
import { serve } from "../support/cursor.js";
import { englishLeftovers } from "../support/english-leftovers.js";
import { EXPLAINED_POLICY } from "../support/explained-policy.js";
import { servedGrants } from "../support/grants.js";
import { inChinese } from "../support/language.js";
import { miniCatalog } from "../support/mini-catalog.js";
import { services } from "../support/served.js";

const document = serve(EXPLAINED_POLICY);

const abilities: ActionAbilities = { documentChanges: true, resolvesEdits: true, createsFiles: true };

describe("code actions", () => {
  const everywhere = { range: Range.create(0, 0, 100, 0), context: {} };
  const titlesOf = (actions: readonly { readonly title: string }[]) => actions.map(({ title }) => title);
  const faulty = {
    ...serve(`{ "version": "2.0", "statement": [
      { "effect": "alow", "action": ["trtc:Describe*"], "resource": ["*"] },
      { "effect": "dney", "action": ["trtc:RemoveUser"], "resource": ["*"] }
    ] }`),
    project: {
      uri: "file:///access-policy.config.json",
      path: "a.policy.json",
      text: () => undefined,
      project: readProject("{}").project,
      used: () => new Set<never>(),
    },
  };

  test("fix, explain and decide", () => {
    inChinese(() => {
      expect(titlesOf(codeActions(faulty, everywhere, abilities)).slice(-1)).toEqual([
        "修复本文件中全部 2 项 unknown-effect 问题（不安全）",
      ]);
      expect(titlesOf(explainChecks(faulty, everywhere, "explain"))).toContain("查看 unknown-effect 的说明");
      const decide = (asks: boolean) =>
        titlesOf(
          decisionActions(
            faulty,
            everywhere,
            abilities,
            asks ? (_, title) => ({ title, command: "decide" }) : undefined,
          ),
        );
      expect(decide(true)).toEqual(
        expect.arrayContaining([
          "在此处忽略 unknown-effect",
          "在本文件中忽略 unknown-effect",
          "为项目设置 unknown-effect 的级别",
        ]),
      );
      expect(decide(false)).toContain("在项目中关闭 unknown-effect");
    });
  });

  test("rewrite", () => {
    inChinese(() => {
      expect(titlesOf(expandWildcard(faulty, everywhere, abilities, services))).toEqual([
        expect.stringMatching(/^替换为.*匹配的 \d+ 个操作/),
      ]);
      const source = { ...everywhere, context: { only: [CodeActionKind.Source] } };
      const unsorted = serve(`{ "version": "2.0", "statement": [
        { "effect": "allow", "action": ["trtc:RemoveUser", "trtc:DismissRoom"], "resource": ["*"] }
      ] }`);
      expect(titlesOf(sourceActions(unsorted, source, abilities, miniCatalog))).toEqual(["对操作和资源排序"]);
    });
  });
});

test("what a new policy can begin as", () => {
  const starts = inChinese(() => policyStarts(miniCatalog, services.applications));
  expect(starts.map(({ label }) => label)).toEqual([
    "即时通信应用的读操作",
    "即时通信应用的部分操作",
    "即时通信应用的全部操作",
    "即时通信应用中除部分操作以外的全部操作",
    "即时通信的全部读操作",
    "即时通信的全部操作",
    "实时音视频应用的读操作",
    "实时音视频应用的部分操作",
    "实时音视频应用的全部操作",
    "实时音视频应用中除部分操作以外的全部操作",
    "实时音视频的全部读操作",
    "实时音视频的全部操作",
    "镜像服务的全部读操作",
    "镜像服务的全部操作",
    "serverImages:create 及其所需的操作",
    "serverImages:create 所需的全局服务操作",
    "AdministratorAccess",
    "QcloudAVCFullAccess",
    "QcloudTRTCFullAccess",
    "QcloudTRTCReadonlyAccess",
    "IMS FullAccess",
    "IMS ReadOnlyAccess",
  ]);
  expect(new Set(starts.map(({ heading }) => heading))).toEqual(
    new Set([
      "腾讯云 CAM：即时通信",
      "腾讯云 CAM：实时音视频",
      "Open Telekom Cloud IAM：镜像服务",
      "腾讯云 CAM：预设策略",
      "Open Telekom Cloud IAM：预设策略",
    ]),
  );
  expect(starts.map(({ detail }) => detail).flatMap((detail) => englishLeftovers(detail))).toEqual([]);
});

test("the outline", () => {
  const [policy] = inChinese(() => documentSymbols(document));
  expect([policy?.name, policy?.detail]).toEqual(["腾讯云 CAM 策略", "4 条语句"]);
  expect(policy?.children?.map(({ name }) => name)).toEqual([
    "version",
    "允许 · 3 个操作 · 2 个资源",
    "允许 · trtc:DescribeUserInfo · *",
    "拒绝 · trtc:DismissRoom · 1400100201",
    "允许 · foo · *",
  ]);
});

describe("a request", () => {
  test("is put together", () => {
    inChinese(() => {
      const [own] = actionChoices(document, services) ?? [];
      expect(own).toMatchObject({
        heading: "策略中列出的",
        choices: [{ description: "读" }, { description: "写" }, {}, {}],
      });
      const { groups = [] } = resourceChoices(document, "trtc:DismissRoom", services) ?? {};
      expect(groups.map(({ heading }) => heading)).toEqual(["策略中列出的", "所有资源"]);
      expect(groups.at(-1)?.choices).toEqual([{ value: "*", description: "无法用单个资源描述的请求" }]);
      expect(
        keyChoices(document, { action: "trtc:DescribeUserInfo", resource: undefined }, services),
      ).toMatchObject([{ name: "qcs:ip", prompt: "一个 IP 地址。留空表示请求不带该条件键。" }]);
    });
  });

  test.each([
    ["10.0.0", "“10.0.0”不是 IP 地址"],
    ["10.0.0.0/8", "“10.0.0.0/8”是网段，而请求只来自一个地址"],
  ])("has a fault: %s", (text, fault) => {
    const asked = { part: "value", key: "qcs:ip", text, action: "trtc:DescribeUserInfo" } as const;
    expect(inChinese(() => faultOfPart(document, asked, services))).toBe(fault);
  });
});

describe("renaming", () => {
  const places = (ids: readonly NamedId[], name: string): IdDocument => ({
    ...{ uri: `file:///${name}`, version: 1, text: "1400100200", lines: indexLines("1400100200") },
    ids: () => ids,
  });
  const span = { start: 0, end: 10 };
  const target: NamedId = { kind: "application", id: "1400100200", span };
  const taken: NamedId = { kind: "application", id: "1400100201", span };
  const account: NamedId = { kind: "account", id: "1000", span };
  const refusal = (of: NamedId, name: string) =>
    inChinese(() =>
      rename(of, name, { documents: [places([of, taken], "a.json")] }, { documentChanges: true }),
    );

  test.each([
    [target, "1400100201", "SDKAppID 1400100201 已被使用（a.json 第 1 行），重命名会使两个应用合为一个"],
    [target, "live", "“live”不是有效的 SDKAppID，SDKAppID 应为整数"],
    [account, "main", "“main”不是有效的账号 ID，账号 ID 只含数字"],
    [{ ...target, id: "14*" }, "15*", "“14*”是通配表达式，匹配多个 ID，无法重命名"],
  ])("is refused: %j to %s", (of, name, refused) => {
    expect(refusal(of, name)).toEqual({ refused });
  });

  test("of a group is refused onto another one", () => {
    const text = '{ "groups": { "ops": {}, "devs": {} } }';
    const grants = servedGrants(text);
    const to = (newName: string) =>
      inChinese(
        () =>
          grants.grants &&
          renameGroup(
            grants,
            grants.grants,
            { position: { line: 0, character: text.indexOf("ops") }, newName },
            abilities,
          ),
      );
    expect(to("devs")).toEqual({ refused: "该文件中已有用户组“devs”，重命名会使两个用户组合为一个" });
    expect(to(" ")).toEqual({ refused: "用户组需要名称" });
  });

  test("tells what is left", () => {
    const pattern: NamedId = { kind: "application", id: "14001002*", span };
    const documents = [
      places([target], "a.json"),
      ...Array.from({ length: 6 }, (_, at) => places([pattern], `b${at}.json`)),
      places([], "c.json"),
    ];
    const renamed = inChinese(() =>
      rename(target, "1500000000", { documents, tooLarge: ["file:///d.json"] }, { documentChanges: true }),
    );
    expect(renamed).toMatchObject({
      leftAlone:
        "通配表达式保持不变：“14001002*”（b0.json 第 1 行）、“14001002*”（b1.json 第 1 行）、“14001002*”（b2.json 第 1 行）、" +
        "“14001002*”（b3.json 第 1 行）、“14001002*”（b4.json 第 1 行），另有 1 项。" +
        "1400100200 还出现在可能另有含义的位置，这些位置保持不变：c.json 第 1 行。以下文件过大，未作查找：d.json。",
    });
  });
});
