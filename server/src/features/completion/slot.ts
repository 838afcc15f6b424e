// Finds the place at an offset where a name or value can be written: inside a string, in the gap between two
// entries, behind a colon. Says what the text around it lacks; what belongs there is decided in `cursor.ts`.
import {
  type Entry,
  isClosed,
  type ListValue,
  type MapValue,
  type Span,
  type StringValue,
  type Value,
} from "../../core/index.js";
import { betweenTokens, endOfBlanks } from "./blanks.js";
import { emptyAt, type Written, writtenIn } from "./written.js";

export type Slot = KeySlot | ValueSlot | ItemSlot;

interface SlotBase extends Written {
  /** Offset after which a comma is missing before the place. */
  readonly lacksCommaAt?: number;
  /** A further entry or item follows without a comma. */
  readonly lacksCommaAfter: boolean;
}

export interface KeySlot extends SlotBase {
  readonly kind: "key";
  readonly map: MapValue;
  /** The entry whose key is under the cursor; absent in a gap. */
  readonly entry?: Entry;
  /** End of the colon behind the key, where there is one. */
  readonly colonEnd?: number;
}

export interface ValueSlot extends SlotBase {
  readonly kind: "value";
  readonly map: MapValue;
  readonly entry: Entry;
  readonly lacksColon: boolean;
}

export interface ItemSlot extends SlotBase {
  readonly kind: "item";
  readonly list: ListValue;
  /** The item under the cursor; absent in a gap. */
  readonly item?: Value;
  /** The entry whose value the list is. */
  readonly entry?: Entry;
  readonly map?: MapValue;
}

/** Undefined where nothing can be written: in comments, numbers, directly behind a value, outside the document. */
export function slotAt(root: Value | undefined, text: string, offset: number): Slot | undefined {
  let value = root;
  let owner: { readonly entry: Entry; readonly map: MapValue } | undefined;
  while (value !== undefined && (value.kind === "map" || value.kind === "list")) {
    if (!holds(value, text, offset)) return undefined;
    if (value.kind === "map") {
      const map: MapValue = value;
      const inner = map.entries.find(
        (entry) => entry.value !== undefined && holds(entry.value, text, offset),
      );
      if (inner?.value === undefined) return inMap(map, text, offset);
      owner = { entry: inner, map };
      value = inner.value;
    } else {
      const list: ListValue = value;
      const inner = list.items.find((item) => holds(item, text, offset));
      if (inner === undefined) return inList(list, owner, text, offset);
      owner = undefined;
      value = inner;
    }
  }
  return undefined;
}

/** Whether the offset is inside a list or map; what was never closed reaches to what follows it. */
function holds(value: Value, text: string, offset: number): boolean {
  if (value.kind !== "map" && value.kind !== "list") return false;
  const { start, end } = value.span;
  if (offset <= start) return false;
  if (offset < end) return true;
  if (isBare(value, text)) return offset === end;
  const children = value.kind === "map" ? value.entries : value.items;
  const endsWithChild = children[children.length - 1]?.span.end === end;
  if (isClosed(text, value) && !endsWithChild) return false;
  return offset <= endOfBlanks(text, end);
}

/** `"action": "a", "b"`: a list whose brackets were forgotten. */
function isBare(value: Value, text: string): boolean {
  return value.kind === "list" && !"[［【".includes(text[value.span.start] ?? "[");
}

function inMap(map: MapValue, text: string, offset: number): Slot | undefined {
  for (const [at, entry] of map.entries.entries()) {
    const next = map.entries[at + 1];
    const key = writtenIn(entry.key, text, offset);
    if (key !== undefined) return keySlot(map, at, key, text);
    if (entry.value !== undefined) {
      const value = writtenIn(entry.value, text, offset);
      if (value !== undefined)
        return {
          kind: "value",
          map,
          entry,
          lacksColon: false,
          ...value,
          lacksCommaAfter: lacksComma(entry, next, text),
        };
      if (touchesEnd(entry.value.span, offset)) return undefined;
      continue;
    }
    const gap = valueGap(map, entry, next, text, offset);
    if (gap !== undefined) return gap;
  }
  return keyGap(map, text, offset);
}

