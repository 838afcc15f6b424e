// Quick fixes at a range.

import { expect, test } from "vitest";
import { type CodeAction, Range } from "vscode-languageserver-types";
import { applyEdits, type Finding, offsetAt } from "../../server/src/core/index.js";
import { codeActions } from "../../server/src/features/code-actions.js";
import type { ServedDocument } from "../../server/src/features/document.js";
import { serve } from "../support/cursor.js";

const TEXT = '{\n  "effect": "alow",\n  "action": ["x"]\n}';

/** Findings as checks give them; what the checks find is tested with the checks. */
const FINDINGS: readonly Finding[] = [
  {
    check: "unknown-effect",
    severity: "error",
    span: spanOf('"alow"'),
    message: "no effect",
    fixes: [
      { title: 'Write "deny"', safety: "unsafe", edits: [{ span: spanOf('"alow"'), text: '"deny"' }] },
      { title: 'Write "allow"', safety: "safe", edits: [{ span: spanOf('"alow"'), text: '"allow"' }] },
      { title: "Write it in capitals", safety: "safe", edits: [{ span: spanOf('"alow"'), text: '"ALLOW"' }] },
    ],
  },
  { check: "unknown-action", severity: "warning", span: spanOf('"x"'), message: "unknown" },
];

const document: ServedDocument = { ...serve(TEXT), findings: () => FINDINGS };

test("safe fixes come first, and the first of them is preferred", () => {
  const actions = codeActions(document, Range.create(1, 14, 1, 14));
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ['Write "allow"', true],
    ["Write it in capitals", undefined],
    ['Write "deny"', undefined],
  ]);
  expect(actions[0]?.kind).toBe("quickfix");
  expect(actions[0]?.diagnostics).toMatchObject([{ code: "unknown-effect", message: "no effect" }]);
});

test("a fix changes the text of its document", () => {
  const [first] = codeActions(document, Range.create(1, 12, 1, 18));
  expect(first && applied(first)).toBe(TEXT.replace("alow", "allow"));
});

test("the range decides which findings count", () => {
  expect(codeActions(document, Range.create(1, 12, 1, 12))).toHaveLength(3);
  expect(codeActions(document, Range.create(1, 18, 1, 18))).toHaveLength(3);
  expect(codeActions(document, Range.create(0, 0, 3, 1))).toHaveLength(3);
  expect(codeActions(document, Range.create(1, 3, 1, 5))).toEqual([]);
  expect(codeActions(document, Range.create(2, 13, 2, 16))).toEqual([]);
});

function spanOf(part: string): { start: number; end: number } {
  const start = TEXT.indexOf(part);
  return { start, end: start + part.length };
}

function applied({ edit }: CodeAction): string {
  const edits = edit?.changes?.[document.uri] ?? [];
  const offset = ({ line, character }: Range["start"]) =>
    offsetAt(document.lines, { line, column: character });
  return applyEdits(
    TEXT,
    edits.map(({ range, newText }) => ({
      span: { start: offset(range.start), end: offset(range.end) },
      text: newText,
    })),
  );
}
