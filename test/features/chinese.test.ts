// What hovers and proposals say to who reads Chinese: no English is left in them, and English still finds everything.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { bundledCatalog } from "../../server/src/bundled/catalog.js";
import { type CatalogTexts, cam, createCatalog, otc } from "../../server/src/core/index.js";
import { completion, resolveCompletion } from "../../server/src/features/completion.js";
import type { Services } from "../../server/src/features/document.js";
import { hover } from "../../server/src/features/hover.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { serve, splitCursor } from "../support/cursor.js";
import { englishLeftovers } from "../support/english-leftovers.js";
import { inChinese } from "../support/language.js";
import { miniData } from "../support/mini-catalog.js";
import {
  CAM,
  camAction,
  camCondition,
  camResource,
  DOCUMENTS,
  inCam,
  inOtc,
  ONE,
  OTC,
  SERVICES,
} from "./positions.js";

const TEXTS = join(import.meta.dirname, "../../server/data/texts.json");

/** The catalog keeps its texts in the language in which they were first asked for: here nobody asks in English. */
const services: Services = {
  ...SERVICES,
  labelDetails: true,
  catalog: bundledCatalog((): CatalogTexts => JSON.parse(readFileSync(TEXTS, "utf8"))),
};

/** Of the team and of the clouds. */
const NAMES = [
  ...["Live prod", "main account"],
  ...services.catalog.dialects.flatMap((dialect) => {
    const facts = services.catalog.of(dialect);
    return [
      ...[...facts.services.values()].map(({ product }) => product),
      ...[...facts.presets.values()].flatMap(({ name, product }) => [name, product]),
    ];
  }),
].filter((name) => name !== "All products");

/** Made up, like the facts that they are about. */
const CHINESE_TEXTS: CatalogTexts = {
  version: 1,
  actions: {
    cam: {
      "trtc:DismissRoom": {
        summary: "解散房间",
        group: "room-management",
        accessBasis: "inferred",
        note: "所有人的通话都会结束。",
        sources: ["https://example.com/trtc"],
      },
    },
  },
  presets: {},
  operators: {},
  keys: { cam: { "qcs:resource_tag": "资源的标签。" } },
};

const madeUp: Services = { ...SERVICES, catalog: createCatalog(miniData, [cam, otc], () => CHINESE_TEXTS) };

const PLACES = [...DOCUMENTS, ...CAM, ...OTC].map(([name, source]) => ({ name, source }));

describe("no English is left", () => {
  test.each(PLACES)("in the hover: $name", ({ source }) => {
    const text = inChinese(() => hoverAt(source));
    expect(englishLeftovers(text ?? "", NAMES)).toEqual([]);
  });

  test.each(PLACES)("in the proposals: $name", ({ source }) => {
    const items = inChinese(() => itemsAt(source).map((item) => resolveCompletion(item, services)));
    const words = new Set(items.flatMap(wordsOf));
    expect([...words].flatMap((text) => englishLeftovers(text, NAMES))).toEqual([]);
  });
});

describe("proposals", () => {
  test.each(PLACES)("stand in the same order: $name", ({ source }) => {
    const english = itemsAt(source);
    const chinese = inChinese(() => itemsAt(source));
    expect(sorted(chinese).map(inserted)).toEqual(sorted(english).map(inserted));
  });

  test.each(PLACES)("are found by English words: $name", ({ source }) => {
    const english = itemsAt(source);
    const chinese = inChinese(() => itemsAt(source));
    const lost = chinese.filter((item, at) => !searched(item).includes(searched(english[at])));
    expect(lost.map(searched)).toEqual([]);
  });

  test.each([
    [
      inCam('{"action":["trtc:*"]}, |'),
      [
        "允许语句",
        "拒绝语句",
        "允许实时音视频的读操作",
        "允许一个实时音视频应用的读操作",
        "允许一个实时音视频应用的全部操作",
        "在指定日期之前允许一个实时音视频应用的全部操作",
        "允许从指定网段对一个实时音视频应用执行全部操作",
        "拒绝实时音视频的删除操作",
        "拒绝一个实时音视频应用的全部操作",
      ],
    ],
    [inOtc('{"Action":["ims:images:get"]}, |'), ["允许语句", "拒绝语句", "允许镜像服务的读操作"]],
  ])("of statements have Chinese names: %s", (source, expected) => {
    const items = inChinese(() => sorted(itemsAt(source)));
    expect(items.slice(0, expected.length).map(({ label }) => label)).toEqual(expected);
  });

  test("say what a statement would name when they are chosen", () => {
    const item = inChinese(() =>
      itemsAt(inCam("|")).find(({ label }) => label === "拒绝实时音视频的删除操作"),
    );
    expect(item?.filterText).toBe("deny deleting in TRTC 拒绝实时音视频的删除操作");
    const resolved = item && inChinese(() => resolveCompletion(item, services));
    expect(wordsOf(resolved ?? { label: "" })).toContainEqual(expect.stringContaining("的操作目录中"));
  });
});

