// Formatting a document, some lines of it, and what a typed bracket closes. What formatted texts look like is tested
// with `core/text/format-json.ts`.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { applyEdits, compare, indexLines, policiesOf, positionAt } from "../../server/src/core/index.js";
import { formatDocument, formatOnType, formatRange } from "../../server/src/features/formatting.js";
import { toOffset } from "../../server/src/features/to-lsp.js";
import { policyTexts } from "../support/arbitrary-policy.js";
import { splitCursor } from "../support/cursor.js";
import { miniCatalog } from "../support/mini-catalog.js";
import { servedDocument } from "../support/served.js";

const OPTIONS = { tabSize: 2, insertSpaces: true };
const UGLY = '{\n  "version":"2.0",\n  "statement":[\n  {"effect":"allow"},\n  {"effect":"deny"}\n  ]\n}\n';
const document = { text: UGLY, lines: indexLines(UGLY) };

test("a document is laid out", () => {
  expect(applied(UGLY, formatDocument(document, OPTIONS))).toBe(
    '{\n  "version": "2.0",\n  "statement": [\n    {\n      "effect": "allow"\n    },\n    {\n      "effect": "deny"\n    }\n  ]\n}\n',
  );
});

describe("a range", () => {
  const lines = (from: number, to: number, character = 1) => ({
    start: { line: from, character: 1 },
    end: { line: to, character },
  });

  test("is all of its lines and no other", () => {
    expect(applied(UGLY, formatRange(document, lines(3, 3), OPTIONS))).toBe(
      UGLY.replace('  {"effect":"allow"}', '    {\n      "effect": "allow"\n    }'),
    );
  });

  test("that ends before a line does not hold that line", () => {
    expect(formatRange(document, lines(3, 4, 0), OPTIONS)).toEqual(
      formatRange(document, lines(3, 3), OPTIONS),
    );
  });

  test("that is everything is the document", () => {
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(formatRange(document, all, OPTIONS)).toEqual(formatDocument(document, OPTIONS));
  });
});

describe("a bracket that was typed", () => {
  test("lays out what it closes", () => {
    const { text, offset } = splitCursor(UGLY.replace('"allow"}', '"allow"}|'));
    expect(typed(text, offset)).toBe(UGLY.replace('{"effect":"allow"}', '{\n      "effect": "allow"\n    }'));
  });

  test("does nothing in a string, or in a text that is not whole", () => {
    for (const source of ['{"a":["}|"]}', '{"a":{"b":1}|', '{"a":[1}|]}']) {
      const { text, offset } = splitCursor(source);
      expect(typed(text, offset)).toBe(text);
    }
  });

  function typed(text: string, offset: number): string {
    const lines = indexLines(text);
    const { line, column } = positionAt(lines, offset);
    return applied(text, formatOnType({ text, lines }, { line, character: column }, OPTIONS));
  }
});

test("a formatted policy means the same", () => {
  fc.assert(
    fc.property(policyTexts, ({ text }) => {
      const before = servedDocument(text);
      const after = servedDocument(applied(text, formatDocument(before, OPTIONS)));
      const { verdict } = compare(policiesOf(before.file), policiesOf(after.file), miniCatalog);
      expect(verdict).toBe("unchanged");
      expect(after.findings().map(({ check }) => check)).toEqual(before.findings().map(({ check }) => check));
    }),
    { numRuns: 200 },
  );
});

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = indexLines(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: toOffset(lines, range.start), end: toOffset(lines, range.end) },
      text: newText,
    })),
  );
}
