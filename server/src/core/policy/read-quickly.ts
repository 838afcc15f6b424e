// Reads policies through `JSON.parse`, many times faster than with places, for those who first want to know
// whether there is anything to say about a text at all. Where only the exact reading can tell, it says so.

import { DEEPEST } from "../text/read-json.js";
import { valueFrom } from "../text/value.js";
import type { Dialect } from "./dialect.js";
import { type PolicyFile, type ReadOptions, readPolicyValue } from "./read.js";

/**
 * The file as `readPolicyFile` gives it, but without places; undefined where the two could differ:
 *
 * - The text is not strict JSON, or nested deeper than our own reading goes.
 * - A key may be written twice. `JSON.parse` keeps the last one in silence, so the keys of the result are
 *   counted against the places in the text that look like a key: a quotation mark, blanks, a colon. Every key
 *   is such a place, so equal figures prove that none is lost; an escaped quotation mark before a colon inside
 *   a string only makes the text be read twice.
 * - A number matters, whose characters are lost: `2.0` is 2 for `JSON.parse`.
 */
export function readPolicyQuickly(text: string, options: ReadOptions): PolicyFile | undefined {
  if (!mayHoldPolicy(text, options)) return readPolicyValue({ problems: [], text: "" }, options);
  const data = parse(text);
  if (data === undefined) return undefined;
  const size = { keys: 0, numbers: 0 };
  if (!measure(data, 0, size)) return undefined;
  if (size.keys !== countKeys(text)) return undefined;
  const file = readPolicyValue({ root: valueFrom(data), problems: [], text: "" }, options);
  const numbersMatter = file.isOurs ? size.numbers > 0 : hasNumberAsVersion(data, options.dialects);
  return numbersMatter ? undefined : file;
}

function isDeclared(options: ReadOptions): boolean {
  return options.declared === true || options.dialect !== undefined;
}

/**
 * False only where no reading of an undeclared text could find a policy: each has its statements under their
 * name in any case, or is a request with a field that has to do with a policy. Escapes could hide both.
 */
export function mayHoldPolicy(text: string, options: ReadOptions): boolean {
  if (isDeclared(options)) return true;
  const { dialects } = options;
  if (text.includes("olicy") || text.includes("\\u")) return true;
  const names = new Set(dialects.map((dialect) => nameOf(dialect, "statement").toLowerCase()));
  return new RegExp([...names].join("|"), "i").test(text);
}

function parse(text: string): unknown {
  try {
    // Our own reading passes over a byte order mark.
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

/** Counts keys and numbers; false where the data is nested too deep to go on. */
export function measure(data: unknown, depth: number, size: { keys: number; numbers: number }): boolean {
  if (typeof data === "number") size.numbers++;
  if (typeof data !== "object" || data === null) return true;
  if (depth === DEEPEST) return false;
  const values = Object.values(data);
  if (!Array.isArray(data)) size.keys += values.length;
  for (const value of values) {
    if (typeof value !== "string" && !measure(value, depth + 1, size)) return false;
  }
  return true;
}

const KEY_END = /"[ \t\r\n]*:/g;

/** Never less than there are: what merely looks like a key counts, too. */
export function countKeys(text: string): number {
  let count = 0;
  KEY_END.lastIndex = 0;
  while (KEY_END.test(text)) count++;
  return count;
}

/** The version decides whether a document is ours, and `2.0` reads otherwise than 2. */
function hasNumberAsVersion(data: unknown, dialects: readonly Dialect[]): boolean {
  if (typeof data !== "object" || data === null) return false;
  const versions = dialects.map((dialect) => nameOf(dialect, "version").toLowerCase());
  return Object.entries(data).some(
    ([key, value]) => typeof value === "number" && versions.includes(key.toLowerCase()),
  );
}

function nameOf(dialect: Dialect, role: "statement" | "version"): string {
  return dialect.elements.policy.find((rule) => rule.role === role)?.name ?? role;
}
