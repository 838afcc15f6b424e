// What a list says for its items must come to the same proposals as items that say everything themselves.
import { expect, test } from "vitest";
import type { CompletionItem, CompletionList, Range } from "vscode-languageserver-types";
import { completion } from "../../server/src/features/completion.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { serve, servicesWith, splitCursor } from "../support/cursor.js";

const inStatement = (element: string) =>
  `{"version": "2.0", "statement": [{"effect": "allow", ${element}, "resource": "*"}]}`;

test.each([
  inStatement('"action": ["trtc:|"]'),
  inStatement('"action": ["|"]'),
  inStatement('"action": "trtc:De|scribe"'),
  inStatement('"action": [|]'),
  inStatement('"action": ["name/trtc:|"]'),
  inStatement('"action": ["*"], |'),
  inStatement('"action": ["*"], "condition": {"|"}'),
  '{"version": "2.0", "statement": [|]}',
  "|",
])("the proposals are the same for every client: %s", (source) => {
  const { text, offset } = splitCursor(source);
  const document = serve(text);
  const listFor = (editRange: boolean, data: boolean) => {
    const services = servicesWith(undefined, { listDefaults: { editRange, data } });
    return completion(document, toPosition(document.lines, offset), services);
  };
  const plain = listFor(false, false);
  expect(plain.items.length).toBeGreaterThan(0);
  expect(plain.itemDefaults).toBeUndefined();
  for (const [editRange, data] of [[true, true] as const, [true, false] as const, [false, true] as const]) {
    expect(expand(listFor(editRange, data))).toEqual(plain.items);
  }
});

/** As the protocol says that a client must. */
function expand({ items, itemDefaults: { editRange, data } = {} }: CompletionList): CompletionItem[] {
  return items.map(({ textEditText, ...item }) => {
    const textEdit = item.textEdit ?? { range: rangeOf(editRange), newText: textEditText ?? item.label };
    const carried: unknown = item.data ?? data;
    const { data: _, ...rest } = item;
    const says = typeof carried === "object" && carried !== null && Object.keys(carried).length > 0;
    return { ...rest, textEdit, ...(says && { data: carried }) };
  });
}

function rangeOf(range: unknown): Range {
  expect(range).toMatchObject({ start: {}, end: {} });
  return range as Range;
}