function keySlot(map: MapValue, at: number, key: Written, text: string): KeySlot | undefined {
  const entry = map.entries[at];
  if (entry === undefined) return undefined;
  const previous = map.entries[at - 1];
  const colon = betweenTokens(
    text,
    entry.key.span.end,
    entry.value?.span.start ?? endOfBlanks(text, entry.key.span.end),
  );
  const lacksCommaAt = missingCommaBefore(previous?.span, key.span.start, text);
  return {
    kind: "key",
    map,
    entry,
    ...key,
    ...(colon.colonEnd !== undefined && { colonEnd: colon.colonEnd }),
    ...(lacksCommaAt !== undefined && { lacksCommaAt }),
    lacksCommaAfter: lacksComma(entry, map.entries[at + 1], text),
  };
}

/** Behind a key that has no value yet. */
function valueGap(
  map: MapValue,
  entry: Entry,
  next: Entry | undefined,
  text: string,
  offset: number,
): ValueSlot | undefined {
  if (offset <= entry.key.span.end || offset > (next?.span.start ?? map.span.end)) return undefined;
  const before = betweenTokens(text, entry.key.span.end, offset);
  if (before.inComment || before.commas > 0 || before.other) return undefined;
  // Without a colon only the same line can be meant: on the next one a new name begins.
  if (before.colonEnd === undefined && before.lineBreak) return undefined;
  return {
    kind: "value",
    map,
    entry,
    ...emptyAt(offset),
    lacksColon: before.colonEnd === undefined,
    lacksCommaAfter: next !== undefined && !hasComma(text, offset, next.span.start),
  };
}

function keyGap(map: MapValue, text: string, offset: number): KeySlot | undefined {
  const gap = gapAmong(map.entries, map.span.start + 1, text, offset);
  return gap && { kind: "key", map, ...gap };
}

function inList(
  list: ListValue,
  owner: { readonly entry: Entry; readonly map: MapValue } | undefined,
  text: string,
  offset: number,
): ItemSlot | undefined {
  for (const [at, item] of list.items.entries()) {
    const written = writtenIn(item, text, offset);
    if (written === undefined) continue;
    const next = list.items[at + 1];
    const lacksCommaAt = missingCommaBefore(list.items[at - 1]?.span, written.span.start, text);
    return {
      kind: "item",
      list,
      item,
      ...owner,
      ...written,
      ...(lacksCommaAt !== undefined && { lacksCommaAt }),
      lacksCommaAfter: next !== undefined && !hasComma(text, item.span.end, next.span.start),
    };
  }
  const gap = gapAmong(list.items, isBare(list, text) ? list.span.start : list.span.start + 1, text, offset);
  return gap && { kind: "item", list, ...owner, ...gap };
}

/** The place between two neighbors, or before the first or behind the last. */
function gapAmong(
  parts: readonly { readonly span: Span }[],
  start: number,
  text: string,
  offset: number,
): SlotBase | undefined {
  let previous: Span | undefined;
  let next: Span | undefined;
  for (const { span } of parts) {
    if (span.end <= offset) previous = span;
    else if (span.start >= offset) {
      next = span;
      break;
    } else return undefined;
  }
  if (previous?.end === offset) return undefined;
  const before = betweenTokens(text, previous?.end ?? start, offset);
  if (before.inComment || before.openEnd) return undefined;
  return {
    ...emptyAt(offset),
    ...(previous !== undefined && before.commas === 0 && { lacksCommaAt: previous.end }),
    lacksCommaAfter: next !== undefined && !hasComma(text, offset, next.start),
  };
}

function touchesEnd(span: Span, offset: number): boolean {
  return span.end === offset;
}

function missingCommaBefore(previous: Span | undefined, start: number, text: string): number | undefined {
  if (previous === undefined || hasComma(text, previous.end, start)) return undefined;
  return previous.end;
}

function lacksComma(entry: Entry, next: Entry | undefined, text: string): boolean {
  return next !== undefined && !hasComma(text, entry.span.end, next.span.start);
}

function hasComma(text: string, from: number, to: number): boolean {
  return betweenTokens(text, from, to).commas > 0;
}

/** The names beside the one that is written. */
export function otherKeys({ map, entry }: KeySlot): Set<string> {
  return new Set(map.entries.filter((other) => other !== entry).map(({ key }) => key.text));
}

/** The string under the cursor, where there is one. */
export function currentString(slot: ItemSlot | ValueSlot): StringValue | undefined {
  const value = slot.kind === "item" ? slot.item : slot.entry.value;
  return value?.kind === "string" && (slot.opened || slot.text !== "") ? value : undefined;
}
