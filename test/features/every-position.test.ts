// What is proposed first, and what a hover says first, at each kind of place of a policy in both dialects.
import { expect, test } from "vitest";
import type { CompletionItem, Hover } from "vscode-languageserver-types";
import { completion } from "../../server/src/features/completion.js";
import { hover } from "../../server/src/features/hover.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { serve, splitCursor } from "../support/cursor.js";
import { CAM, DOCUMENTS, OTC, type Row, SERVICES } from "./positions.js";

test.each(DOCUMENTS.map(named))("$name", check);
test.each(CAM.map(named))("Tencent Cloud: $name", check);
test.each(OTC.map(named))("Open Telekom Cloud: $name", check);

function named([name, source, first, head]: Row) {
  return { name, source, first, head };
}

function check({ source, first, head }: ReturnType<typeof named>): void {
  const { text, offset } = splitCursor(source);
  const document = serve(text);
  const position = toPosition(document.lines, offset);
  const { items } = completion(document, position, SERVICES);
  expect(sorted(items).slice(0, Math.max(first.length, 1))).toEqual(first);
  const found = hover(document, position, SERVICES);
  if (head !== undefined) expect(headOf(found)).toBe(head);
}

function sorted(items: readonly CompletionItem[]): string[] {
  const key = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ label }) => label);
}

function headOf(found: Hover | null): string | undefined {
  const contents = found?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value.split("\n")[0] : undefined;
}
