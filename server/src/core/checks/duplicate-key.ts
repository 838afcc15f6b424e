// Finds keys that stand twice in one object, anywhere in the file: which of them wins is not defined.
import type { Dialect } from "../policy/dialect.js";
import type { TextEdit } from "../text/edit.js";
import { removeEntry } from "../text/remove-entry.js";
import { type Span, spanOf } from "../text/span.js";
import { gapBefore } from "../text/style.js";
import type { Entry, MapValue, Value } from "../text/value.js";
import { wrapInList } from "../text/wrap-in-list.js";
import { defineCheck } from "./check.js";

export const duplicateKey = defineCheck({
  id: "duplicate-key",
  title: "Key stands twice in one object",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    twice: 'The key "{key}" stands twice in this object',
    first: 'The first "{key}"',
    merge: 'Merge into the first "{key}"',
  },

  *runFile({ root, dialect }, { text }) {
    for (const map of mapsIn(root)) {
      for (const { index, entry, first } of repeatedIn(map)) {
        const edits = mergeInto(first, index, map, text, dialect);
        yield {
          span: entry.key.span,
          message: "twice",
          values: { key: entry.key.text },
          related: [{ span: first.key.span, message: "first" }],
          ...(edits && { fixes: [{ title: "merge", safety: "unsafe", edits }] }),
        };
      }
    }
  },
});

/** Without recursion: a check runs over files of ten megabytes too. */
function* mapsIn(root: Value | undefined): Iterable<MapValue> {
  const pending = root === undefined ? [] : [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === "map") {
      if (value.entries.length > 1) yield value;
      for (const entry of value.entries) if (entry.value !== undefined) pending.push(entry.value);
    } else if (value.kind === "list") {
      for (const item of value.items) if (item.kind === "map" || item.kind === "list") pending.push(item);
    }
  }
}

interface Repeated {
  readonly index: number;
  readonly entry: Entry;
  readonly first: Entry;
}

function* repeatedIn({ entries }: MapValue): Iterable<Repeated> {
  // Ordinary objects are small: comparing their few keys is cheaper than any table.
  const isSmall = entries.length <= 8;
  const seen = new Map<string, Entry>();
  for (const [index, entry] of entries.entries()) {
    const { text } = entry.key;
    const first = isSmall ? entries.find(({ key }) => key.text === text) : seen.get(text);
    if (first !== undefined && first !== entry) yield { index, entry, first };
    else if (!isSmall) seen.set(text, entry);
  }
}

/** Two lists are merged; so are strings where a list may stand in their place. */
function mergeInto(
  first: Entry,
  index: number,
  map: MapValue,
  text: string,
  dialect: Dialect | undefined,
): readonly TextEdit[] | undefined {
  const { key, value: one } = first;
  const second = map.entries[index];
  const other = second?.value;
  if (one === undefined || second === undefined || other === undefined) return undefined;
  const items = itemsSpan(other);
  const place = itemsSpan(one);
  if (items === undefined || place === undefined) return undefined;
  const bothLists = one.kind === "list" && other.kind === "list";
  if (!bothLists && !takesLists(key.text, dialect)) return undefined;
  // Where a list has to be made of the first, one can be merged at a time.
  if (one.kind === "string" && isRepeated(key.text, map, index)) return undefined;
  const gap = gapBefore(text, items.start).includes("\n") ? gapBefore(text, items.start) : " ";
  const added = { span: spanOf(place.end, place.end), text: `,${gap}${text.slice(items.start, items.end)}` };
  const [open, close] = one.kind === "list" ? [] : wrapInList(one.span);
  const edits = open && close ? [open, { ...added, text: added.text + close.text }] : [added];
  return [...edits, removeEntry(text, map, second, index)];
}

/** Whether the key stands between its first place and this one. */
function isRepeated(key: string, { entries }: MapValue, index: number): boolean {
  const places = entries.slice(0, index).filter((entry) => entry.key.text === key);
  return places.length > 1;
}

/** From the first to the last item of a list, or a string as the one item that it is. */
function itemsSpan(value: Value): Span | undefined {
  if (value.kind === "string") return value.span;
  if (value.kind !== "list") return undefined;
  const [first] = value.items;
  const last = value.items[value.items.length - 1];
  return first && last && spanOf(first.span.start, last.span.end);
}

function takesLists(key: string, dialect: Dialect | undefined): boolean {
  return (dialect?.elements.statement ?? []).some(
    (rule) => rule.name === key && rule.shapes.includes("list"),
  );
}
