// Whether two statements say the same in the same words: in any order of elements and entries, with or without
// `name/` before an action, with one string or a list of it. Statements that merely mean the same, as a wildcard
// and the names that it reaches, are left to the access engine.
import { itemsOf, type StringValue, type Value } from "../text/value.js";
import type { Dialect, ElementRole } from "./dialect.js";
import type { Element, Policy, Statement } from "./model.js";

/**
 * For each statement the earlier one that says the same; nothing for those that say something new, or too little
 * to say anything. Statements are many and seldom alike: a number for each tells most of them apart.
 */
export function repeatedStatements({ statements, dialect }: Policy): ReadonlyMap<Statement, Statement> {
  const repeated = new Map<Statement, Statement>();
  const byHash = new Map<number, Statement[]>();
  for (const statement of statements) {
    if (statement.decision === undefined || statement.actions.length === 0) continue;
    const hash = hashOf(statement);
    const alike = byHash.get(hash);
    if (alike === undefined) byHash.set(hash, [statement]);
    else alike.push(statement);
  }
  for (const alike of byHash.values()) {
    if (alike.length === 1) continue;
    const firsts = new Map<string, Statement>();
    for (const statement of alike) {
      const text = canonicalText(statement, dialect);
      const first = firsts.get(text);
      if (first === undefined) firsts.set(text, statement);
      else repeated.set(statement, first);
    }
  }
  return repeated;
}

/** Equal for statements that say the same; entries that stand twice must not change it, nor their order. */
function hashOf({ decision, actions, resources, elements }: Statement): number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { text } of actions) {
    const hash = hashOfEnd(text);
    if (hash < least) least = hash;
    if (hash > most) most = hash;
  }
  for (const { text } of resources) {
    const hash = hashOfEnd(text) * 3;
    if (hash < least) least = hash;
    if (hash > most) most = hash;
  }
  return ((least ^ Math.imul(most, 31)) << 4) + elements.length * 2 + (decision === "allow" ? 1 : 0);
}

/** The same for one list of entries; more exact, for lists of different statements often share some. */
export function hashOfEntries(entries: readonly StringValue[]): number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  let bits = 0;
  for (const { text } of entries) {
    const hash = hashOfEnd(text);
    if (hash < least) least = hash;
    if (hash > most) most = hash;
    bits |= 1 << (hash & 31);
  }
  return least ^ Math.imul(most, 31) ^ Math.imul(bits, 0x9e3779b1);
}

/** Of the last characters, in which actions and resources differ; without case, and without any prefix. */
function hashOfEnd(text: string): number {
  let hash = 7;
  const end = Math.max(0, text.length - 6);
  for (let at = text.length - 1; at >= end; at--) {
    const code = text.charCodeAt(at);
    if (code === SLASH) break;
    hash = (Math.imul(hash, 31) + (code | 32)) & 0x3ffffff;
  }
  return hash;
}

const SLASH = 47;

/** Equal for statements that say the same in the same words, the elements of one role left aside. */
export function wordsWithout({ elements }: Statement, role: ElementRole, dialect: Dialect): string {
  return canonicalText({ elements: elements.filter(({ rule }) => rule?.role !== role) }, dialect);
}

/** Equal for entries of an element that say the same. */
export function entryWords(entry: Value, role: ElementRole, dialect: Dialect): string {
  return role === "action" ? actionWords(entry, dialect) : sorted(entry);
}

/** The same text for the same words. */
function canonicalText({ elements }: Pick<Statement, "elements">, dialect: Dialect): string {
  const parts = elements.map(
    (element) => `${element.rule?.name ?? element.key.text}=${wordsOf(element, dialect)}`,
  );
  return parts.sort().join("\n");
}

function wordsOf({ rule, value }: Element, dialect: Dialect): string {
  switch (rule?.role) {
    case "effect":
      return value?.kind === "string" ? value.text.trim().toLowerCase() : sorted(value);
    case "action":
      return [...new Set(itemsOf(value).map((item) => actionWords(item, dialect)))].sort().join();
    default:
      return sorted(value);
  }
}

function actionWords(item: Value, { readAction, actionCase }: Dialect): string {
  if (item.kind !== "string") return sorted(item);
  const reading = readAction(item.text);
  const bare = reading.kind === "action" ? item.text.slice(reading.prefix.length) : item.text;
  return JSON.stringify(actionCase === "insensitive" ? bare.toLowerCase() : bare);
}

/** A value as text, with the entries of lists and maps in the order of their own texts. */
function sorted(value: Value | undefined): string {
  if (value === undefined) return "";
  switch (value.kind) {
    case "string":
      return JSON.stringify(value.text);
    case "list": {
      const items = [...new Set(value.items.map(sorted))].sort();
      // One string is as good as a list of it.
      return items.length === 1 ? (items[0] ?? "") : `[${items.join()}]`;
    }
    case "map": {
      const entries = value.entries.map(
        ({ key, value: inner }) => `${JSON.stringify(key.text)}:${sorted(inner)}`,
      );
      return `{${entries.sort().join()}}`;
    }
    default:
      return value.text;
  }
}
