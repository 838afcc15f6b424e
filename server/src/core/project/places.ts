// Where in a file a finding stands, in words that survive when lines move: the text of the string at its place,
// and a JSON pointer (RFC 6901). A policy that stands as a string continues the pointer of that string.
import type { PolicyFile } from "../policy/read.js";
import { readJson } from "../text/read-json.js";
import type { Span } from "../text/span.js";
import type { Value } from "../text/value.js";

export interface Place {
  /** Empty for the document itself. */
  readonly pointer: string;
  /** Of the key or scalar that begins at the place; absent at brackets and between values. */
  readonly text?: string;
}

/** The innermost key or value around the place; `text` is the text that the file was read from. */
export function placeOf(span: Span, file: PolicyFile, text: string): Place {
  const read = file.root === undefined ? readJson(text) : file;
  const documents = [...(read.root ? [read.root] : []), ...(read.further ?? [])];
  // A file is to hold one document; where it holds more, each has pointers of its own.
  const document = documents.find((each) => holds(each.span, span.start));
  const outer = descend(document, span);
  const embedded = file.embedded.find(({ source }) => isInside(span, source.span));
  if (embedded === undefined) return outer;
  const { source } = embedded;
  const start = source.toInner(span.start);
  if (start === undefined) return outer;
  const end = source.toInner(span.end) ?? start;
  const inner = placeOf({ start, end }, embedded.file, source.text);
  return { ...inner, pointer: outer.pointer + inner.pointer };
}

/** Between the quotes: what is said of the string as a whole is said of the string. */
function isInside({ start, end }: Span, around: Span): boolean {
  return around.start < start && end < around.end;
}

function descend(root: Value | undefined, { start }: Span): Place {
  let pointer = "";
  let value = root;
  for (;;) {
    const text = value?.kind === "map" || value?.kind === "list" ? undefined : value?.text;
    const here: Place = text === undefined ? { pointer } : { pointer, text };
    if (value?.kind === "list") {
      const at = value.items.findIndex(({ span }) => holds(span, start));
      if (at < 0) return here;
      pointer += `/${at}`;
      value = value.items[at];
    } else if (value?.kind === "map") {
      const entry = value.entries.find(({ span }) => holds(span, start));
      if (entry === undefined) return here;
      pointer += `/${entry.key.text.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (entry.value === undefined || !holds(entry.value.span, start))
        return { pointer, text: entry.key.text };
      value = entry.value;
    } else {
      return here;
    }
  }
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
