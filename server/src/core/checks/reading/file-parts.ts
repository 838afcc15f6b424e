// The parts that the project file and grants files are made of: objects with known keys. What does not fit is said at
// its place and left out.
import * as l10n from "@vscode/l10n";
import type { Words } from "../../text/quoted.js";
import { type Span, spanOf } from "../../text/span.js";
import type { StringValue, Value } from "../../text/value.js";
import type { FileLog } from "./file-log.js";

export type Fields = ReadonlyMap<string, Field>;

interface Field {
  readonly key: StringValue;
  readonly value: Value;
}

/** What every such file can be told. */
type PartsLog = Pick<FileLog<"no-object" | "repeated", "key">, "report" | "unknown">;

/** Of a value that begins on one line and may end on another. */
export function spotOf({ kind, span }: Value): Span {
  return kind === "map" || kind === "list" ? spanOf(span.start, span.start + 1) : span;
}

/** The entries by their keys; of a key that stands twice the last one, as JSON.parse reads it. */
export function readEntries(value: Value | undefined, what: Words, log: PartsLog): Fields {
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

interface KnownFields {
  /** As it begins a sentence. */
  readonly what: Words;
  /** As it stands within a sentence. */
  readonly place: Words;
  readonly keys: readonly string[];
  /** A key that is none of them, and of which something else is said. */
  readonly saidElsewhere?: string;
}

export function readFields(
  value: Value | undefined,
  { what, place, keys, saidElsewhere }: KnownFields,
  log: PartsLog,
): Fields {
  const fields = readEntries(value, what, log);
  for (const [name, { key }] of fields) {
    if (!keys.includes(name) && name !== saidElsewhere) log.unknown(key, "key", keys, place());
  }
  return fields;
}

/** As it begins a sentence. */
export function entryOf(key: string): Words {
  return () => l10n.t('An entry of "{key}"', { key });
}
