// What do these statements let someone do? Actions, on which resources, after what is denied.
// Exact for everything but conditions, which are named and not looked into.
import type { Action, Catalog, DialectCatalog } from "../catalog/catalog.js";
import { coversPattern, patternsMeet } from "../catalog/pattern.js";
import type { Policy, Statement } from "../policy/model.js";
import { type Atom, atomKey, type Reach, reachOf } from "./reach.js";
import { keyOf, type Scope, scopesMeet, subtractScopes, widest } from "./scope.js";

export interface Summary {
  /** What is allowed and not denied. For a single deny statement: nothing. */
  readonly allowed: readonly AccessGroup[];
  /** What denies take away from what is allowed; for a single deny statement, all that it names. */
  readonly denied: readonly AccessGroup[];
  /** There is more than can be looked through; what is given then is empty. */
  readonly tooLarge: boolean;
  /** Something could not be understood and is left out: an unknown effect, a malformed action or resource. */
  readonly incomplete: boolean;
}

/** Actions of one service that share their scopes. */
export interface AccessGroup {
  /** `*` for actions of every service. */
  readonly service: string;
  /** Absent for services without a catalog. */
  readonly product?: string;
  readonly read: readonly Action[];
  readonly write: readonly Action[];
  /** Patterns and names that reach actions without a known access level, as `service:name`. */
  readonly unlisted: readonly string[];
  /** None of them lies within another. */
  readonly on: readonly Scope[];
  /** Parts of `on` that are denied. */
  readonly except: readonly Scope[];
  /** Only under conditions. */
  readonly conditional: boolean;
  /** Some of it is denied under conditions, or by a pattern whose actions no list has. */
  readonly partlyDenied: boolean;
}

export function summarize(policy: Policy, catalog: Catalog): Summary {
  return summarizeStatements(policy.statements, policy, catalog);
}

/** The statement alone; the policy's other statements do not count. */
export function summarizeStatement(statement: Statement, policy: Policy, catalog: Catalog): Summary {
  if (statement.decision !== "deny") return summarizeStatements([statement], policy, catalog);
  const facts = catalog.of(policy.dialect);
  const { reaches, incomplete } = reachOf(statement, policy, facts);
  return {
    allowed: [],
    denied: groups(
      reaches.flatMap((reach) => toAccesses([reach], [])),
      facts,
    ),
    tooLarge: false,
    incomplete,
  };
}

/**
 * Pairs of an action and a resource that are compared at most. A policy at the size limit of either cloud
 * stays far below; beyond, the answer would take seconds.
 */
const BUDGET = 50_000;

function summarizeStatements(statements: readonly Statement[], policy: Policy, catalog: Catalog): Summary {
  const facts = catalog.of(policy.dialect);
  const allow = new Map<string, Reach[]>();
  const denies: Reach[] = [];
  let incomplete = false;
  let pairs = 0;
  for (const statement of statements) {
    const reach = reachOf(statement, policy, facts);
    if (statement.decision === undefined || reach.incomplete) incomplete = true;
    pairs += reach.reaches.reduce((sum, { scopes }) => sum + scopes.length, 0);
    if (pairs > BUDGET) return { allowed: [], denied: [], tooLarge: true, incomplete };
    if (statement.decision === "deny") denies.push(...reach.reaches);
    if (statement.decision !== "allow") continue;
    for (const one of reach.reaches) {
      const key = atomKey(one.atom);
      const known = allow.get(key);
      if (known === undefined) allow.set(key, [one]);
      else known.push(one);
    }
  }
  const byKey = groupBy(denies, ({ atom }) => atomKey(atom));
  const openDenies = denies.filter(({ atom }) => atom.kind === "unlisted");
  const accesses: Access[] = [];
  const takenAway: Access[] = [];
  for (const reaches of allow.values()) {
    const candidates = deniesOf(reaches, byKey, openDenies);
    accesses.push(...toAccesses(reaches, candidates));
    const met = candidates.filter((deny) => meets(deny, reaches));
    const atom = atomOf(reaches);
    if (atom !== undefined)
      takenAway.push(
        ...toAccesses(
          met.map((deny) => ({ ...deny, atom })),
          [],
        ),
      );
  }
  return { allowed: groups(accesses, facts), denied: groups(takenAway, facts), tooLarge: false, incomplete };
}

interface Access {
  readonly atom: Atom;
  readonly on: readonly Scope[];
  readonly except: readonly Scope[];
  readonly conditional: boolean;
  readonly partlyDenied: boolean;
}

