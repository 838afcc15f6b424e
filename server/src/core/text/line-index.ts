// Translates offsets into lines and columns and back, for one version of a text.
import { LINE_FEED } from "./characters.js";

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
  // Few texts have a carriage return; searching for one character is far quicker than looking at each.
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  while (feed >= 0 || carriage >= 0) {
    const isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
    const end = isFeed ? feed : carriage;
    const next = !isFeed && text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
    ends.push(end);
    starts.push(next);
    if (feed >= 0 && feed < next) feed = text.indexOf("\n", next);
    if (carriage >= 0 && carriage < next) carriage = text.indexOf("\r", next);
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
