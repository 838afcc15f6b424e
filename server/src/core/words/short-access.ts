// What statements let someone do, short enough to stand on one line with the text:
// `allow · 12 read, 3 write · 2 applications · only from 10.0.0.0/8`.
import * as l10n from "@vscode/l10n";
import { gapsOf } from "../access/summary/ineffective.js";
import { type AccessGroup, summarize, summarizeStatement } from "../access/summary/summarize.js";
import type { Application } from "../catalog/applications.js";
import type { Action, Catalog, DialectCatalog, ResolvedAction } from "../catalog/catalog.js";
import { minifiedLength } from "../policy/minified-length.js";
import type { Policy, Statement } from "../policy/model.js";
import { requiresInStatement } from "../policy/walk.js";
import { describeConditions } from "./conditions.js";
import { fill } from "./fill.js";
import { list } from "./lists.js";
import { countResources, describeResources } from "./resources.js";
import { shortSize } from "./size.js";
import { type ActionCounts, countActions } from "./summary.js";

export interface ShortNaming {
  readonly catalog: Catalog;
  readonly applications: readonly Application[];
}

/** The statement alone; the policy's other statements do not count. */
export function shortStatement(statement: Statement, policy: Policy, naming: ShortNaming): string {
  const { decision } = statement;
  if (decision === undefined) return l10n.t("effect not known");
  const effect = decision === "allow" ? l10n.t("allow") : l10n.t("deny");
  const facts = naming.catalog.of(policy.dialect);
  const { allowed, denied, tooLarge, incomplete } = summarizeStatement(statement, policy, naming.catalog);
  if (tooLarge) return joined([effect, tooMuch()]);
  const groups = decision === "allow" ? allowed : denied;
  if (groups.length === 0)
    return joined([effect, incomplete ? l10n.t("nothing that counts") : l10n.t("no effect")]);
  const { ineffective } = gapsOf(statement, policy, facts);
  return joined([
    effect,
    shortGroups(groups),
    saysWhere(statement, policy) ? shortResources(groups, facts, naming.applications) : undefined,
    shortConditions(statement, facts),
    incomplete || ineffective.length > 0 ? l10n.t("not all of it counts") : undefined,
  ]);
}

/** All statements together, and how much room is left. */
export function shortPolicy(policy: Policy, { catalog, applications }: ShortNaming): string {
  const { statements } = policy;
  const number = fill(countStatements(statements.length), { count: statements.length });
  const isHuge = minifiedLength(policy) > HUGE * policy.dialect.limits.policyLength;
  if (isHuge) return joined([number, tooMuch(), shortSize(policy)]);
  const { allowed, denied, tooLarge, incomplete } = summarize(policy, catalog);
  if (tooLarge) return joined([number, tooMuch(), shortSize(policy)]);
  const groups = allowed.length > 0 ? allowed : denied;
  if (groups.length === 0)
    return joined([
      number,
      incomplete ? l10n.t("nothing that counts") : l10n.t("grants nothing"),
      shortSize(policy),
    ]);
  const facts = catalog.of(policy.dialect);
  const counted = shortGroups(groups, denied.length > 0);
  return joined([
    number,
    allowed.length > 0
      ? fill(l10n.t("allows {actions}"), { actions: counted })
      : fill(l10n.t("denies {actions}"), { actions: counted }),
    statements.some((statement) => saysWhere(statement, policy))
      ? shortResources(groups, facts, applications)
      : undefined,
    commonConditions(groups, facts),
    incomplete ? l10n.t("not all of it counts") : undefined,
    shortSize(policy),
  ]);
}

/** Where everything is meant, the number of those that are listed would say too little. */
function shortGroups(groups: readonly AccessGroup[], isCutDown = false): string {
  const isAll = !isCutDown && groups.some(({ unlisted }) => unlisted.some((text) => EVERY_ACTION.test(text)));
  return isAll ? l10n.t("every action") : shortCounts(countActions(groups));
}

/** As in the unlisted part of a summary, in either form of actions. */
const EVERY_ACTION = /^\*(?::\*)+$/;

/** `12 read, 3 write, and more`, where more is what no list has. */
function shortCounts({ read, write, unknown, patterns }: ActionCounts): string {
  const parts = [
    ...(read > 0 ? [fill(l10n.t("{count} read"), { count: read })] : []),
    ...(write > 0 ? [fill(l10n.t("{count} write"), { count: write })] : []),
    ...(unknown > 0 ? [fill(l10n.t("{count} of unknown access"), { count: unknown })] : []),
  ];
  const counted = list(parts, parts.length);
  if (patterns === 0) return counted;
  return parts.length === 0
    ? l10n.t("actions that no list has")
    : fill(l10n.t("{actions}, and more"), { actions: counted });
}

/** What a pattern stands for: `12 read, 3 write`. Undefined for what is no pattern, and where nothing is reached. */
export function shortPattern({
  isPattern,
  reached,
  reachesUnlisted,
  reading,
}: ResolvedAction): string | undefined {
  if (!isPattern || reading.kind !== "action") return undefined;
  if (reading.service === "*" && /^[*:]+$/.test(reading.name)) return l10n.t("every action");
  const of = (...levels: readonly Action["access"][]) =>
    reached.filter(({ access }) => levels.includes(access)).length;
  const counted = { read: of("read", "list"), write: of("write"), unknown: of(undefined) };
  const words = shortCounts({ ...counted, patterns: reachesUnlisted ? 1 : 0 });
  return words === "" ? undefined : words;
}

/** So many times the size limit are not summed up: nobody asked for it, and it would take long after every change. */
const HUGE = 10;

/** Beyond, the counts would be pushed out of sight. */
const ROOM = 60;

/** Where resources do not count and are not written, "everything" would be no news. */
function saysWhere({ resource }: Statement, { dialect }: Policy): boolean {
  return resource !== undefined || requiresInStatement(dialect, "resource");
}

function shortResources(
  groups: readonly AccessGroup[],
  facts: DialectCatalog,
  applications: readonly Application[],
): string {
  const texts = new Set<string>();
  for (const { on } of groups) {
    for (const scope of on) texts.add(scope.kind === "everything" ? facts.dialect.anyResource : scope.text);
  }
  const words = describeResources([...texts], facts, applications);
  return words.length <= ROOM ? words : countResources(texts.size);
}

function shortConditions(statement: Statement, facts: DialectCatalog): string | undefined {
  const words = describeConditions(statement, facts);
  if (words === null) return undefined;
  return words.length <= ROOM ? words : l10n.t("under conditions");
}

function commonConditions(groups: readonly AccessGroup[], facts: DialectCatalog): string | undefined {
  const [first] = groups;
  if (first?.condition === undefined) return undefined;
  const keys = new Set(groups.map(({ condition }) => condition?.key));
  if (keys.has(undefined)) return undefined;
  return keys.size === 1 ? shortConditions(first.condition.statement, facts) : l10n.t("under conditions");
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(" · ");
}

function tooMuch(): string {
  return l10n.t("too large to say what it grants");
}

function countStatements(count: number): string {
  return count === 1 ? l10n.t("1 statement") : l10n.t("{count} statements");
}
