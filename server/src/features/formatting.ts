// Lays a document out anew, all of it, the lines of a range, or what a bracket that was just typed has closed. Only
// blanks change; a text that is broken stays as it is.
import type { FormattingOptions, Position, Range, TextEdit } from "vscode-languageserver-types";
import { closedBefore, formatJson } from "../core/index.js";
import type { JudgedDocument } from "./document.js";
import { toOffset, toTextEdit } from "./to-lsp.js";

/** What is formatted when it is typed. */
export const FORMAT_CHARACTERS = ["}", "]"] as const;

type TextDocument = Pick<JudgedDocument, "text" | "lines">;

export function formatDocument({ text, lines }: TextDocument, options: FormattingOptions): TextEdit[] {
  return formatJson(text, options).map((edit) => toTextEdit(lines, edit));
}

/** Whole lines: half of one has no layout. */
export function formatRange(
  { text, lines }: TextDocument,
  { start, end }: Range,
  options: FormattingOptions,
): TextEdit[] {
  // What is selected up to the start of a line does not hold that line.
  const isLineStart = end.character === 0 && end.line > start.line;
  const from = lines.starts[start.line] ?? 0;
  const to = lines.ends[isLineStart ? end.line - 1 : end.line] ?? text.length;
  return editsBefore({ text, lines }, from, to, options);
}

/** Of the list or map that ends at the position; nothing where none does. */
export function formatOnType(
  { text, lines }: TextDocument,
  position: Position,
  options: FormattingOptions,
): TextEdit[] {
  const offset = toOffset(lines, position);
  const closed = closedBefore(text, offset);
  return closed === undefined ? [] : editsBefore({ text, lines }, closed.start + 1, closed.end, options);
}

/** A gap decides where what follows it stands. */
function editsBefore(
  { text, lines }: TextDocument,
  from: number,
  to: number,
  options: FormattingOptions,
): TextEdit[] {
  return formatJson(text, options)
    .filter(({ span }) => from <= span.end && span.end <= to)
    .map((edit) => toTextEdit(lines, edit));
}
