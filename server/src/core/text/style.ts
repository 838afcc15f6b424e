// How a text is laid out around a place: what new entries must copy so that they look like their neighbors.
import type { ListValue, MapValue } from "./value.js";

/** What stands before an entry: a line break with indentation, blanks, or nothing. */
export function gapBefore(text: string, start: number): string {
  let from = start;
  // Of empty lines only the last break is kept.
  while (from > 0 && /[^\S\r\n]/.test(text[from - 1] ?? "")) from--;
  if (text[from - 1] === "\n") from -= text[from - 2] === "\r" ? 2 : 1;
  return text.slice(from, start);
}

/** What stands between the entries of a map; for a lone entry what would. */
export function gapBetween(text: string, map: MapValue): string {
  const [first, second] = map.entries;
  if (second !== undefined) return gapBefore(text, second.span.start);
  if (first === undefined) return " ";
  const gap = gapBefore(text, first.span.start);
  if (gap.includes("\n")) return gap;
  return colonOf(text, map).endsWith(" ") ? " " : "";
}

/** The colon with its blanks, as the first entry of the map writes it. */
export function colonOf(text: string, map: MapValue): string {
  const first = map.entries.find((entry) => entry.value !== undefined);
  if (first?.value === undefined) return ": ";
  const written = text.slice(first.key.span.end, first.value.span.start);
  return /^[ \t]*:[ \t]*$/.test(written) ? written : ": ";
}

/** Whether the closing bracket of a list or map is there; a text that was not given is taken to be whole. */
export function isClosed(text: string, value: MapValue | ListValue): boolean {
  if (text === "") return true;
  const children = value.kind === "map" ? value.entries : value.items;
  const content = children[children.length - 1]?.span.end ?? value.span.start + 1;
  // A bracket that belongs to what stands last in it is not its own.
  if (content >= value.span.end) return false;
  return "}｝]］】".includes(text.charAt(value.span.end - 1));
}
