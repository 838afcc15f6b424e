// What is left of one action after what is denied: where it is allowed always, and where under which condition.
// Conditions are told apart and not looked into: two that test the same are one, and all others may overlap.
import { coversPattern } from "../../catalog/pattern.js";
import type { Statement } from "../../policy/model.js";
import type { Atom, Reach, Share } from "./reach.js";
import { keyOf, type Scope, scopesMeet, subtractScopes, widest } from "./scope.js";

/** When something counts. */
export interface GroupCondition {
  /** Equal for conditions that test the same. */
  readonly key: string;
  /** One that has it; others may have it too. */
  readonly statement: Statement;
}

/** A deny that counts under a condition of its own. */
export interface ConditionalDeny {
  readonly condition: GroupCondition;
  readonly on: readonly Scope[];
}

/** Where an action is allowed. */
export interface Access {
  readonly on: readonly Scope[];
  /** Parts of `on` that are denied whenever the access counts. */
  readonly except: readonly Scope[];
  /** Absent where it is allowed always. */
  readonly condition?: GroupCondition;
  readonly exceptUnder: readonly ConditionalDeny[];
  /** Some of the actions behind a pattern are denied. */
  readonly partlyDenied: boolean;
  /** Equal for accesses that say the same. */
  readonly key: string;
}

/** `reaches` and `denies` are of one atom, or of patterns that meet it. */
function accessesOf(reaches: readonly Reach[], denies: readonly Reach[]): readonly Access[] {
  const atom = reaches[0]?.atom;
  if (atom === undefined) return [];
  const whole = groupBy(
    denies.filter((deny) => coversAtom(deny.atom, atom)),
    conditionKeyOf,
  );
  const partly = denies.filter((deny) => !coversAtom(deny.atom, atom));
  const allowed = groupBy(reaches, conditionKeyOf);
  const always = subtractScopes(scopesOf(allowed.get("")), scopesOf(whole.get("")));
  const accesses: Access[] = [];
  for (const [key, [first, ...more]] of allowed) {
    if (first === undefined) continue;
    const removed =
      key === "" ? scopesOf(whole.get("")) : scopesOf([...(whole.get("") ?? []), ...(whole.get(key) ?? [])]);
    const on = key === "" ? always : subtractScopes(scopesOf([first, ...more]), [...removed, ...always]);
    if (on.length === 0) continue;
    const isMet = (scope: Scope) => on.some((other) => scopesMeet(scope, other));
    const except = removed.filter(isMet);
    const exceptUnder: ConditionalDeny[] = [];
    for (const [other, members] of whole) {
      const [deny] = members;
      if (other === "" || other === key || deny === undefined) continue;
      const denied = subtractScopes(scopesOf(members).filter(isMet), except);
      const condition = { key: other, statement: deny.share.statement };
      if (denied.length > 0) exceptUnder.push({ condition, on: denied });
    }
    const condition = key === "" ? undefined : { key, statement: first.share.statement };
    const partlyDenied = partly.some(({ share }) => share.scopes.some(isMet));
    const access = { on, except, ...(condition && { condition }), exceptUnder, partlyDenied };
    accesses.push({ ...access, key: accessKey(access) });
  }
  return accesses;
}

/** Whether a deny takes the whole atom away, not only some of the actions behind a pattern. */
function coversAtom(deny: Atom, atom: Atom): boolean {
  if (deny.kind === "listed" || atom.kind === "listed") return true;
  return coversPattern(deny.service, atom.service) && coversPattern(deny.name, atom.name);
}

/** What becomes of one atom: what is left of what allows it, and what denies take away. */
export interface Judged {
  readonly left: readonly Access[];
  /** Without the exceptions that `left` names itself. */
  readonly taken: readonly Access[];
}

/**
 * Remembers answers: most actions of a statement have the same resources, conditions and denies. The actions behind
 * a pattern are left out, since how far a deny covers them depends on their names.
 */
export function createJudge(): (reaches: readonly Reach[], denies: readonly Reach[]) => Judged {
  const known = new Map<string, Judged>();
  const numbers = new Map<Share, string>();
  const numberOf = (share: Share) => {
    const number = numbers.get(share) ?? String(numbers.size);
    numbers.set(share, number);
    return number;
  };
  const keyOfShares = (reaches: readonly Reach[]) => {
    let key = "";
    for (const { share } of reaches) key += `${numberOf(share)},`;
    return key;
  };
  return (reaches, denies) => {
    if (reaches[0]?.atom.kind !== "listed") return judge(reaches, denies);
    const key = `${keyOfShares(reaches)} ${keyOfShares(denies)}`;
    const judged = known.get(key) ?? judge(reaches, denies);
    known.set(key, judged);
    return judged;
  };
}

function judge(reaches: readonly Reach[], denies: readonly Reach[]): Judged {
  const atom = reaches[0]?.atom;
  if (atom === undefined) return { left: [], taken: [] };
  const met = denies.filter((deny) => !isNamed(deny, reaches) && meets(deny, reaches));
  const taken = accessesOf(
    met.map((deny) => ({ ...deny, atom })),
    [],
  );
  return { left: accessesOf(reaches, denies), taken };
}

/** Whether what is allowed says itself that this is denied, and when. */
function isNamed({ atom, share: { conditionKey } }: Reach, reaches: readonly Reach[]): boolean {
  return (
    conditionKey !== "" &&
    reaches.every((reach) => reach.share.conditionKey !== conditionKey && coversAtom(atom, reach.atom))
  );
}

function meets(deny: Reach, reaches: readonly Reach[]): boolean {
  return reaches.some(({ share: { scopes } }) =>
    deny.share.scopes.some((one) => scopes.some((other) => scopesMeet(one, other))),
  );
}

function conditionKeyOf({ share }: Reach): string {
  return share.conditionKey;
}

function accessKey({ on, except, condition, exceptUnder, partlyDenied }: Omit<Access, "key">): string {
  const under = exceptUnder.map((deny) => [deny.condition.key, deny.on.map(keyOf)]);
  return JSON.stringify([on.map(keyOf), except.map(keyOf), condition?.key, under, partlyDenied]);
}

/** Without those that lie within others. */
function scopesOf(reaches: readonly Reach[] = []): readonly Scope[] {
  return widest(reaches.flatMap(({ share }) => share.scopes));
}

export function groupBy<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const known = grouped.get(name);
    if (known === undefined) grouped.set(name, [item]);
    else known.push(item);
  }
  return grouped;
}
