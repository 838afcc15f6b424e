// What can be folded, as lines from 1.
import { expect, test } from "vitest";
import { foldingRanges } from "../../server/src/features/folding-ranges.js";
import { serve } from "../support/cursor.js";

function folds(text: string, limit?: number): string[] {
  return foldingRanges(serve(text), limit).map(
    ({ startLine, endLine, kind }) =>
      `${startLine + 1}-${endLine + 1}${kind === undefined ? "" : ` ${kind}`}`,
  );
}

const POLICY = `{
  // What operators
  // may do.
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": [
        "trtc:RemoveUser"
      ],
      "resource": ["*"]
    },
    { "effect": "deny", "action": "*",
      "resource": "*" }
  ]
}
`;

test("objects, lists and comments of several lines, up to their last line but one", () => {
  expect(folds(POLICY)).toEqual(["1-15", "2-3 comment", "5-14", "6-11", "8-9"]);
});

test("an editor that takes few gets the outer ones", () => {
  expect(folds(POLICY, 2)).toEqual(["1-15", "5-14"]);
  expect(folds(POLICY, 3)).toEqual(["1-15", "5-14", "6-11"]);
});

test("a text that breaks off is folded as far as it goes", () => {
  for (let length = 0; length <= POLICY.length; length++) {
    const text = POLICY.slice(0, length);
    const last = text.split("\n").length - 1;
    for (const { startLine, endLine } of foldingRanges(serve(text))) {
      expect(startLine).toBeLessThan(endLine);
      expect(endLine).toBeLessThanOrEqual(last);
    }
  }
});
