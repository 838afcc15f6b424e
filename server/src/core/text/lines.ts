// Spans and texts cut to lines: findings lie on one, and some removals take whole ones.
import { type Span, spanOf } from "./span.js";

/** Messages quote at most so many characters. */
const QUOTED = 40;

/** What of a span lies on its first line. */
export function firstLine(text: string, span: Span): Span {
  const end = text.slice(span.start, span.end).search(/[\r\n]/);
  return end > 0 ? spanOf(span.start, span.start + end) : span;
}

/** The first line of what is quoted, cut where it is long. */
export function quoteLine(found: string): string {
  const [line = ""] = found.slice(0, QUOTED + 1).split(/[\r\n]/, 1);
  return line.length > QUOTED || line.length < found.length ? `${line.slice(0, QUOTED)}…` : line;
}

/** A span with the blanks before it, and with its line where it stands alone there. */
export function wholeLines(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && " \t".includes(text.charAt(from - 1))) from--;
  const lineEnd = /^[ \t]*(\r?\n|$)/.exec(text.slice(end, end + 100));
  const startsLine = from === 0 || text.charAt(from - 1) === "\n";
  if (lineEnd === null) return spanOf(start, end);
  return spanOf(from, startsLine ? end + lineEnd[0].length : end);
}
