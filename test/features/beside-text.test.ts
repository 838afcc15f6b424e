// Whatever stands beside a text keeps inside of it: at any beginning of a policy, and of a request that carries it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver-types";
import { codeLenses, resolveCodeLens } from "../../server/src/features/code-lens.js";
import { documentLinks } from "../../server/src/features/document-links.js";
import { foldingRanges } from "../../server/src/features/folding-ranges.js";
import { inlayHints } from "../../server/src/features/inlay-hints.js";
import { semanticTokens } from "../../server/src/features/semantic-tokens.js";
import { toRange } from "../../server/src/features/to-lsp.js";
import { serve } from "../support/cursor.js";
import { services } from "../support/served.js";

const POLICY = readFileSync(join(import.meta.dirname, "../fixtures/hover/cam.json"), "utf8");

test.each([
  ["a policy", POLICY],
  ["a request", JSON.stringify({ PolicyName: "a", PolicyDocument: POLICY }, null, 2)],
])("%s", (_, text) => {
  for (let end = 0; end <= text.length; end += 3) {
    const document = serve(text.slice(0, end));
    const { lines } = document;
    const isInside = ({ start, end: last }: Range) =>
      [start, last].every(
        ({ line, character }) => character <= (lines.ends[line] ?? -1) - (lines.starts[line] ?? 0),
      );
    const whole = toRange(lines, { start: 0, end });
    for (const lens of codeLenses(document)) {
      expect(isInside(lens.range)).toBe(true);
      const resolved = resolveCodeLens(
        lens,
        () => document,
        () => services,
        undefined,
      );
      expect(resolved?.command?.title).toMatch(/\w/);
    }
    for (const { position } of inlayHints(document, whole, services)) {
      expect(isInside({ start: position, end: position })).toBe(true);
    }
    for (const { range } of documentLinks(document, services)) expect(isInside(range)).toBe(true);
    for (const { endLine } of foldingRanges(document)) expect(endLine).toBeLessThan(lines.starts.length);
    expect(semanticTokens(document, services).length % 5).toBe(0);
  }
});
