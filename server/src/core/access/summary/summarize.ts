// What do these statements let someone do? Actions, on which resources, under which conditions, after what is
// denied. Exact but for conditions that differ: those are named beside each other and not compared.
import type { Action, Catalog, DialectCatalog } from "../../catalog/catalog.js";
import { patternsMeet } from "../../catalog/pattern.js";
import type { Policy, Statement } from "../../policy/model.js";
import { testsKeyOf } from "../compiled.js";
import { type Access, type ConditionalDeny, createJudge, type GroupCondition, groupBy } from "./accesses.js";
import { type Atom, atomKey, type Reach, reachOf, serviceOf } from "./reach.js";
import type { Scope } from "./scope.js";

export type { ConditionalDeny, GroupCondition } from "./accesses.js";

export interface Summary {
  /** What is allowed and not denied. For a single deny statement: nothing. */
  readonly allowed: readonly AccessGroup[];
  /**
   * What denies take away from what is allowed, but for the exceptions under conditions that the groups of `allowed`
   * name themselves; for a single deny statement, all that it names.
   */
  readonly denied: readonly AccessGroup[];
  /** There is more than can be looked through; what is given then is empty. */
  readonly tooLarge: boolean;
  /** Something could not be understood and is left out: an unknown effect, a malformed action or resource. */
  readonly incomplete: boolean;
  /** Nobody knows when their conditions hold, and they do not count; never the statement that is summarized alone. */
  readonly unread: readonly Statement[];
}

/** Actions of one service that share their scopes and conditions. */
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
  /** The condition under which all of this counts; absent where it always does. */
  readonly condition?: GroupCondition;
  /** Parts of `on` that are denied under other conditions. */
  readonly exceptUnder: readonly ConditionalDeny[];
  /** Some of it is denied by a pattern whose actions no list has. */
  readonly partlyDenied: boolean;
}

export function summarize(policy: Policy, catalog: Catalog): Summary {
  const facts = catalog.of(policy.dialect);
  const isRead = (statement: Statement) =>
    statement.condition === undefined || testsKeyOf(statement, facts) !== undefined;
  const unread = policy.statements.filter((statement) => !isRead(statement));
  if (unread.length === 0) return summarizeStatements(policy.statements, policy, catalog);
  const summary = summarizeStatements(policy.statements.filter(isRead), policy, catalog);
  return { ...summary, incomplete: true, unread };
}

/** The statement alone; the policy's other statements do not count. */
export function summarizeStatement(statement: Statement, policy: Policy, catalog: Catalog): Summary {
  if (statement.decision !== "deny") return summarizeStatements([statement], policy, catalog);
  const facts = catalog.of(policy.dialect);
  const { reaches, incomplete } = reachOf(statement, policy, facts);
  const judge = createJudge();
  const denied = reaches.flatMap((reach) => of(reach.atom, judge([reach], []).left));
  return { allowed: [], denied: groups(denied, facts), tooLarge: false, incomplete, unread: [] };
}

/**
 * Pairs of an action and a resource that are compared at most. A policy at the size limit of either cloud
 * stays far below; beyond, the answer would take seconds.
 */
const BUDGET = 50_000;

function summarizeStatements(statements: readonly Statement[], policy: Policy, catalog: Catalog): Summary {
  const facts = catalog.of(policy.dialect);
  const allows: Reach[] = [];
  const denies: Reach[] = [];
  let incomplete = false;
  let pairs = 0;
  for (const statement of statements) {
    const { decision, notAction } = statement;
    const reach = reachOf(statement, policy, facts);
    if (decision === undefined || reach.incomplete) incomplete = true;
    pairs += reach.reaches.reduce((sum, { share }) => sum + share.scopes.length, 0);
    if (pairs > BUDGET) return { allowed: [], denied: [], tooLarge: true, incomplete, unread: [] };
    // Nobody knows what a statement allows that says which actions it does not mean.
    if (notAction !== undefined) continue;
    if (decision === "deny") denies.push(...reach.reaches);
    if (decision === "allow") allows.push(...reach.reaches);
  }
  const denied = groupBy(denies, ({ atom }) => atomKey(atom));
  const openDenies = denies.filter(({ atom }) => atom.kind === "unlisted");
  const judge = createJudge();
  const left: AtomAccess[] = [];
  const takenAway: AtomAccess[] = [];
  for (const reaches of groupBy(allows, ({ atom }) => atomKey(atom)).values()) {
    const atom = reaches[0]?.atom;
    if (atom === undefined) continue;
    const judged = judge(reaches, deniesOf(atom, denied, openDenies));
    left.push(...of(atom, judged.left));
    takenAway.push(...of(atom, judged.taken));
  }
  return {
    allowed: groups(left, facts),
    denied: groups(takenAway, facts),
    tooLarge: false,
    incomplete,
    unread: [],
  };
}

interface AtomAccess {
  readonly atom: Atom;
  readonly access: Access;
}

function of(atom: Atom, accesses: readonly Access[]): readonly AtomAccess[] {
  return accesses.map((access) => ({ atom, access }));
}

/** Denies of the same action, and denies by pattern or unknown name that reach unlisted actions. */
function deniesOf(
  atom: Atom,
  denied: ReadonlyMap<string, readonly Reach[]>,
  open: readonly Reach[],
): readonly Reach[] {
  if (atom.kind === "listed") return denied.get(atomKey(atom)) ?? [];
  return open.filter((deny) => deny.atom.kind === "unlisted" && meetsUnlisted(deny.atom, atom));
}

type UnlistedAtom = Extract<Atom, { kind: "unlisted" }>;

function meetsUnlisted(one: UnlistedAtom, other: UnlistedAtom): boolean {
  return patternsMeet(one.service, other.service) && patternsMeet(one.name, other.name);
}

/** Accesses of the same service that say the same become one group; services in order of their codes. */
function groups(accesses: readonly AtomAccess[], facts: DialectCatalog): readonly AccessGroup[] {
  // Keys are long, and most accesses are the same object: each is looked at once.
  const numbers = new Map<string, number>();
  const known = new Map<Access, number>();
  const numberOf = (access: Access) => {
    const number = known.get(access) ?? numbers.get(access.key) ?? numbers.size;
    if (!known.has(access)) numbers.set(access.key, number);
    known.set(access, number);
    return number;
  };
  const byKey = groupBy(accesses, ({ atom, access }) => `${serviceOf(atom)} ${numberOf(access)}`);
  const result = [...byKey.values()].flatMap((members) => toGroup(members, facts));
  return result.sort((a, b) => a.service.localeCompare(b.service) || b.write.length - a.write.length);
}

function toGroup(members: readonly AtomAccess[], facts: DialectCatalog): readonly AccessGroup[] {
  const [first] = members;
  if (first === undefined) return [];
  const service = serviceOf(first.atom);
  const listed = members.flatMap(({ atom }) => (atom.kind === "listed" ? [atom.action] : []));
  const product = facts.service(service)?.product;
  const { key: _key, ...access } = first.access;
  const group = {
    service,
    ...(product !== undefined && { product }),
    read: listed.filter(({ access }) => access === "read" || access === "list"),
    write: listed.filter(({ access }) => access === "write"),
    unlisted: [
      ...listed.filter(({ access }) => access === undefined).map(({ fullName }) => fullName),
      ...members.flatMap(({ atom }) => (atom.kind === "unlisted" ? [`${atom.service}:${atom.name}`] : [])),
    ],
    ...access,
  };
  return [group];
}
