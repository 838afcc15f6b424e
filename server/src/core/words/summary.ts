// Summaries of access in phrases: `3 write actions on app 1400100200 (Live prod), only from 10.0.0.0/8`.
import * as l10n from "@vscode/l10n";
import type { ConditionalDeny } from "../access/summary/accesses.js";
import { coversScope, type Scope } from "../access/summary/scope.js";
import type { AccessGroup, Summary } from "../access/summary/summarize.js";
import type { Application } from "../catalog/applications.js";
import type { Action, DialectCatalog } from "../catalog/catalog.js";
import { isPattern } from "../catalog/pattern.js";
import { describeConditions, describeException } from "./conditions.js";
import { fill } from "./fill.js";
import { describeReach } from "./item-actions.js";
import { enumerate, list } from "./lists.js";
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
  if (allowed.length === 0 && denied.length === 0) return l10n.t("Grants nothing");
  const groups = allowed.length > 0 ? allowed : denied;
  const counted = countActions(groups);
  const { read, write, unknown, patterns } = counted;
  const actions = counts(read, write, unknown, patterns);
  const said = fill(headlineFor(allowed.length > 0, counted), { actions });
  const conditions = commonWords(groups, naming);
  return conditions === null
    ? said
    : fill(l10n.t("{headline}, {conditions}"), { headline: said, conditions });
}

function headlineFor(isAllowed: boolean, { write, unknown, patterns }: ActionCounts): string {
  if (!isAllowed) return l10n.t("Denies: {actions}");
  return write + unknown + patterns === 0 ? l10n.t("Read only: {actions}") : l10n.t("Allows: {actions}");
}

/** Whether several groups share one condition: the headline says it then, and the groups need not. */
export function haveCommonCondition(groups: readonly AccessGroup[]): boolean {
  const keys = new Set(groups.map(({ condition }) => condition?.key));
  return groups.length > 1 && keys.size === 1 && !keys.has(undefined);
}

function commonWords(groups: readonly AccessGroup[], naming: Naming): string | null {
  if (haveCommonCondition(groups)) return conditionWords(groups[0], naming);
  return groups.every(({ condition }) => condition !== undefined) ? l10n.t("under conditions") : null;
}

/** What the actions of a group may do, on what, and when; `condition: "left-out"` where it is said elsewhere. */
export function describeGroup(
  group: AccessGroup,
  naming: Naming,
  { condition = "said" }: { readonly condition?: "said" | "left-out" } = {},
): string {
  const { on, exceptUnder, partlyDenied } = group;
  let words = accessWords(group, naming);
  const conditions = condition === "said" ? conditionWords(group, naming) : null;
  if (conditions !== null) words = fill(l10n.t("{access}, {conditions}"), { access: words, conditions });
  for (const deny of exceptUnder.slice(0, NAMED_EXCEPTIONS)) {
    const exception = exceptionWords(deny, on, naming);
    if (exception !== null) words = fill(l10n.t("{access}, {exception}"), { access: words, exception });
  }
  const more = exceptUnder.length - NAMED_EXCEPTIONS;
  if (more > 0) words = fill(moreExceptions(more), { access: words, count: more });
  return partlyDenied ? fill(l10n.t("{access} (some of it may be denied)"), { access: words }) : words;
}

function moreExceptions(count: number): string {
  return count === 1
    ? l10n.t("{access}, except under 1 more condition")
    : l10n.t("{access}, except under {count} more conditions");
}

/** `2 write actions on app 1400100200`; words about patterns end with a verb, and a comma in English. */
function accessWords(group: AccessGroup, naming: Naming): string {
  const { on, except } = group;
  const hasPatterns = group.unlisted.some(isPattern);
  const values = { actions: countGroup(group, naming), resources: describeScopes(on, naming) };
  if (except.length === 0) {
    return fill(
      hasPatterns ? l10n.t("{actions}, on {resources}") : l10n.t("{actions} on {resources}"),
      values,
    );
  }
  return fill(
    hasPatterns
      ? l10n.t("{actions}, on {resources} except {exceptions}")
      : l10n.t("{actions} on {resources} except {exceptions}"),
    { ...values, exceptions: describeScopes(except, naming) },
  );
}

function conditionWords(group: AccessGroup | undefined, { facts, style = PLAIN }: Naming): string | null {
  if (group?.condition === undefined) return null;
  return describeConditions(group.condition.statement, facts, style);
}

/** `except from 192.168.0.0/16`; the resources stand there where it is about some of them. */
function exceptionWords(
  { condition, on }: ConditionalDeny,
  of: readonly Scope[],
  naming: Naming,
): string | null {
  const { facts, style = PLAIN } = naming;
  const isAll = of.every((scope) => on.some((denied) => coversScope(denied, scope)));
  const where = isAll ? {} : { on: describeScopes(on, naming) };
  return describeException(condition.statement, facts, style, where);
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
  const parts = countParts(read, write, unknown);
  const patterns = group.unlisted.filter(isPattern).map(style.quoted);
  if (patterns.length === 0) return enumerate(parts);
  return enumerate([...parts, describeReach(patterns, NAMED_PATTERNS, parts.length > 0)]);
}

function describeScopes(scopes: readonly Scope[], { applications, style = PLAIN }: Naming): string {
  const words = scopes.map((scope) => describeScope(scope, applications, style));
  // The same application may be a resource of two services.
  return list([...new Set(words)], NAMED_SCOPES);
}

/** `12 read and 3 write actions`; zero parts are left out. */
export function counts(read: number, write: number, unknown: number, patterns = 0): string {
  const parts = countParts(read, write, unknown);
  if (patterns > 0) parts.push(fill(patternsReaching(patterns), { count: patterns }));
  return parts.length === 0 ? l10n.t("no actions") : enumerate(parts);
}

function patternsReaching(count: number): string {
  return count === 1
    ? l10n.t("1 pattern reaching actions that no list has")
    : l10n.t("{count} patterns reaching actions that no list has");
}

function countParts(read: number, write: number, unknown: number): string[] {
  return [
    ...(read + write > 0 ? [fill(knownActions(read, write), { read, write })] : []),
    ...(unknown > 0 ? [fill(unknownActions(unknown), { count: unknown })] : []),
  ];
}

function knownActions(read: number, write: number): string {
  if (write === 0) return read === 1 ? l10n.t("1 read action") : l10n.t("{read} read actions");
  if (read === 0) return write === 1 ? l10n.t("1 write action") : l10n.t("{write} write actions");
  return write === 1
    ? l10n.t("{read} read and 1 write action")
    : l10n.t("{read} read and {write} write actions");
}

function unknownActions(count: number): string {
  return count === 1 ? l10n.t("1 action of unknown access") : l10n.t("{count} actions of unknown access");
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
  return {
    ...(names.length > 0 && {
      unknown: fill(l10n.t("not known to read or to write in the catalog of {date}: {actions}"), {
        date,
        actions: list(names, most),
      }),
    }),
    ...(patterns.length > 0 && {
      rest: fill(incompleteFor(patterns.length), { date, patterns: list(patterns, most) }),
    }),
  };
}

function incompleteFor(patterns: number): string {
  return patterns === 1
    ? l10n.t("the catalog of {date} does not list everything that {patterns} reaches")
    : l10n.t("the catalog of {date} does not list everything that {patterns} reach");
}