test("a hover on an action", () => {
  expect(chineseHover(camAction('"trtc:Dismiss|Room"'))).toBe(`**trtc:DismissRoom** · 实时音视频

解散房间。

- 访问级别：写，系推断得出，官方文档未说明
- 资源：可限定到单个资源

_来源说明_：所有人的通话都会结束。

[来源](https://example.com/trtc)，2026-11 的操作目录`);
});

test("a hover on a wildcard", () => {
  expect(chineseHover(camAction('"trtc:|*Room*"'))).toBe(`**trtc:\\*Room\\*** 匹配 1 项读操作、1 项写操作

- 写：\`DismissRoom\`
- 读：\`DescribeRoomInfo\`

还会匹配 2026-11 的操作目录未收录的操作。`);
});

test("a hover on a resource", () => {
  const resource = "qc|s::trtc::uin/100012345678:sdkappid/14001002*";
  expect(chineseHover(camResource(resource))).toBe(`**账号 uin/100012345678 名下匹配 \`14001002*\` 的应用**

- 服务：\`trtc\`（实时音视频）
- 地域：所有地域
- 账号：\`uin/100012345678\`（main account）
- 资源：\`sdkappid/14001002*\`

匹配的已知应用：Live prod（1400100200）`);
});

test("a hover on an effect", () => {
  const condition = '"condition":{"ip_equal":{"qcs:ip":["10.0.0.0/8"]}}';
  const statement = `{"effect":"al|low","action":["trtc:*"],"resource":["${ONE}"],${condition}}`;
  expect(chineseHover(inCam(statement))).toBe(
    `**允许：3 项读操作、2 项写操作和 1 个匹配未收录操作的通配表达式，有条件**

- **实时音视频 \`trtc\`**：应用 1400100200（Live prod）上的 3 项读操作、2 项写操作和 \`trtc:*\` 匹配的其他操作，仅当来自 \`10.0.0.0/8\`  
  写操作：\`DismissRoom\`、\`RemoveUser\`

2026-11 的操作目录没有完整收录 \`trtc:*\` 匹配的操作。`,
  );
});

test("a hover on a condition key and on its value", () => {
  expect(
    chineseHover(camCondition('"string_equal":{"qcs:resource|_tag":[]}')),
  ).toBe(`**qcs:resource_tag** · 标签，写作 key&value

资源的标签。`);
  expect(
    chineseHover(camCondition('"ip_equal":{"qcs:ip":["|10.0.0.0/8"]}')),
  ).toBe(`**10.0.0.0/8** · IP 地址或网段

10.0.0.0 至 10.255.255.255，共 16777216 个地址。

该语句仅在来自 \`10.0.0.0/8\` 时生效。`);
  expect(chineseHover(camCondition('"ip_not_equal":{"qcs:ip":["|10.0.0.0/8"]}'))).toContain(
    "该语句仅在不来自 `10.0.0.0/8` 时生效。",
  );
});

function chineseHover(source: string): string | undefined {
  return inChinese(() => hoverAt(source, madeUp));
}

function hoverAt(source: string, asked = services): string | undefined {
  const { text, offset } = splitCursor(source);
  const document = serve(text, { catalog: asked.catalog });
  const contents = hover(document, toPosition(document.lines, offset), asked)?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : undefined;
}

function itemsAt(source: string): readonly CompletionItem[] {
  const { text, offset } = splitCursor(source);
  const document = serve(text, { catalog: services.catalog });
  return completion(document, toPosition(document.lines, offset), services).items;
}

/** What an editor shows of a proposal; a label that is inserted is a name. */
function wordsOf(item: CompletionItem): string[] {
  const { label, detail, labelDetails, documentation } = item;
  const page = typeof documentation === "object" ? documentation.value : documentation;
  return [
    ...(inserted(item).includes(label) ? [] : [label]),
    ...[detail, labelDetails?.description, page].filter((text) => text !== undefined),
  ];
}

/** What editors compare with what is typed. */
function searched(item: CompletionItem | undefined): string {
  return item?.filterText ?? item?.label ?? "";
}

function sorted(items: readonly CompletionItem[]): CompletionItem[] {
  const key = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function inserted({ textEdit, textEditText, label }: CompletionItem): string {
  return textEdit?.newText ?? textEditText ?? label;
}
