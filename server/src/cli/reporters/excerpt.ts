// The line of the text that a finding is about, as it looks on a terminal, and the underline that fits below it.
import { type LineIndex, positionAt, type Span } from "../../core/index.js";
import { shownAs } from "./visible.js";

export interface Excerpt {
  readonly source: string;
  /** Blanks that bring the underline to its place. */
  readonly indent: string;
  readonly underline: string;
}

/** In characters. Longer lines, such as those of minified text, are cut on both sides of the place. */
const LONGEST = 140;
const BEFORE = 50;
const TAB = 4;

export function excerptOf(text: string, lines: LineIndex, { start, end }: Span): Excerpt {
  const line = lineAround(text, lines, start);
  const shown = line.end - line.start <= LONGEST ? line : cut(text, line, start);
  const cutBefore = shown.start > line.start;
  const cutAfter = shown.end < line.end;
  let source = cutBefore ? "…" : "";
  let column = source.length;
  let from: number | undefined;
  let to = column;
  let offset = shown.start;
  for (const character of text.slice(shown.start, shown.end)) {
    if (offset >= start) from ??= column;
    const { text: seen, width } = character === "\t" ? tab(column) : shownAs(character);
    source += seen;
    column += width;
    offset += character.length;
    if (offset <= end) to = column;
  }
  from ??= column;
  if (cutAfter) source += "…";
  return { source, indent: " ".repeat(from), underline: "^".repeat(Math.max(1, to - from)) };
}

function tab(column: number) {
  const width = TAB - (column % TAB);
  return { text: " ".repeat(width), width };
}

/** Without its line break. */
function lineAround(text: string, lines: LineIndex, offset: number): Span {
  const { line } = positionAt(lines, offset);
  const start = lines.starts[line] ?? 0;
  let end = lines.starts[line + 1] ?? text.length;
  while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return { start, end };
}

/** The part of a long line around a place; no character is cut in two. */
function cut(text: string, line: Span, place: number): Span {
  const start = Math.max(line.start, Math.min(place - BEFORE, line.end - LONGEST));
  const end = Math.min(line.end, start + LONGEST);
  return {
    start: isInsidePair(text, start) ? start + 1 : start,
    end: isInsidePair(text, end) ? end - 1 : end,
  };
}

function isInsidePair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}
