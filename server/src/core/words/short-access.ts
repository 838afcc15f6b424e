// What statements let someone do, short enough to stand on one line with the text:
// `allow · 12 read, 3 write · 2 applications · only from 10.0.0.0/8`.
import { gapsOf } from "../access/summary/ineffective.js";
import { type AccessGroup, summarize, summarizeStatement } from "../access/summary/summarize.js";
import type { Application } from "../catalog/applications.js";
import type { Action, Catalog, DialectCatalog, ResolvedAction } from "../catalog/catalog.js";
import { minifiedLength } from "../policy/minified-length.js";
import type { Policy, Statement } from "../policy/model.js";
import { requiresInStatement } from "../policy/walk.js";
import { describeConditions } from "./conditions.js";
import { describeResources } from "./resources.js";
import { shortSize } from "./size.js";
import { type ActionCounts, countActions } from "./summary.js";

export interface ShortNaming {
  readonly catalog: Catalog;
  readonly applications: readonly Application[];
}

/** The statement alone; the policy's other statements do not count. */
export function shortStatement(statement: Statement, policy: Policy, naming: ShortNaming): string {
  const { decision } = statement;
  if (decision === undefined) return WORDS.noEffectKnown;
  const facts = naming.catalog.of(policy.dialect);
  const { allowed, denied, tooLarge, incomplete } = summarizeStatement(statement, policy, naming.catalog);
  if (tooLarge) return joined([decision, WORDS.tooLarge]);
  const groups = decision === "allow" ? allowed : denied;
  if (groups.length === 0) return joined([decision, incomplete ? WORDS.unfinished : WORDS.nothing]);
  const { ineffective } = gapsOf(statement, policy, facts);
  return joined([
    decision,
    shortGroups(groups),
    saysWhere(statement, policy) ? shortResources(groups, facts, naming.applications) : undefined,
    shortConditions(statement, facts),
    incomplete || ineffective.length > 0 ? WORDS.inPart : undefined,
  ]);
}

/** All statements together, and how much room is left. */
export function shortPolicy(policy: Policy, { catalog, applications }: ShortNaming): string {
  const { statements } = policy;
  const number = WORDS.statements(statements.length);
  const isHuge = minifiedLength(policy) > HUGE * policy.dialect.limits.policyLength;
  if (isHuge) return joined([number, WORDS.tooLarge, shortSize(policy)]);
  const { allowed, denied, tooLarge, incomplete } = summarize(policy, catalog);
  if (tooLarge) return joined([number, WORDS.tooLarge, shortSize(policy)]);
  const groups = allowed.length > 0 ? allowed : denied;
  if (groups.length === 0)
    return joined([number, incomplete ? WORDS.unfinished : WORDS.grantsNothing, shortSize(policy)]);
  const facts = catalog.of(policy.dialect);
  const counted = shortGroups(groups, denied.length > 0);
  return joined([
    number,
    allowed.length > 0 ? WORDS.allows(counted) : WORDS.denies(counted),
    statements.some((statement) => saysWhere(statement, policy))
      ? shortResources(groups, facts, applications)
      : undefined,
    commonConditions(groups, facts),
    incomplete ? WORDS.inPart : undefined,
    shortSize(policy),
  ]);
}

/** Where everything is meant, the number of those that are listed would say too little. */
function shortGroups(groups: readonly AccessGroup[], isCutDown = false): string {
  const isAll = !isCutDown && groups.some(({ unlisted }) => unlisted.some((text) => EVERY_ACTION.test(text)));
  return isAll ? WORDS.everyAction : shortCounts(countActions(groups));
}

/** As in the unlisted part of a summary, in either form of actions. */
const EVERY_ACTION = /^\*(?::\*)+$/;

/** `12 read, 3 write, and more`, where more is what no list has. */
export function shortCounts({ read, write, unknown, patterns }: ActionCounts): string {
  const parts = [
    ...(read > 0 ? [WORDS.read(read)] : []),
    ...(write > 0 ? [WORDS.write(write)] : []),
    ...(unknown > 0 ? [WORDS.unknown(unknown)] : []),
  ];
  if (patterns === 0) return parts.join(", ");
  return parts.length === 0 ? WORDS.unlisted : WORDS.andMore(parts.join(", "));
}

/** What a pattern stands for: `12 read, 3 write`. Undefined for what is no pattern, and where nothing is reached. */
export function shortPattern({
  isPattern,
  reached,
  reachesUnlisted,
  reading,
}: ResolvedAction): string | undefined {
  if (!isPattern || reading.kind !== "action") return undefined;
  if (reading.service === "*" && /^[*:]+$/.test(reading.name)) return WORDS.everyAction;
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
  return words.length <= ROOM ? words : WORDS.resources(texts.size);
}

function shortConditions(statement: Statement, facts: DialectCatalog): string | undefined {
  const words = describeConditions(statement, facts);
  if (words === null) return undefined;
  return words.length <= ROOM ? words : WORDS.underConditions;
}

function commonConditions(groups: readonly AccessGroup[], facts: DialectCatalog): string | undefined {
  const [first] = groups;
  if (first?.condition === undefined) return undefined;
  const keys = new Set(groups.map(({ condition }) => condition?.key));
  if (keys.has(undefined)) return undefined;
  return keys.size === 1 ? shortConditions(first.condition.statement, facts) : WORDS.underConditions;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(" · ");
}

const WORDS = {
  noEffectKnown: "effect not known",
  tooLarge: "too large to say what it grants",
  unfinished: "nothing that counts",
  nothing: "no effect",
  grantsNothing: "grants nothing",
  inPart: "not all of it counts",
  everyAction: "every action",
  unlisted: "actions that no list has",
  underConditions: "under conditions",
  statements: (count: number) => (count === 1 ? "1 statement" : `${count} statements`),
  resources: (count: number) => (count === 1 ? "1 resource" : `${count} resources`),
  allows: (counted: string) => `allows ${counted}`,
  denies: (counted: string) => `denies ${counted}`,
  read: (count: number) => `${count} read`,
  write: (count: number) => `${count} write`,
  unknown: (count: number) => `${count} of unknown access`,
  andMore: (counted: string) => `${counted}, and more`,
} as const;
