// How a document is indented, for proposals of several lines.

export interface Layout {
  /** One step of indentation. */
  readonly unit: string;
  readonly lineEnd: string;
}

const DEFAULT_UNIT = "  ";
/** Indentation shows in the first lines; a huge file need not be read for it. */
const LOOKED_AT = 20_000;

function layoutOf(text: string): Layout {
  const head = text.slice(0, LOOKED_AT);
  let unit: string | undefined;
  for (const [, indentation = ""] of head.matchAll(/^([ \t]+)[^\s]/gm)) {
    if (indentation.startsWith("\t")) unit = "\t";
    else if (unit === undefined || (unit !== "\t" && indentation.length < unit.length)) unit = indentation;
    if (unit === "\t") break;
  }
  return { unit: unit ?? DEFAULT_UNIT, lineEnd: head.includes("\r\n") ? "\r\n" : "\n" };
}

/** Most proposals are of one line and never ask. */
export function lazyLayoutOf(text: string): () => Layout {
  let known: Layout | undefined;
  return () => {
    known ??= layoutOf(text);
    return known;
  };
}

/** The blanks at the start of the line, up to the offset. */
export function indentationAt(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  let end = start;
  while (end < offset && (text[end] === " " || text[end] === "\t")) end++;
  return text.slice(start, end);
}

/** Whether nothing but blanks stands before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return indentationAt(text, offset).length === offset - startOfLine(text, offset);
}

/** Whether the offset's line goes on with a closing bracket. */
export function isBeforeBracket(text: string, offset: number): boolean {
  return /^[ \t]*[\]}]/.test(text.slice(offset, offset + 200));
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}
