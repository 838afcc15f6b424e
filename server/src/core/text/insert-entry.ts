// Adds an entry to a map in the style of the text around it: indentation, blanks, commas.
import type { TextEdit } from "./edit.js";
import { spanOf } from "./span.js";
import { colonOf, gapBetween } from "./style.js";
import type { Entry, MapValue } from "./value.js";

export interface NewEntry {
  readonly key: string;
  /** As it is to stand in the text. */
  readonly value: string;
  /** The entry to stand behind; the first place without one. */
  readonly after?: Entry | undefined;
}

export function insertEntry(text: string, map: MapValue, { key, value, after }: NewEntry): TextEdit {
  const entry = `${JSON.stringify(key)}${colonOf(text, map)}${value}`;
  const [first] = map.entries;
  if (after !== undefined) {
    return { span: spanOf(after.span.end, after.span.end), text: `,${gapBetween(text, map)}${entry}` };
  }
  if (first !== undefined) {
    return { span: spanOf(first.span.start, first.span.start), text: `${entry},${gapBetween(text, map)}` };
  }
  return { span: spanOf(map.span.start + 1, map.span.start + 1), text: ` ${entry}${endOfEmpty(text, map)}` };
}

/** `{}` becomes `{ … }`; what stands between the brackets already is kept behind the entry. */
function endOfEmpty(text: string, map: MapValue): string {
  return /^\s/.test(text.slice(map.span.start + 1, map.span.end)) ? "" : " ";
}
