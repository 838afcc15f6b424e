// Structured data as it stands in a file, with the place of each part. JSON is read into it by
// `read-json.ts`; other syntaxes can be read into the same values.
import { NOWHERE, type Span } from "./span.js";

export type Value = StringValue | NumberValue | BooleanValue | NullValue | ListValue | MapValue;

export interface StringValue {
  readonly kind: "string";
  /** Quotes included. */
  readonly span: Span;
  /** Decoded: what the characters stand for. */
  readonly text: string;
}

export interface NumberValue {
  readonly kind: "number";
  readonly span: Span;
  /** As written, so that no digit is lost. */
  readonly text: string;
}

export interface BooleanValue {
  readonly kind: "boolean";
  readonly span: Span;
  readonly text: "true" | "false";
}

export interface NullValue {
  readonly kind: "null";
  readonly span: Span;
  readonly text: "null";
}

export interface ListValue {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly Value[];
}

export interface MapValue {
  readonly kind: "map";
  readonly span: Span;
  /** In the order of the text, repeated keys included. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** From the key to the end of the value. */
  readonly span: Span;
  readonly key: StringValue;
  /** Absent where the text breaks off. */
  readonly value?: Value;
}

/** The first entry of a map with exactly this key. */
export function entryOf(map: MapValue, key: string): Entry | undefined {
  return map.entries.find((entry) => entry.key.text === key);
}

/** A list's items, or the value itself: policies may write one string without brackets. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === "list" ? value.items : [value];
}

export function isString(value: Value): value is StringValue {
  return value.kind === "string";
}

/** Values made from data that has no text, such as the result of `JSON.parse`; all of them are nowhere. */
export function valueFrom(data: unknown): Value {
  switch (typeof data) {
    case "string":
      return { kind: "string", span: NOWHERE, text: data };
    case "number":
      return { kind: "number", span: NOWHERE, text: String(data) };
    case "boolean":
      return { kind: "boolean", span: NOWHERE, text: data ? "true" : "false" };
    case "object":
      if (data === null) break;
      if (Array.isArray(data)) return { kind: "list", span: NOWHERE, items: data.map(valueFrom) };
      return {
        kind: "map",
        span: NOWHERE,
        entries: Object.entries(data).map(([key, value]) => ({
          span: NOWHERE,
          key: { kind: "string", span: NOWHERE, text: key },
          value: valueFrom(value),
        })),
      };
  }
  return { kind: "null", span: NOWHERE, text: "null" };
}
