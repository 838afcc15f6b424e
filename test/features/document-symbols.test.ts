// The outline of a document.

import { expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { documentSymbols } from "../../server/src/features/document-symbols.js";
import { serve } from "../support/cursor.js";

const POLICY = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:DescribeRoomInfo", "trtc:RemoveUser", "im:CreateGroup"],
      "resource": ["qcs::trtc::uin/100012345678:sdkappid/1400100200"]
    },
    { "effect": "deny", "action": "*", "resource": "*" }
  ]
}`;

test("statements are named by what they do", () => {
  expect(drawn(documentSymbols(serve(POLICY)))).toEqual([
    "Tencent Cloud CAM policy (2 statements) 0-10",
    "  version (2.0) 1-1",
    "  allow · 3 actions on 1400100200 3-7",
    "    effect (allow) 4-4",
    "    action (3 entries) 5-5",
    "    resource (qcs::trtc::uin/100012345678:sdkappid/1400100200) 6-6",
    "  deny · * on * 8-8",
    "    effect (deny) 8-8",
    "    action (*) 8-8",
    "    resource (*) 8-8",
  ]);
});

test("half a policy has half an outline", () => {
  expect(
    drawn(documentSymbols(serve('{\n "Statement": [\n  { "Action": ["ims:images:get"], "": 1'))),
  ).toEqual([
    "Open Telekom Cloud IAM policy (1 statement) 0-2",
    "  no effect · ims:images:get 2-2",
    "    Action (ims:images:get) 2-2",
    "    (no name) (1) 2-2",
  ]);
});

test("ranges hold their selections at any length of the text", () => {
  for (let length = 0; length <= POLICY.length; length++) {
    const pending = documentSymbols(serve(POLICY.slice(0, length)));
    for (let symbol = pending.pop(); symbol !== undefined; symbol = pending.pop()) {
      const { range, selectionRange, name, children = [] } = symbol;
      expect(name).not.toBe("");
      expect(isWithin(selectionRange, range)).toBe(true);
      pending.push(...children);
    }
  }
});

test("a document of another vendor has none", () => {
  expect(documentSymbols(serve('{"Version":"2012-10-17","Statement":[{"Action":"s3:*"}]}'))).toEqual([]);
});

function drawn(symbols: readonly DocumentSymbol[], indent = ""): string[] {
  return symbols.flatMap(({ name, detail, range, children = [] }) => [
    `${indent}${name}${detail === undefined ? "" : ` (${detail})`} ${range.start.line}-${range.end.line}`,
    ...drawn(children, `${indent}  `),
  ]);
}

function isWithin(inner: DocumentSymbol["range"], outer: DocumentSymbol["range"]): boolean {
  const order = ({ line, character }: { line: number; character: number }) => line * 10_000 + character;
  return order(outer.start) <= order(inner.start) && order(inner.end) <= order(outer.end);
}
