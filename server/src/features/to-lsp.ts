// The only conversion between the core's spans and the protocol's ranges.
import type { Position, Range, TextEdit } from "vscode-languageserver-types";
import {
  type TextEdit as CoreEdit,
  type LineIndex,
  offsetAt,
  positionAt,
  type Span,
  spanOf,
} from "../core/index.js";

export function toPosition(lines: LineIndex, offset: number): Position {
  const { line, column } = positionAt(lines, offset);
  return { line, character: column };
}

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

export function toOffset(lines: LineIndex, position: Position): number {
  return offsetAt(lines, { line: position.line, column: position.character });
}

export function toSpan(lines: LineIndex, { start, end }: Range): Span {
  return spanOf(toOffset(lines, start), toOffset(lines, end));
}

export function toTextEdit(lines: LineIndex, edit: CoreEdit): TextEdit {
  return { range: toRange(lines, edit.span), newText: edit.text };
}
