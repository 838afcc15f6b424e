// What the fields around a policy must be, by the rules of the vendor's interface, and which of them are not.
import type { Span } from "../text/span.js";
import { entryOf, type MapValue, type Value } from "../text/value.js";
import { openingOf, placeOf } from "./walk.js";

/** A field of the request that carries a policy. */
export interface FieldRule {
  readonly name: string;
  readonly required?: true;
  /** The service sets it itself and refuses it here. */
  readonly refused?: true;
  readonly values?: readonly string[];
  readonly shortest?: number;
  readonly longest?: number;
  /** What `longest` counts; characters unless given. */
  readonly unit?: "bytes";
  /** Finds the first thing that may not stand in the value. */
  readonly forbidden?: RegExp;
  /** What may stand there, for people. */
  readonly allowed?: string;
}

export type FieldFault =
  | "missing"
  | "refused"
  | "type"
  | "value"
  | "empty"
  | "too-long"
  | "too-many-bytes"
  | "character";

export interface FaultyField {
  readonly fault: FieldFault;
  readonly rule: FieldRule;
  readonly span: Span;
  readonly text: string;
  /** The part of the text that is at fault. */
  readonly found: string;
  readonly length: number;
}

/** At most one fault of each field, in the order of the rules. */
export function faultyFields(request: MapValue, rules: readonly FieldRule[]): FaultyField[] {
  return rules.flatMap((rule) => {
    const entry = entryOf(request, rule.name);
    if (entry === undefined) {
      return rule.required ? [faulty("missing", rule, openingOf(request.span))] : [];
    }
    if (rule.refused) return [faulty("refused", rule, entry.key.span)];
    return entry.value === undefined ? [] : faultsOfValue(entry.value, rule);
  });
}

function faultsOfValue(value: Value, rule: FieldRule): FaultyField[] {
  const span = placeOf(value);
  if (value.kind !== "string") return [faulty("type", rule, span)];
  const { text } = value;
  if (rule.values !== undefined && !rule.values.includes(text))
    return [faulty("value", rule, span, { text })];
  if (text.length < (rule.shortest ?? 0)) return [faulty("empty", rule, span)];
  const isBytes = rule.unit === "bytes";
  const length = isBytes ? utf8Length(text) : [...text].length;
  if (rule.longest !== undefined && length > rule.longest) {
    return [faulty(isBytes ? "too-many-bytes" : "too-long", rule, span, { text, length })];
  }
  const forbidden = rule.forbidden?.exec(text)?.[0];
  return forbidden === undefined ? [] : [faulty("character", rule, span, { text, found: forbidden })];
}

function faulty(
  fault: FieldFault,
  rule: FieldRule,
  span: Span,
  { text = "", found = "", length = 0 } = {},
): FaultyField {
  return { fault, rule, span, text, found, length };
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
