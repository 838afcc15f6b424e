// Does to a text what an editor does when a proposal is accepted: its edit, with tab stops filled in and further
// lines indented, and the edits beside it.
import {
  type CompletionItem,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from "vscode-languageserver-types";
import { applyEdits, indexLines, offsetAt, type TextEdit } from "../../server/src/core/index.js";

export function accept(text: string, item: CompletionItem): string {
  const { textEdit } = item;
  if (textEdit === undefined || !("range" in textEdit)) throw new Error(`${item.label} has no edit`);
  const main = editOf(text, textEdit.range, textEdit.newText);
  const filled = item.insertTextFormat === InsertTextFormat.Snippet ? fillIn(main.text) : main.text;
  const indented =
    item.insertTextMode === InsertTextMode.adjustIndentation
      ? filled.replaceAll("\n", `\n${indentation(text, main.span.start)}`)
      : filled;
  const beside = (item.additionalTextEdits ?? []).map(({ range, newText }) => editOf(text, range, newText));
  return applyEdits(text, [{ ...main, text: indented }, ...beside]);
}

/** The first choice and the preset texts: what stands there when nothing is typed over them. */
function fillIn(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
    .replace(/(?<!\\)\$\d/g, "")
    .replace(/\\([\\$}])/g, "$1");
}

function indentation(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

function editOf(text: string, { start, end }: Range, newText: string): TextEdit {
  const lines = indexLines(text);
  const offset = ({ line, character }: Range["start"]) => offsetAt(lines, { line, column: character });
  return { span: { start: offset(start), end: offset(end) }, text: newText };
}
