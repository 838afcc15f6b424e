// Translates offsets into lines and columns and back, for one version of a text.

/** Line and column from 0; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
  readonly length: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Lines end at LF, CRLF or CR, as in the Language Server Protocol. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED) offset++;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) starts.push(offset + 1);
  }
  return { starts, length: text.length };
}

export function positionAt(lines: LineIndex, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, lines.length));
  let low = 0;
  let high = lines.starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((lines.starts[middle] ?? 0) <= clamped) low = middle;
    else high = middle;
  }
  return { line: low, column: clamped - (lines.starts[low] ?? 0) };
}

/** A position past the end of its line is moved to the start of the next, one past the text to its end. */
export function offsetAt(lines: LineIndex, position: Position): number {
  const start = lines.starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : lines.length;
  const next = lines.starts[position.line + 1] ?? lines.length;
  return Math.max(start, Math.min(start + position.column, next));
}
