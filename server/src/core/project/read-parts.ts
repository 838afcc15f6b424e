// What stands in the objects of a project file: lists, texts, globs, dates and levels. What does not fit is said at its
// place and left out.
import { entryOf, type Fields, spotOf } from "../checks/reading/file-parts.js";
import { nameList } from "../text/name-list.js";
import { quoted, type Words } from "../text/quoted.js";
import type { Span } from "../text/span.js";
import { itemsOf, type StringValue, type Value } from "../text/value.js";
import { createGlob, GLOB_PATTERN, type Glob, LISTED_GLOB_PATTERN } from "./glob.js";
import type { Level } from "./project.js";
import type { ProjectLog } from "./project-log.js";

export const LEVELS = ["off", "hint", "info", "warning", "error"] as const satisfies readonly Level[];

export function readList(value: Value | undefined, what: Words, log: ProjectLog): readonly Value[] {
  if (value === undefined) return [];
  if (value.kind === "list") return itemsOf(value);
  log.report(spotOf(value), "no-list", { what: what() });
  return [];
}

/** Undefined, and said, where it is no string or a blank one. */
export function readText(value: Value, what: Words, log: ProjectLog): StringValue | undefined {
  if (value.kind !== "string") {
    log.report(spotOf(value), "no-string", { what: what() });
    return undefined;
  }
  if (value.text.trim() !== "") return value;
  log.report(value.span, "empty", { what: what() });
  return undefined;
}

/** A text that must be there. */
export function readNeeded(
  fields: Fields,
  key: string,
  { what, span }: { readonly what: Words; readonly span: Span },
  log: ProjectLog,
): StringValue | undefined {
  const field = fields.get(key);
  if (field !== undefined) return readText(field.value, () => quoted(key), log);
  log.report(span, "missing", { what: what(), key });
  return undefined;
}

export function readOptional(fields: Fields, key: string, log: ProjectLog): StringValue | undefined {
  const field = fields.get(key);
  return field && readText(field.value, () => quoted(key), log);
}

export function readGlob({ text, span }: StringValue, log: ProjectLog): Glob | undefined {
  if (new RegExp(GLOB_PATTERN).test(text)) return createGlob(text);
  log.report(span, "bad-glob", { text });
  return undefined;
}

export function readGlobs(value: Value | undefined, log: ProjectLog): readonly Glob[] {
  return readList(value, () => quoted("files"), log).flatMap((item) => {
    const text = readText(item, entryOf("files"), log);
    if (text === undefined) return [];
    if (new RegExp(LISTED_GLOB_PATTERN).test(text.text)) return createGlob(text.text);
    log.report(text.span, "bad-glob", { text: text.text });
    return [];
  });
}

/** A day of the calendar: `2027-06-30`. */
export function readDate({ text, span }: StringValue, log: ProjectLog): string | undefined {
  if (isDate(text)) return text;
  log.report(span, "bad-date", { text });
  return undefined;
}

function isDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** Of the check that the value stands beside. */
export function readLevel(value: Value, check: string, log: ProjectLog): Level | undefined {
  const level = LEVELS.find((known) => value.kind === "string" && known === value.text);
  if (level !== undefined) return level;
  if (value.kind === "map" || value.kind === "list") {
    log.report(spotOf(value), "no-string", { what: quoted(check) });
  } else log.report(value.span, "unknown-level", { text: value.text, levels: nameList(LEVELS) });
  return undefined;
}
