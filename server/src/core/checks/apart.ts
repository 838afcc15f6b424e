// Tells of most policies at a glance that no statement has to do with another: none says again, or takes back, what
// another says, and no two could be one. Only where that is not plain, the checks of meaning look closer.
import { type ConditionTest, readTest } from "../access/conditions/condition-test.js";
import { canHold } from "../access/conditions/search.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { patternsMeet } from "../catalog/pattern.js";
import { isWithoutResources } from "../catalog/resources.js";
import type { ConditionOperator } from "../policy/condition.js";
import type { Policy } from "../policy/model.js";
import type { KnownAction, Plan } from "./plan.js";

/** What of a statement matters here. */
export interface Sketch {
  readonly decision: "allow" | "deny";
  /** Not empty; each has a key. */
  readonly actions: readonly KnownAction[];
  /** As written; undefined where the statement has no such element. */
  readonly resources: readonly string[] | undefined;
  /** Absent where there is none. */
  readonly condition?: SketchedCondition;
}

export interface SketchedCondition {
  /** The keys that it compares. */
  readonly keys: readonly string[];
  /** It is certain that a request can meet it. */
  readonly canHold: () => boolean;
}

/** True only where it is certain. */
export function areApart(policy: Policy, plan: Plan, facts: DialectCatalog): boolean {
  // Of a policy that only denies it is told, whatever the statements lack.
  if (policy.statements.every(({ decision }) => decision === "deny")) return policy.statements.length === 0;
  const sketches: Sketch[] = [];
  for (const {
    decision,
    actions,
    notAction,
    resource,
    resources,
    operators,
    condition,
  } of policy.statements) {
    // What decides nothing, or about nothing, is left aside by all who compare statements.
    if (decision === undefined || (actions.length === 0 && notAction === undefined)) continue;
    const known = actions.map(({ text }) => plan.action(text));
    if (notAction !== undefined || known.some(({ key }) => key === undefined)) return false;
    sketches.push({
      decision,
      actions: known,
      resources: resource && resources.map(({ text }) => text),
      ...(condition && { condition: sketchCondition(operators, facts) }),
    });
  }
  return areSketchesApart(sketches, plan);
}

export function areSketchesApart(sketches: readonly Sketch[], plan: Plan): boolean {
  return (
    sketches.length <= MOST &&
    eachNamesItsOwn(sketches) &&
    noneAreAlike(sketches) &&
    eachDenyTakes(sketches, plan)
  );
}

/** Pairs of statements are many; policies within the limits of the clouds have fewer. */
const MOST = 50;

/** A statement that names an action which no other names says something that no other says. */
function eachNamesItsOwn(sketches: readonly Sketch[]): boolean {
  const namedBy = new Map<number, Sketch | undefined>();
  let hasPatterns = false;
  for (const sketch of sketches) {
    for (const { id, isPattern } of sketch.actions) {
      namedBy.set(id, namedBy.has(id) && namedBy.get(id) !== sketch ? undefined : sketch);
      hasPatterns ||= isPattern;
    }
  }
  return sketches.every((sketch) =>
    sketch.actions.some(
      (action) => namedBy.get(action.id) === sketch && !(hasPatterns && isMet(action, sketch, sketches)),
    ),
  );
}

/** Whether a pattern is involved, and another statement names some of the same actions. */
function isMet({ key = "", isPattern }: KnownAction, own: Sketch, sketches: readonly Sketch[]): boolean {
  return sketches.some(
    (sketch) =>
      sketch !== own &&
      sketch.actions.some((other) => (isPattern || other.isPattern) && patternsMeet(other.key ?? "", key)),
  );
}

/** Statements that differ in their actions only could be one. */
function noneAreAlike(sketches: readonly Sketch[]): boolean {
  for (let at = 1; at < sketches.length; at++) {
    const one = sketches[at];
    for (let before = 0; before < at; before++) {
      const other = sketches[before];
      if (one === undefined || other === undefined || one.decision !== other.decision) continue;
      if ((one.condition === undefined) !== (other.condition === undefined)) continue;
      if (areSame(one.resources ?? [], other.resources ?? [])) return false;
    }
  }
  return true;
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  for (const text of some) if (!others.includes(text)) return false;
  for (const text of others) if (!some.includes(text)) return false;
  return true;
}

function eachDenyTakes(sketches: readonly Sketch[], plan: Plan): boolean {
  for (const deny of sketches) {
    if (deny.decision !== "deny") continue;
    if (!sketches.some((allow) => allow.decision === "allow" && takesFrom(deny, allow, plan))) return false;
  }
  return true;
}

/** Whether an action on a resource stands in both, and one request can meet both conditions. */
function takesFrom(deny: Sketch, allow: Sketch, plan: Plan): boolean {
  for (const action of deny.actions) {
    if (!action.isOnResources || action.service === undefined) continue;
    if (!allow.actions.some(({ id }) => id === action.id)) continue;
    const { code } = action.service;
    const isShared =
      isWithoutResources(action.service) ||
      deny.resources?.some((text) => {
        const { any, service } = plan.resource(text);
        return (any || service === code) && allow.resources?.includes(text) === true;
      });
    if (isShared === true) return canMeet(deny.condition, allow.condition);
  }
  return false;
}

/** What is asked of different keys contradicts nothing. */
function canMeet(one: SketchedCondition | undefined, other: SketchedCondition | undefined): boolean {
  if (one !== other && one?.keys.some((key) => other?.keys.includes(key)) === true) return false;
  return one?.canHold() !== false && other?.canHold() !== false;
}

export function sketchCondition(
  operators: readonly ConditionOperator[],
  facts: DialectCatalog,
): SketchedCondition {
  const keys: string[] = [];
  for (const operator of operators) for (const { name } of operator.keys) keys.push(name);
  let known: boolean | undefined;
  return {
    keys,
    canHold() {
      known ??= canBeMet(operators, facts);
      return known;
    },
  };
}

/** What cannot be read, or is not decided in a moment, is not certain. */
function canBeMet(operators: readonly ConditionOperator[], facts: DialectCatalog): boolean {
  const tests: ConditionTest[] = [];
  for (const operator of operators) {
    for (const key of operator.keys) {
      const { test, unreadable } = readTest(operator, key, facts);
      if (test === undefined || unreadable.length > 0) return false;
      tests.push(test);
    }
  }
  return canHold(tests, facts, { left: STEPS }) === true;
}

const STEPS = 1000;
