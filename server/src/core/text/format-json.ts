// Lays a JSON text out anew by changing nothing but blanks: jsonc-parser's formatter does it, and short lists that
// stand on one line stay there. A text that is broken is left alone; formatted twice, it is as after once.
import { format } from "jsonc-parser";
import { BYTE_ORDER_MARK } from "./characters.js";
import type { TextEdit } from "./edit.js";
import { readJson } from "./read-json.js";
import { type Span, spanOf } from "./span.js";
import type { Entry, ListValue, Value } from "./value.js";

/** What an editor wants where the text does not show what its author wants. */
export interface FormatOptions {
  /** Blanks of one level. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  /** Otherwise the text ends as it did. */
  readonly insertFinalNewline?: boolean;
}

/** In the order of the text; each replaces blanks by blanks. */
export function formatJson(text: string, options: FormatOptions): readonly TextEdit[] {
  const { root, problems } = readJson(text);
  const isSound = problems.every(({ kind }) => kind === "comment" || kind === "trailing-comma");
  if (root === undefined || !isSound) return [];
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const indent = indentOf(text, root) ?? (options.insertSpaces ? " ".repeat(options.tabSize) : "\t");
  const laidOut = format(text.slice(start), undefined, {
    tabSize: indent.length,
    insertSpaces: indent !== "\t",
    insertFinalNewline: options.insertFinalNewline === true || /[\r\n]\s*$/.test(text),
  }).map(
    ({ offset, length, content }): TextEdit => ({
      span: spanOf(start + offset, start + offset + length),
      text: content,
    }),
  );
  const width = indent === "\t" ? options.tabSize : indent.length;
  const lists = shortLists(text, root, width);
  const edits = [
    ...laidOut.filter(({ span }) => !lists.some((list) => isWithin(span, list.span))),
    ...lists.flatMap((list) => gapsOf(text, list)),
  ].filter(({ span, text: written }) => text.slice(span.start, span.end) !== written);
  // Whatever the formatter may come to think of: no token is touched.
  if (!edits.every(({ span }) => BLANKS.test(text.slice(span.start, span.end)))) return [];
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const BLANKS = /^\s*$/;

/** A line of a list that is longer is hard to read beside another one. */
const WIDEST = 100;

/** One level, as the first line inside of the document has it. */
function indentOf(text: string, root: Value): string | undefined {
  if (root.kind !== "map" && root.kind !== "list") return undefined;
  const [first] = root.kind === "map" ? root.entries : root.items;
  if (first === undefined) return undefined;
  const lineStart =
    Math.max(text.lastIndexOf("\n", first.span.start - 1), text.lastIndexOf("\r", first.span.start - 1)) + 1;
  const written = text.slice(lineStart, first.span.start);
  return lineStart > root.span.start && /^(?: {1,8}|\t)$/.test(written) ? written : undefined;
}

function shortLists(text: string, root: Value, width: number): readonly ListValue[] {
  const found: ListValue[] = [];
  const visit = (value: Value | undefined, depth: number, key: Entry["key"] | undefined): void => {
    if (value?.kind === "map") for (const entry of value.entries) visit(entry.value, depth + 1, entry.key);
    if (value?.kind !== "list") return;
    const keyWidth = key === undefined ? 0 : key.span.end - key.span.start + ": ".length;
    if (isShort(text, value, WIDEST - depth * width - keyWidth)) found.push(value);
    else for (const item of value.items) visit(item, depth + 1, undefined);
  };
  visit(root, 0, undefined);
  return found;
}

/** Written on one line, with nothing but strings, numbers and their like; one alone may be of any length. */
function isShort(text: string, { items, span }: ListValue, room: number): boolean {
  if (items.length === 0 || /[\r\n]/.test(text.slice(span.start, span.end))) return false;
  if (items.some(({ kind }) => kind === "list" || kind === "map")) return false;
  // Comments, and a comma after the last item, are left to the formatter.
  const between = [span.start + 1, ...items.map((item) => item.span.end)].map((from, index) =>
    text.slice(from, items[index]?.span.start ?? span.end - 1),
  );
  const isPlain = between.every((gap, index) =>
    index === 0 || index === items.length ? BLANKS.test(gap) : /^\s*,\s*$/.test(gap),
  );
  const length = items.reduce((sum, item) => sum + item.span.end - item.span.start + ", ".length, "[".length);
  return isPlain && (items.length === 1 || length <= room);
}

/** One blank after each comma, and none elsewhere. */
function gapsOf(text: string, { items, span }: ListValue): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = span.start + 1;
  for (const [index, item] of items.entries()) {
    const comma = index === 0 ? -1 : text.indexOf(",", from);
    if (comma >= 0) edits.push({ span: spanOf(from, comma), text: "" });
    edits.push({ span: spanOf(comma < 0 ? from : comma + 1, item.span.start), text: comma < 0 ? "" : " " });
    from = item.span.end;
  }
  edits.push({ span: spanOf(from, span.end - 1), text: "" });
  return edits;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start < inner.start && inner.end < outer.end;
}

/** The list or map that ends at an offset. */
export function closedBefore(text: string, offset: number): Span | undefined {
  const search = (value: Value | undefined): Span | undefined => {
    if (value?.kind !== "map" && value?.kind !== "list") return undefined;
    const { span } = value;
    if (offset < span.start || span.end < offset) return undefined;
    if (span.end === offset) return span;
    const inner = value.kind === "map" ? value.entries.map((entry) => entry.value) : value.items;
    for (const one of inner) {
      const found = search(one);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(readJson(text).root);
}
