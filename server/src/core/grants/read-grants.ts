// Reads a grants file and never fails: what is broken is said at its place and left out, all else holds.
// The file is strict JSON; comments and trailing commas, of which nobody doubts what they mean, are warned about.
import * as l10n from "@vscode/l10n";
import type { Catalog } from "../catalog/catalog.js";
import type { Finding } from "../checks/check.js";
import { readFields, spotOf } from "../checks/reading/file-parts.js";
import { syntaxFindings } from "../checks/reading/file-syntax.js";
import { findingOf } from "../checks/running/run.js";
import type { Dialect } from "../policy/dialect.js";
import { nameList } from "../text/name-list.js";
import type { Problem } from "../text/problem.js";
import { quoted, type Words } from "../text/quoted.js";
import { readJson } from "../text/read-json.js";
import type { Value } from "../text/value.js";
import type { Grants, Holder } from "./grants.js";
import type { Levels } from "./grants-check.js";
import { grantsFile } from "./grants-file.js";
import { createGrantsLog, type GrantsLog } from "./grants-log.js";
import { byName, readHolders } from "./read-holders.js";

export const GRANTS_KEYS = ["$schema", "dialect", "groups", "users"];

export interface GrantsReading {
  readonly text: string;
  readonly grants: Grants;
  /** About the file itself; what is attached is asked of the checks. */
  readonly findings: (levels?: Levels) => readonly Finding[];
}

/** `known` is what was wrong before there was a text, such as bytes that are no characters. */
export function readGrants(text: string, catalog: Catalog, known: readonly Problem[] = []): GrantsReading {
  const { root, problems: found } = readJson(text);
  const problems = [...found, ...known].sort((a, b) => a.span.start - b.span.start);
  const log = createGrantsLog();
  const { dialect, ...read } = root === undefined ? NOBODY : readRoot(root, catalog, log);
  const told = dialect ?? dialectOfNames(read.holders, catalog);
  return {
    text,
    grants: { ...(root && { root }), problems, ...(told && { dialect: told }), ...read },
    findings: (levels = {}) => [
      ...syntaxFindings(grantsFile, problems, text, levels),
      ...log.reports.map((report) => findingOf(grantsFile, report, levels)),
    ],
  };
}

interface Read extends Pick<Grants, "groups" | "users" | "holders"> {
  readonly dialect?: Dialect;
}

const NOBODY: Read = { groups: byName([]), users: byName([]), holders: [] };

const FILE: Words = () => l10n.t("The grants file");

function readRoot(root: Value, { dialects }: Catalog, log: GrantsLog): Read {
  const fields = readFields(
    root,
    { what: FILE, place: () => l10n.t("the grants file"), keys: GRANTS_KEYS },
    log,
  );
  if (root.kind !== "map") return NOBODY;
  const written = fields.get("dialect")?.value;
  if (written === undefined) log.report(spotOf(root), "missing", { what: FILE(), key: "dialect" });
  const dialect = written && readDialect(written, dialects, log);
  const groups = readHolders(fields.get("groups")?.value, "group", log);
  const users = readHolders(fields.get("users")?.value, "user", log);
  const known = byName(groups);
  reportUnknownGroups(users, [...known.keys()], log);
  return {
    groups: known,
    users: byName(users),
    holders: inOrder([...groups, ...users]),
    ...(dialect && { dialect }),
  };
}

function readDialect(value: Value, dialects: readonly Dialect[], log: GrantsLog): Dialect | undefined {
  const dialect = dialects.find(({ id }) => value.kind === "string" && id === value.text);
  if (dialect !== undefined) return dialect;
  if (value.kind === "map" || value.kind === "list") {
    log.report(spotOf(value), "no-string", { what: quoted("dialect") });
  } else {
    const known = nameList(dialects.map(({ id }) => id));
    log.report(value.span, "unknown-dialect", { text: value.text, known });
  }
  return undefined;
}

function inOrder(holders: readonly Holder[]): readonly Holder[] {
  return [...holders].sort((one, other) => one.key.span.start - other.key.span.start);
}

function reportUnknownGroups(users: readonly Holder[], names: readonly string[], log: GrantsLog): void {
  const known = new Set(names);
  for (const { groups } of users) {
    for (const group of groups) if (!known.has(group.text)) log.unknown(group, "group", names);
  }
}

/** The dialect of which most of the names are presets. */
function dialectOfNames(holders: readonly Holder[], { dialects, of }: Catalog): Dialect | undefined {
  const names = holders.flatMap(({ policies }) => policies);
  let best: { readonly dialect: Dialect; readonly count: number } | undefined;
  for (const dialect of dialects) {
    const { presets } = of(dialect);
    const count = names.filter(({ text }) => presets.has(text)).length;
    if (count > (best?.count ?? 0)) best = { dialect, count };
  }
  return best?.dialect;
}
