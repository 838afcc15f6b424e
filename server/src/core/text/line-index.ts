// Translates offsets into lines and columns and back, for one version of a text.
import { CARRIAGE_RETURN, LINE_FEED } from "./characters.js";

/** Line and column from 0; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
  /** Offset of the end of each line, before the characters that end it. */
  readonly ends: readonly number[];
  readonly length: number;
}

/** Lines end at LF, CRLF or CR, as in the Language Server Protocol. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  const ends: number[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    ends.push(offset);
    if (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED) offset++;
    starts.push(offset + 1);
  }
  ends.push(text.length);
  return { starts, ends, length: text.length };
}

/** An offset between CR and LF is at the end of the line that they end. */
export function positionAt(lines: LineIndex, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, lines.length));
  let low = 0;
  let high = lines.starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((lines.starts[middle] ?? 0) <= clamped) low = middle;
    else high = middle;
  }
  const start = lines.starts[low] ?? 0;
  return { line: low, column: Math.min(clamped, lines.ends[low] ?? clamped) - start };
}

/** A position past the end of its line is moved to that end, one past the text to the end of the text. */
export function offsetAt(lines: LineIndex, position: Position): number {
  const start = lines.starts[position.line];
  const end = lines.ends[position.line];
  if (start === undefined || end === undefined) return position.line < 0 ? 0 : lines.length;
  return Math.max(start, Math.min(start + position.column, end));
}
