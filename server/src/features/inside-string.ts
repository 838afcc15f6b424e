// A policy that stands as a string in a request is a document of its own for every feature: the question is put
// to it, and the answer is carried out to the characters of the string, with the escapes that these need.
import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  type Position,
  type Range,
  type TextEdit,
} from "vscode-languageserver-types";
import {
  type EmbeddedFile,
  type EmbeddedText,
  escapeJson,
  indexLines,
  spanOf,
  touches,
} from "../core/index.js";
import type { ServedDocument } from "./document.js";
import { toOffset, toPosition, toRange, toSpan } from "./to-lsp.js";

export interface InsideString {
  readonly document: ServedDocument;
  readonly position: Position;
  readonly toOuter: (range: Range) => Range;
  /** A text as this string would hold it: services write slashes with a backslash, people do not. */
  readonly asWritten: (text: string) => string;
}

/** Undefined where no policy stands as a string around the position. */
export function insideStringAt(document: ServedDocument, position: Position): InsideString | undefined {
  const offset = toOffset(document.lines, position);
  for (const embedded of document.file.embedded) {
    if (!touches(embedded.source.span, offset)) continue;
    const inner = embedded.source.toInner(offset);
    // Between a backslash and what it escapes there is no character of the policy.
    if (inner === undefined || embedded.source.toOuter(spanOf(inner, inner)).start !== offset)
      return undefined;
    const inside = documentInside(document, embedded);
    const { start, end } = embedded.source.span;
    const escapesSlashes = document.text.slice(start, end).includes("\\/");
    return {
      document: inside,
      position: toPosition(inside.lines, inner),
      toOuter: (range) => rangeOutside(document, inside, embedded.source, range),
      asWritten: (text) => {
        const escaped = escapeJson(text);
        return escapesSlashes ? escaped.replaceAll("/", "\\/") : escaped;
      },
    };
  }
  return undefined;
}

/** The text of the string, served as if it were alone. */
export function documentInside(outer: ServedDocument, { source, file }: EmbeddedFile): ServedDocument {
  // Findings are asked of the outer document, which has them at its own places.
  return { ...outer, text: source.text, lines: indexLines(source.text), file, findings: () => [] };
}

export function rangeOutside(
  outer: ServedDocument,
  inside: ServedDocument,
  source: EmbeddedText,
  range: Range,
): Range {
  return toRange(outer.lines, source.toOuter(toSpan(inside.lines, range)));
}

export function completionOutside(list: CompletionList, inside: InsideString): CompletionList {
  const { itemDefaults, items } = list;
  const editRange = itemDefaults?.editRange;
  return {
    ...list,
    ...(itemDefaults && {
      itemDefaults: {
        ...itemDefaults,
        ...(editRange && "start" in editRange && { editRange: inside.toOuter(editRange) }),
      },
    }),
    items: items.map((item) => itemOutside(item, inside)),
  };
}

function itemOutside(item: CompletionItem, { toOuter, asWritten }: InsideString): CompletionItem {
  // What stands in a string has no lines that an editor could indent.
  const { insertTextMode: _, ...rest } = item;
  const { additionalTextEdits, filterText, label, textEdit, textEditText } = rest;
  const escaped = item.insertTextFormat === InsertTextFormat.Snippet ? escapeSnippet : escapeJson;
  const editOutside = ({ range, newText }: TextEdit): TextEdit => ({
    range: toOuter(range),
    newText: escapeJson(newText),
  });
  return {
    ...rest,
    // Editors compare it with what is written, and that has escapes.
    filterText: asWritten(filterText ?? label),
    ...(textEditText !== undefined && { textEditText: escaped(textEditText) }),
    ...(textEdit &&
      "range" in textEdit && {
        textEdit: { range: toOuter(textEdit.range), newText: escaped(textEdit.newText) },
      }),
    ...(additionalTextEdits && { additionalTextEdits: additionalTextEdits.map(editOutside) }),
  };
}

/** The tab stops stay; a backslash before `$`, `}` or another one belongs to them and not to the text. */
function escapeSnippet(snippet: string): string {
  return snippet.replace(/\\([$}\\])|["\\]|\p{Cc}/gu, (found, own?: string) => {
    if (own === "$" || own === "}") return found;
    return escapeJson(own ?? found).replaceAll("\\", "\\\\");
  });
}
