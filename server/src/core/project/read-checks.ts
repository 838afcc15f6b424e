// What a project file says of checks: their levels, and what is suppressed.
import * as l10n from "@vscode/l10n";
import type { CheckInfo } from "../checks/check.js";
import { entryOf, readEntries, readFields, spotOf } from "../checks/reading/file-parts.js";
import { quoted } from "../text/quoted.js";
import { type Span, spanOf } from "../text/span.js";
import type { StringValue, Value } from "../text/value.js";
import { allChecks, changeChecks, projectChecks } from "./all-checks.js";
import type { Level, Levels, Override, Suppression } from "./project.js";
import type { ProjectLog } from "./project-log.js";
import {
  readDate,
  readGlob,
  readGlobs,
  readLevel,
  readList,
  readNeeded,
  readOptional,
} from "./read-parts.js";

const OVERRIDE_KEYS = ["files", "checks"];
const SUPPRESSION_KEYS = ["check", "file", "at", "reason", "expires"];

interface PlacedLevel {
  readonly key: StringValue;
  readonly level: Level;
}

export function readLevels(value: Value | undefined, log: ProjectLog): Levels {
  return levelsOf(readPlacedLevels(value, log));
}

function levelsOf(placed: ReadonlyMap<string, PlacedLevel>): Levels {
  return Object.fromEntries([...placed].map(([id, { level }]) => [id, level]));
}

function readPlacedLevels(value: Value | undefined, log: ProjectLog): Map<string, PlacedLevel> {
  const levels = new Map<string, PlacedLevel>();
  for (const { key, value: given } of readEntries(value, () => quoted("checks"), log).values()) {
    const id = readCheckId(key, log);
    const level = readLevel(given, key.text, log);
    if (id !== undefined && level !== undefined) levels.set(id, { key, level });
  }
  return levels;
}

/** The id of today where a check had another one before. */
function readCheckId(written: StringValue, log: ProjectLog): string | undefined {
  const { text } = written;
  const check = allChecks.find(({ id, aliases = [] }) => id === text || aliases.includes(text));
  if (check !== undefined) return check.id;
  log.unknown(
    written,
    "check",
    allChecks.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
  );
  return undefined;
}

export function readOverrides(value: Value | undefined, log: ProjectLog): readonly Override[] {
  const levels = new Map<string, Map<string, PlacedLevel>>();
  return readList(value, () => quoted("overrides"), log).flatMap((item) => {
    const fields = readFields(
      item,
      { what: entryOf("overrides"), place: () => l10n.t("an override"), keys: OVERRIDE_KEYS },
      log,
    );
    if (item.kind !== "map") return [];
    for (const key of OVERRIDE_KEYS) {
      if (!fields.has(key)) log.report(spotOf(item), "missing", { what: l10n.t("This override"), key });
    }
    const files = readGlobs(fields.get("files")?.value, log);
    const placed = readPlacedLevels(fields.get("checks")?.value, log);
    const name = JSON.stringify(files.map(({ text }) => text).sort());
    const before = levels.get(name) ?? new Map<string, PlacedLevel>();
    levels.set(name, new Map([...before, ...placed]));
    for (const [check, { key, level }] of placed) reportContradiction(check, key, level, before, log);
    return [{ files, checks: levelsOf(placed) }];
  });
}

function reportContradiction(
  check: string,
  { span }: StringValue,
  level: Level,
  before: ReadonlyMap<string, PlacedLevel>,
  log: ProjectLog,
): void {
  const other = before.get(check);
  if (other === undefined || other.level === level) return;
  log.report(span, "contradiction", { check, level: other.level }, { above: other.key.span });
}

export function readSuppressions(value: Value | undefined, log: ProjectLog): readonly Suppression[] {
  return readList(value, () => quoted("suppressions"), log).flatMap((item) => {
    const found = readSuppression(item, log);
    return found === undefined ? [] : [found];
  });
}

function readSuppression(item: Value, log: ProjectLog): Suppression | undefined {
  const fields = readFields(
    item,
    { what: entryOf("suppressions"), place: () => l10n.t("a suppression"), keys: SUPPRESSION_KEYS },
    log,
  );
  if (item.kind !== "map") return undefined;
  const owner = { what: () => l10n.t("This suppression"), span: spotOf(item) };
  const written = readNeeded(fields, "check", owner, log);
  const check = written && readSuppressed(written, log);
  const path = readNeeded(fields, "file", owner, log);
  const file = path && readGlob(path, log);
  const reason = readNeeded(fields, "reason", owner, log);
  const at = readOptional(fields, "at", log);
  const expires = readOptional(fields, "expires", log);
  const date = expires && readDate(expires, log);
  // Without a part that was meant to limit it, it would silence more than was said.
  const isWhole = fields.has("at") === (at !== undefined) && fields.has("expires") === (date !== undefined);
  if (!written || check === undefined || file === undefined || reason === undefined || !isWhole) {
    return undefined;
  }
  const spans: { check: Span; whole: Span; expires?: Span } = {
    check: written.span,
    whole: spanOf(item.span.start, item.span.end),
    ...(expires && { expires: expires.span }),
  };
  return {
    check,
    file,
    reason: reason.text,
    ...(at && { at: at.text }),
    ...(date !== undefined && { expires: date }),
    spans,
  };
}

function readSuppressed(written: StringValue, log: ProjectLog): string | undefined {
  const id = readCheckId(written, log);
  const isOf = (some: readonly CheckInfo[]) => some.some((check) => check.id === id);
  const isOfChange = isOf(changeChecks);
  if (!isOfChange && !isOf(projectChecks)) return id;
  const message = isOfChange ? "no-suppression-of-change" : "no-suppression";
  log.report(written.span, message, { check: written.text });
  return undefined;
}
