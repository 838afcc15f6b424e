// Of statements that speak of the same actions and resources: in which contexts does one side allow what the other
// does not? Only effects and conditions are left to look at here.
import { type Bits, bitAt, bitsKey } from "../cells/bits.js";
import type { CompiledStatement } from "../compiled.js";
import type { ConditionTest } from "../conditions/condition-test.js";
import type { ConditionSearch, Context, Found } from "../conditions/search.js";
import type { Side, Sides } from "./difference.js";

export interface ContextDifference {
  readonly kind: "difference";
  /** The side that allows. */
  readonly side: Side;
  readonly by: CompiledStatement;
  readonly deniedBy?: CompiledStatement;
  readonly context: Context;
}

export interface ConditionGap {
  readonly kind: "undecided";
  readonly reason: "budget" | "mixed-types";
  readonly keys: readonly string[];
}

export type ContextFinding = ContextDifference | ConditionGap;

/** Asked with the statements that speak, by their places among those before and then those after. */
export function createContextComparison(
  { before, after }: Sides,
  search: ConditionSearch,
): (speaking: Bits) => readonly ContextFinding[] {
  const known = new Map<string, readonly ContextFinding[]>();
  return (speaking) => {
    const key = bitsKey(speaking);
    let findings = known.get(key);
    if (findings === undefined) {
      const isSpeaking = (place: number) => (speaking & bitAt(place)) !== 0n;
      const old = before.filter((_, at) => isSpeaking(at));
      const fresh = after.filter((_, at) => isSpeaking(before.length + at));
      findings = haveSameKeys(old, fresh, keyOf)
        ? []
        : [...allowedMore("after", fresh, old, search), ...allowedMore("before", old, fresh, search)];
      known.set(key, findings);
    }
    return findings;
  };
}

/** In any order, each any number of times. */
export function haveSameKeys(
  some: readonly CompiledStatement[],
  others: readonly CompiledStatement[],
  keyOf: (statement: CompiledStatement) => string,
): boolean {
  const keys = new Set(some.map(keyOf));
  const otherKeys = new Set(others.map(keyOf));
  return keys.size === otherKeys.size && [...keys].every((key) => otherKeys.has(key));
}

function keyOf({ decision, testsKey }: CompiledStatement): string {
  return `${decision} ${testsKey}`;
}

/** Every context that only this side allows is one of some statement found here; a statement is found once. */
function allowedMore(
  side: Side,
  own: readonly CompiledStatement[],
  others: readonly CompiledStatement[],
  { find }: ConditionSearch,
): readonly ContextFinding[] {
  const [allows, denies] = parted(own);
  const [otherAllows, otherDenies] = parted(others);
  const findings: ContextFinding[] = [];
  // What a finding speaks of need not be found again by a statement with narrower conditions.
  const failed: (readonly ConditionTest[])[] = denies.map(({ tests }) => tests);
  const neither = otherAllows.map(({ tests }) => tests);
  // What is the same on both sides makes no difference by itself.
  const alsoAllowed = new Set(otherAllows.map(({ testsKey }) => testsKey));
  const alsoDenied = new Set(denies.map(({ testsKey }) => testsKey));
  const onlyTheirs = otherDenies.filter(({ testsKey }) => !alsoDenied.has(testsKey));
  for (const by of allows) {
    const gaps: ConditionGap[] = [];
    const attempt = (found: Found, deniedBy?: CompiledStatement) => {
      if (found.kind === "undecided") gaps.push(found);
      if (found.kind !== "context") return false;
      findings.push({ kind: "difference", side, by, context: found.context, ...(deniedBy && { deniedBy }) });
      failed.push(by.tests);
      return true;
    };
    const isFound =
      (!alsoAllowed.has(by.testsKey) && attempt(find({ met: by.tests, failed: [...failed, ...neither] }))) ||
      onlyTheirs.some((deny) => attempt(find({ met: [...by.tests, ...deny.tests], failed }), deny));
    if (!isFound) findings.push(...gaps.slice(0, 1));
  }
  return findings;
}

/** Allowing and denying ones, those with the fewest conditions first, and of those with the same conditions one. */
function parted(statements: readonly CompiledStatement[]) {
  const distinct = [...new Map(statements.toReversed().map((one) => [keyOf(one), one])).values()].reverse();
  const sorted = distinct.sort((one, other) => one.tests.length - other.tests.length);
  const of = (decision: "allow" | "deny") => sorted.filter((one) => one.decision === decision);
  return [of("allow"), of("deny")] as const;
}
