// A list or map that is being read: what is in it so far, and what is expected next.
import { type Span, spanOf } from "./span.js";
import type { Entry, ListValue, MapValue, StringValue, Value } from "./value.js";

export interface Frame {
  readonly kind: "list" | "map";
  readonly start: number;
  readonly items: Value[];
  readonly entries: Entry[];
  state: "key" | "colon" | "value" | "comma";
  key: StringValue | undefined;
  /** The key is no string, but a number or a literal. */
  isOddKey: boolean;
  /** Where the comma stands after which nothing came so far. */
  comma: number | undefined;
  /** Where a comma was missing before the last item or key. */
  gap: number | undefined;
  /** A list that is being written without brackets: its items, and the place of its problem. */
  bare: { readonly items: Value[]; readonly problem: number } | undefined;
}

/** Shared by all frames of the other kind, and never changed. */
const NO_ITEMS: Value[] = [];
const NO_ENTRIES: Entry[] = [];

export function createFrame(kind: "list" | "map", start: number): Frame {
  return {
    kind,
    start,
    items: kind === "list" ? [] : NO_ITEMS,
    entries: kind === "map" ? [] : NO_ENTRIES,
    state: startOf(kind),
    key: undefined,
    isOddKey: false,
    comma: undefined,
    gap: undefined,
    bare: undefined,
  };
}

/** What is expected at the start, and after every comma. */
export function startOf(kind: "list" | "map"): "key" | "value" {
  return kind === "map" ? "key" : "value";
}

/** A key waits for its value. */
export function isDangling({ kind, state }: Frame): boolean {
  return state === "colon" || (kind === "map" && state === "value");
}

/** What comes next can be no key. */
export function expectsValue({ kind, state }: Frame): boolean {
  return kind === "list" || state === "value";
}

export function openingOf({ start }: Frame): Span {
  return spanOf(start, start + 1);
}

export function closingOf({ kind }: Frame): "}" | "]" {
  return kind === "map" ? "}" : "]";
}

export function containerOf({ kind, start, items, entries }: Frame, end: number): ListValue | MapValue {
  const span = spanOf(start, end);
  return kind === "map" ? { kind, span, entries } : { kind, span, items };
}

/** Changes the last entry, from its key to the end of the new value. */
export function changeLastValue({ entries }: Frame, key: StringValue, value: Value): void {
  entries[entries.length - 1] = { span: spanOf(key.span.start, value.span.end), key, value };
}