/** One atom: its allowed scopes less those that are denied, with and without conditions apart. */
function toAccesses(reaches: readonly Reach[], denies: readonly Reach[]): readonly Access[] {
  const certain = denies.filter(({ conditional, atom }) => !conditional && coversAtom(atom, reaches));
  const removed = certain.flatMap(({ scopes }) => scopes);
  const under = (conditional: boolean) =>
    reaches.filter((reach) => reach.conditional === conditional).flatMap(({ scopes }) => scopes);
  const always = subtractScopes(widest(under(false)), removed);
  const sometimes = subtractScopes(widest(under(true)), [...removed, ...always]);
  const partlyDenied = denies.some((deny) => !certain.includes(deny) && meets(deny, reaches));
  const atom = atomOf(reaches);
  if (atom === undefined) return [];
  return [
    { on: always, conditional: false },
    { on: sometimes, conditional: true },
  ]
    .filter(({ on }) => on.length > 0)
    .map(({ on, conditional }) => ({
      atom,
      on,
      except: widest(removed.filter((scope) => on.some((other) => scopesMeet(scope, other)))),
      conditional,
      partlyDenied,
    }));
}

function atomOf(reaches: readonly Reach[]): Atom | undefined {
  return reaches[0]?.atom;
}

/** Denies of the same action, and denies by pattern or unknown name that reach unlisted actions. */
function deniesOf(
  reaches: readonly Reach[],
  byKey: ReadonlyMap<string, readonly Reach[]>,
  open: readonly Reach[],
): readonly Reach[] {
  const atom = atomOf(reaches);
  if (atom === undefined) return [];
  if (atom.kind === "listed") return byKey.get(atomKey(atom)) ?? [];
  return open.filter((deny) => deny.atom.kind === "unlisted" && meetsUnlisted(deny.atom, atom));
}

type UnlistedAtom = Extract<Atom, { kind: "unlisted" }>;

function meetsUnlisted(one: UnlistedAtom, other: UnlistedAtom): boolean {
  return patternsMeet(one.service, other.service) && patternsMeet(one.name, other.name);
}

/** Whether a deny takes the whole atom away, not only some of the actions behind a pattern. */
function coversAtom(deny: Atom, reaches: readonly Reach[]): boolean {
  const atom = atomOf(reaches);
  if (deny.kind === "listed" || atom?.kind !== "unlisted") return true;
  return coversPattern(deny.service, atom.service) && coversPattern(deny.name, atom.name);
}

function meets(deny: Reach, reaches: readonly Reach[]): boolean {
  const scopes = reaches.flatMap((reach) => reach.scopes);
  return deny.scopes.some((scope) => scopes.some((other) => scopesMeet(scope, other)));
}

/** Accesses with the same service, scopes and conditions become one group; services in order of their codes. */
function groups(accesses: readonly Access[], facts: DialectCatalog): readonly AccessGroup[] {
  const byKey = groupBy(accesses, groupKey);
  const result = [...byKey.values()].map((members) => toGroup(members, facts));
  return result.sort((a, b) => a.service.localeCompare(b.service) || b.write.length - a.write.length);
}

function groupKey({ atom, on, except, conditional, partlyDenied }: Access): string {
  return JSON.stringify([serviceOf(atom), on.map(keyOf), except.map(keyOf), conditional, partlyDenied]);
}

function toGroup(members: readonly Access[], facts: DialectCatalog): AccessGroup {
  const first = members[0];
  const service = first === undefined ? "*" : serviceOf(first.atom);
  const listed = members.flatMap(({ atom }) => (atom.kind === "listed" ? [atom.action] : []));
  const product = facts.service(service)?.product;
  return {
    service,
    ...(product !== undefined && { product }),
    read: listed.filter(({ access }) => access === "read" || access === "list"),
    write: listed.filter(({ access }) => access === "write"),
    unlisted: [
      ...listed.filter(({ access }) => access === undefined).map(({ fullName }) => fullName),
      ...members.flatMap(({ atom }) => (atom.kind === "unlisted" ? [`${atom.service}:${atom.name}`] : [])),
    ],
    on: first?.on ?? [],
    except: first?.except ?? [],
    conditional: first?.conditional ?? false,
    partlyDenied: first?.partlyDenied ?? false,
  };
}

function serviceOf(atom: Atom): string {
  return atom.kind === "listed" ? atom.action.service : atom.service.toLowerCase();
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = grouped.get(key);
    if (known === undefined) grouped.set(key, [item]);
    else known.push(item);
  }
  return grouped;
}
