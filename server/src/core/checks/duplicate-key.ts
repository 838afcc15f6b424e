// Finds keys that stand twice in one object, anywhere in the file: which of them wins is not defined.
import type { Dialect } from "../policy/dialect.js";
import type { TextEdit } from "../text/edit.js";
import { mapsIn } from "../text/maps-in.js";
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
  needs: { file: true },
  messages: {
    twice: 'The key "{key}" stands twice in this object',
    first: 'The first "{key}"',
    merge: 'Merge into the first "{key}"',
  },

  *runFile({ root, further = [], dialect }, { text }) {
    for (const map of mapsInAll([root, ...further])) {
      if (!mayRepeat(map.entries)) continue;
      for (const repeated of repeatedIn(map)) {
        const { entry, first } = repeated;
        const edits = mergeInto(repeated, map, text, dialect);
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

function* mapsInAll(documents: readonly (Value | undefined)[]): Iterable<MapValue> {
  for (const document of documents) yield* mapsIn(document);
}

interface Repeated {
  readonly index: number;
  readonly entry: Entry;
  readonly first: Entry;
  /** Not the third or a later one. */
  readonly isSecond: boolean;
}

function* repeatedIn({ entries }: MapValue): Iterable<Repeated> {
  const seen = new Map<string, Entry>();
  const repeated = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const { text } = entry.key;
    const first = seen.get(text);
    if (first === undefined) seen.set(text, entry);
    else {
      yield { index, entry, first, isSecond: !repeated.has(text) };
      repeated.add(text);
    }
  }
}

/** Ordinary objects are small: comparing their few keys is cheaper than any table. */
function mayRepeat(entries: readonly Entry[]): boolean {
  if (entries.length > 8) return true;
  for (let one = 1; one < entries.length; one++) {
    for (let other = 0; other < one; other++) {
      if (entries[one]?.key.text === entries[other]?.key.text) return true;
    }
  }
  return false;
}

/** Two lists are merged; so are strings where a list may stand in their place. */
function mergeInto(
  { index, entry, first, isSecond }: Repeated,
  map: MapValue,
  text: string,
  dialect: Dialect | undefined,
): readonly TextEdit[] | undefined {
  const [one, other] = [first.value, entry.value];
  if (one === undefined || other === undefined) return undefined;
  const items = itemsSpan(other);
  const place = itemsSpan(one);
  if (items === undefined || place === undefined) return undefined;
  const bothLists = one.kind === "list" && other.kind === "list";
  if (!bothLists && !takesLists(first.key.text, dialect)) return undefined;
  // Where a list has to be made of the first, one can be merged at a time.
  if (one.kind === "string" && !isSecond) return undefined;
  const gap = gapBefore(text, items.start).includes("\n") ? gapBefore(text, items.start) : " ";
  const added = { span: spanOf(place.end, place.end), text: `,${gap}${text.slice(items.start, items.end)}` };
  const [open, close] = one.kind === "list" ? [] : wrapInList(one.span);
  const edits = open && close ? [open, { ...added, text: added.text + close.text }] : [added];
  return [...edits, removeEntry(text, map, entry, index)];
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
