// Summaries of access in phrases: `3 write actions on app 1400100200 (Live prod), only from 10.0.0.0/8`.
import type { ConditionalDeny } from "../access/summary/accesses.js";
import { coversScope, type Scope } from "../access/summary/scope.js";
import type { AccessGroup, Summary } from "../access/summary/summarize.js";
import type { Application } from "../catalog/applications.js";
import type { Action, DialectCatalog } from "../catalog/catalog.js";
import { isPattern } from "../catalog/pattern.js";
import { describeConditions, describeException } from "./conditions.js";
import { enumerate, list, plural } from "./lists.js";
import { describeScope } from "./resources.js";
import { PLAIN, type Style } from "./style.js";

export interface Naming {
  readonly facts: DialectCatalog;
  readonly applications: readonly Application[];
  /** Plain text unless given. */
  readonly style?: Style;
}

/** Names that are spelled out before the rest is counted. */
const NAMED_PATTERNS = 5;
const NAMED_SCOPES = 6;
const NAMED_EXCEPTIONS = 3;

/** `Read only: 12 read actions`, `Allows: 12 read and 3 write actions`, `Denies: 2 write actions`. */
export function headline(summary: Summary, naming: Naming): string {
  const { allowed, denied } = summary;
  if (allowed.length > 0) {
    const { read, write, unknown, patterns } = countActions(allowed);
    const readOnly = write + unknown + patterns === 0;
    const words = counts(read, write, unknown, patterns);
    return `${readOnly ? "Read only" : "Allows"}: ${words}${commonWords(allowed, naming)}`;
  }
  if (denied.length === 0) return "Grants nothing";
  const { read, write, unknown, patterns } = countActions(denied);
  return `Denies: ${counts(read, write, unknown, patterns)}${commonWords(denied, naming)}`;
}

/** Whether several groups share one condition: the headline says it then, and the groups need not. */
export function haveCommonCondition(groups: readonly AccessGroup[]): boolean {
  const keys = new Set(groups.map(({ condition }) => condition?.key));
  return groups.length > 1 && keys.size === 1 && !keys.has(undefined);
}

function commonWords(groups: readonly AccessGroup[], naming: Naming): string {
  if (haveCommonCondition(groups)) return conditionWords(groups[0], naming);
  return groups.every(({ condition }) => condition !== undefined) ? ", under conditions" : "";
}

/** What the actions of a group may do, on what, and when; `condition: "left-out"` where it is said elsewhere. */
export function describeGroup(
  group: AccessGroup,
  naming: Naming,
  { condition = "said" }: { readonly condition?: "said" | "left-out" } = {},
): string {
  const { on, except, exceptUnder, partlyDenied } = group;
  const words = [`${countGroup(group, naming)} on ${describeScopes(on, naming)}`];
  if (except.length > 0) words.push(` except ${describeScopes(except, naming)}`);
  if (condition === "said") words.push(conditionWords(group, naming));
  for (const deny of exceptUnder.slice(0, NAMED_EXCEPTIONS)) words.push(exceptionWords(deny, on, naming));
  const more = exceptUnder.length - NAMED_EXCEPTIONS;
  if (more > 0) words.push(`, except under ${more} more ${plural(more, "condition")}`);
  if (partlyDenied) words.push(" (some of it may be denied)");
  return words.join("");
}

function conditionWords(group: AccessGroup | undefined, { facts, style = PLAIN }: Naming): string {
  if (group?.condition === undefined) return "";
  const words = describeConditions(group.condition.statement, facts, style);
  return words === null ? "" : `, ${words}`;
}

/** `, except from 192.168.0.0/16`; the resources stand there where it is about some of them. */
function exceptionWords({ condition, on }: ConditionalDeny, of: readonly Scope[], naming: Naming): string {
  const { facts, style = PLAIN } = naming;
  const isAll = of.every((scope) => on.some((denied) => coversScope(denied, scope)));
  const where = isAll ? {} : { on: describeScopes(on, naming) };
  const words = describeException(condition.statement, facts, style, where);
  return words === null ? "" : `, ${words}`;
}

export interface ActionCounts {
  readonly read: number;
  readonly write: number;
  /** Single actions without a known access level. */
  readonly unknown: number;
  /** Patterns that reach actions that no list has. */
  readonly patterns: number;
}

/** An action counts once, on however many resources it stands. */
export function countActions(groups: readonly AccessGroup[]): ActionCounts {
  const distinct = (actions: readonly Action[]) => new Set(actions.map(({ fullName }) => fullName)).size;
  const unlisted = [...new Set(groups.flatMap((group) => group.unlisted))];
  const patterns = unlisted.filter(isPattern).length;
  return {
    read: distinct(groups.flatMap((group) => group.read)),
    write: distinct(groups.flatMap((group) => group.write)),
    unknown: unlisted.length - patterns,
    patterns,
  };
}

/** Here there is room to name the patterns. */
function countGroup(group: AccessGroup, { style = PLAIN }: Naming): string {
  const { read, write, unknown } = countActions([group]);
  const patterns = group.unlisted.filter(isPattern).map(style.quoted);
  const parts = countParts(read, write, unknown);
  if (patterns.length === 0) return enumerate(parts);
  const more = `${list(patterns, NAMED_PATTERNS)} ${patterns.length === 1 ? "reaches" : "reach"}`;
  return `${enumerate([...parts, parts.length === 0 ? `whatever ${more}` : `whatever else ${more}`])},`;
}

function describeScopes(scopes: readonly Scope[], { applications, style = PLAIN }: Naming): string {
  const words = scopes.map((scope) => describeScope(scope, applications, style));
  // The same application may be a resource of two services.
  return list([...new Set(words)], NAMED_SCOPES);
}

/** `12 read and 3 write actions`; zero parts are left out. */
export function counts(read: number, write: number, unknown: number, patterns = 0): string {
  const parts = countParts(read, write, unknown);
  if (patterns > 0)
    parts.push(`${patterns} ${plural(patterns, "pattern")} reaching actions that no list has`);
  return parts.length === 0 ? "no actions" : enumerate(parts);
}

function countParts(read: number, write: number, unknown: number): string[] {
  const known = [...(read > 0 ? [`${read} read`] : []), ...(write > 0 ? [`${write} write`] : [])];
  return [
    ...(known.length > 0 ? [`${known.join(" and ")} ${plural(write || read, "action")}`] : []),
    ...(unknown > 0 ? [`${unknown} ${plural(unknown, "action")} of unknown access`] : []),
  ];
}

/** What the catalog does not know of all that is allowed or denied; each absent where there is nothing to say. */
export function describeUnlisted(
  { allowed, denied }: Summary,
  date: string,
  most: number,
  style: Style = PLAIN,
): { readonly unknown?: string; readonly rest?: string } {
  const unlisted = [...new Set([...allowed, ...denied].flatMap((group) => group.unlisted))];
  const names = unlisted.filter((text) => !isPattern(text)).map(style.quoted);
  const patterns = unlisted.filter(isPattern).map(style.quoted);
  const reach = patterns.length === 1 ? "reaches" : "reach";
  return {
    ...(names.length > 0 && {
      unknown: `not known to read or to write in the catalog of ${date}: ${list(names, most)}`,
    }),
    ...(patterns.length > 0 && {
      rest: `the catalog of ${date} does not list everything that ${list(patterns, most)} ${reach}`,
    }),
  };
}
