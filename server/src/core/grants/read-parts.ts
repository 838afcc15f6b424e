// The parts that a grants file is made of: objects with known keys, and lists of names. What does not fit is said at
// its place and left out.
import * as l10n from "@vscode/l10n";
import { quoted, type Words } from "../text/quoted.js";
import type { ListValue, StringValue, Value } from "../text/value.js";
import { type GrantsLog, spotOf } from "./grants-log.js";

export type Fields = ReadonlyMap<string, Field>;

export interface Field {
  readonly key: StringValue;
  readonly value: Value;
}

/** The entries by their keys; of a key that stands twice the last one, as JSON.parse reads it. */
export function readEntries(value: Value | undefined, what: Words, log: GrantsLog): Fields {
  const fields = new Map<string, Field>();
  if (value === undefined) return fields;
  if (value.kind !== "map") {
    log.report(spotOf(value), "no-object", { what: what() });
    return fields;
  }
  for (const { key, value: inner } of value.entries) {
    const first = fields.get(key.text)?.key.span;
    if (first !== undefined) log.report(key.span, "repeated", { key: key.text }, { above: first });
    if (inner !== undefined) fields.set(key.text, { key, value: inner });
  }
  return fields;
}

export interface KnownFields {
  /** As it begins a sentence. */
  readonly what: Words;
  /** As it stands within a sentence. */
  readonly place: Words;
  readonly keys: readonly string[];
  readonly isGroup?: boolean;
}

export function readFields(
  value: Value,
  { what, place, keys, isGroup = false }: KnownFields,
  log: GrantsLog,
): Fields {
  const fields = readEntries(value, what, log);
  for (const [name, { key }] of fields) {
    if (keys.includes(name)) continue;
    if (isGroup && name === "groups") log.report(key.span, "nested-groups");
    else log.unknown(key, "key", keys, place());
  }
  return fields;
}

/** The strings of a list, each once. */
export function readNames(
  value: Value | undefined,
  key: string,
  log: GrantsLog,
): { readonly names: readonly StringValue[]; readonly list?: ListValue } {
  if (value === undefined) return { names: [] };
  if (value.kind !== "list") {
    log.report(spotOf(value), "no-list", { what: quoted(key) });
    return { names: [] };
  }
  const names = new Map<string, StringValue>();
  for (const item of value.items) {
    if (item.kind !== "string") log.report(spotOf(item), "no-string", { what: entryOf(key) });
    else if (item.text.trim() === "") log.report(item.span, "empty", { what: entryOf(key) });
    else {
      const first = names.get(item.text)?.span;
      if (first === undefined) names.set(item.text, item);
      else log.report(item.span, "twice", { text: item.text }, { above: first, severity: "hint" });
    }
  }
  return { names: [...names.values()], list: value };
}

function entryOf(key: string): string {
  return l10n.t('An entry of "{key}"', { key });
}
