// Colors, drawn as marks under the text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver-types";
import { semanticTokens, TOKENS_LEGEND } from "../../server/src/features/semantic-tokens.js";
import { serve } from "../support/cursor.js";
import { services } from "../support/served.js";

/** `function.readonly DescribeRoomInfo`, in the order of the text. */
function drawn(text: string, range?: Range): string[] {
  const lines = text.split("\n");
  const data = semanticTokens(serve(text), services, range);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    line += down;
    character = down === 0 ? character + right : right;
    const modifiers = TOKENS_LEGEND.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    const name = [TOKENS_LEGEND.tokenTypes[type], ...modifiers].join(".");
    found.push(`${name} ${lines[line]?.slice(character, character + length)}`);
  }
  return found;
}

const cam = (statement: object) => JSON.stringify({ version: "2.0", statement: [statement] });

test("allow, actions that read and write, a wildcard and an application", () => {
  const text = cam({
    effect: "allow",
    action: ["trtc:DescribeRoomInfo", "name/trtc:RemoveUser", "trtc:Describe*Info", "im:*"],
    resource: ["qcs::trtc::uin/*:sdkappid/1400100200"],
  });
  expect(drawn(text)).toEqual([
    "enumMember allow",
    "function.readonly DescribeRoomInfo",
    "function.modification RemoveUser",
    "function.readonly Describe",
    "operator *",
    "function.readonly Info",
    "operator *",
    "operator *",
    "number 1400100200",
  ]);
});

test("deny, actions that no list has, and one that has a newer name", () => {
  const text = cam({
    effect: "deny",
    action: ["trtc:New", "cvm:Run*", "trtc:DescribeVocabulary", "*"],
    resource: "*",
  });
  expect(drawn(text)).toEqual([
    "keyword deny",
    "variable New",
    "variable Run",
    "operator *",
    "function.readonly.deprecated DescribeVocabulary",
    "operator *",
    "operator *",
  ]);
});

test("the other cloud has the same", () => {
  expect(
    drawn(
      '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ims:images:delete","ecs:*:list","IMS:Images:Get"]}]}',
    ),
  ).toEqual([
    "enumMember Allow",
    "function.modification images:delete",
    "operator *",
    "function :list",
    "function.readonly Images:Get",
  ]);
});

test("what cannot be read has no color", () => {
  expect(drawn(cam({ effect: "alow", action: ["trtc", "a:b:c"], resource: ["sdkappid/1"] }))).toEqual([]);
});

test("escapes move nothing", () => {
  const text = cam({
    effect: "allow",
    action: ["name/trtc:RemoveUser"],
    resource: ["qcs::im::uin/1:sdkappid/14"],
  });
  expect(drawn(text.replaceAll("/", "\\/").replace("allow", "\\u0061llow"))).toEqual([
    "enumMember \\u0061llow",
    "function.modification RemoveUser",
    "number 14",
  ]);
  const inside = JSON.stringify({ PolicyDocument: text }).replaceAll("/", "\\/");
  expect(drawn(inside)).toEqual(["enumMember allow", "function.modification RemoveUser", "number 14"]);
});

test("a range gives what of the whole lies in it", () => {
  const one = cam({ effect: "allow", action: ["trtc:RemoveUser"], resource: "*" });
  const text = one.replaceAll(",", ",\n");
  const all = drawn(text);
  expect(all.length).toBe(3);
  const lines = text.split("\n");
  const parts = lines.flatMap((line, at) =>
    drawn(text, { start: { line: at, character: 0 }, end: { line: at, character: line.length } }),
  );
  expect(parts).toEqual(all);
});

test("numbers are right at any length of the text", () => {
  const text = cam({
    effect: "allow",
    action: ["trtc:RemoveUser", "im:*"],
    resource: ["qcs::im::uin/1:sdkappid/14"],
  });
  for (let length = 0; length <= text.length; length++) {
    const data = semanticTokens(serve(text.slice(0, length)), services);
    expect(data.length % 5).toBe(0);
    expect(data.every((number) => number >= 0)).toBe(true);
  }
});

test("the manifest names scopes for types and modifiers that there are", () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  const names = Object.keys(manifest.contributes.semanticTokenScopes[0].scopes);
  const known = new Set([...TOKENS_LEGEND.tokenTypes, ...TOKENS_LEGEND.tokenModifiers]);
  expect(names.flatMap((name) => name.split(".")).filter((name) => !known.has(name))).toEqual([]);
  expect(TOKENS_LEGEND.tokenTypes.filter((type) => !names.includes(type))).toEqual([]);
});
