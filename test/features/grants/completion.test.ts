// What is proposed in grants files: text with a cursor in, labels or the text after acceptance out.
import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { completion } from "../../../server/src/features/completion.js";
import { toPosition } from "../../../server/src/features/to-lsp.js";
import { accept } from "../../support/accept.js";
import { splitCursor } from "../../support/cursor.js";
import { englishLeftovers } from "../../support/english-leftovers.js";
import { grantsCatalog, servedGrants } from "../../support/grants.js";
import { inChinese } from "../../support/language.js";

function itemsAt(source: string, snippets = true): CompletionItem[] {
  const { text, offset } = splitCursor(source);
  const document = servedGrants(text);
  const services = { catalog: grantsCatalog, applications: [], snippets };
  const { items } = completion(document, toPosition(document.lines, offset), services);
  const key = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return items.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const labelsAt = (source: string) => itemsAt(source).map(({ label }) => label);

function accepted(source: string, label: string, snippets = true): string {
  const item = itemsAt(source, snippets).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`${label} is not proposed`);
  return accept(splitCursor(source).text, item);
}

describe("policies", () => {
  test("presets of the dialect, then paths of the workspace, the nearest first; not those that stand there", () => {
    expect(
      labelsAt('{ "dialect": "cam", "users": { "a": { "policies": ["AdministratorAccess", "|"] } } }'),
    ).toEqual([
      "QcloudAVCFullAccess",
      "QcloudChatReadOnlyAccess",
      "QcloudTRTCFullAccess",
      "QcloudTRTCReadonlyAccess",
      "../other.policy.json",
      "./policies/chat.policy.json",
      "./recording.policy.json",
      "QcloudIMReadOnlyAccess",
    ]);
  });

  test("paths without ./ where the file does without it", () => {
    const text = '{ "dialect": "cam", "users": { "a": { "policies": ["policies/chat.policy.json", "|"] } } }';
    expect(labelsAt(text)).toContain("recording.policy.json");
  });

  test("replace all of what is written", () => {
    expect(
      accepted(
        '{ "dialect": "cam", "groups": { "a": { "policies": ["./rec|"] } } }',
        "./recording.policy.json",
      ),
    ).toBe('{ "dialect": "cam", "groups": { "a": { "policies": ["./recording.policy.json"] } } }');
  });

  test("bring quotes, brackets and commas that are missing", () => {
    expect(
      accepted('{ "dialect": "cam", "groups": { "a": { "policies": | } } }', "QcloudTRTCFullAccess"),
    ).toBe('{ "dialect": "cam", "groups": { "a": { "policies": ["QcloudTRTCFullAccess"] } } }');
    expect(
      accepted('{ "dialect": "cam", "groups": { "a": { "policies": ["x" |] } } }', "QcloudTRTCFullAccess"),
    ).toBe('{ "dialect": "cam", "groups": { "a": { "policies": ["x", "QcloudTRTCFullAccess"] } } }');
  });

  test("only paths where the dialect is not known", () => {
    expect(labelsAt('{ "users": { "a": { "policies": ["|"] } } }')).toEqual([
      "../other.policy.json",
      "./policies/chat.policy.json",
      "./recording.policy.json",
    ]);
  });
});

test("groups of the file, without those that the user has", () => {
  const groups = '"groups": { "trtc-ops": {}, "support": { "policies": ["a", "b"] }, "admins": {} }';
  expect(
    labelsAt(`{ "dialect": "cam", ${groups}, "users": { "a": { "groups": ["admins", "|"] } } }`),
  ).toEqual(["support", "trtc-ops"]);
});

test("keys where they belong", () => {
  expect(labelsAt('{ "dialect": "cam", | }')).toEqual(["groups", "users"]);
  expect(labelsAt('{ "users": { "a": { | } } }')).toEqual(["groups", "policies"]);
  expect(labelsAt('{ "groups": { "a": { | } } }')).toEqual(["policies"]);
  expect(labelsAt('{ "groups": { | } }')).toEqual([]);
  expect(accepted('{ "users": { "a": { | } } }', "policies", false)).toBe(
    '{ "users": { "a": { "policies": [] } } }',
  );
});

test("dialects", () => {
  expect(labelsAt('{ "dialect": "|" }')).toEqual(["cam", "otc"]);
});

test("a whole file where there is nothing", () => {
  expect(accepted("|", "Grants file of Tencent Cloud CAM", false)).toBe(`{
  "dialect": "cam",
  "groups": {
    "group": { "policies": [""] }
  },
  "users": {
    "user": { "groups": ["group"], "policies": [] }
  }
}`);
});

test("never throws, at any offset of any beginning of a file", () => {
  const text =
    '{ "dialect": "cam", "groups": { "a": { "policies": ["x"] } }, "users": { "b": { "groups": ["a"] } } }';
  for (let end = 0; end <= text.length; end++) {
    for (let offset = 0; offset <= end; offset += 2) {
      itemsAt(`${text.slice(0, offset)}|${text.slice(offset, end)}`);
    }
  }
});

test("what is proposed is said in Chinese, and found by English words", () => {
  const items = inChinese(() => itemsAt("|"));
  expect(items.map(({ label }) => label)).toEqual(["腾讯云 CAM 授权文件", "Open Telekom Cloud IAM 授权文件"]);
  expect(items.every(({ filterText }) => filterText?.startsWith("Grants file of "))).toBe(true);
  const source = '{ "dialect": "cam", "users": { "a": { "policies": ["|"] } } }';
  const details = new Set(inChinese(() => itemsAt(source)).map(({ detail }) => detail));
  expect([...details]).toContain("全读写 · 实时音视频");
  expect([...details].flatMap((detail = "") => englishLeftovers(detail))).toEqual([]);
});
