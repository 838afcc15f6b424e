// Tells of most policies at a glance that no statement has to do with another: none says again, or takes back, what
// another says, and no two could be one. Only where that is not plain, the checks of meaning look closer.
import { patternsMeet } from "../../catalog/pattern.js";
import type { ConditionOperator } from "../../policy/condition.js";
import type { Policy } from "../../policy/model.js";
import type { KnownAction, Plan } from "./plan.js";

/** What of a statement matters here. */
export interface Sketch {
  readonly decision: "allow" | "deny";
  /** Not empty; each has a key. */
  readonly actions: readonly KnownAction[];
  /** As written; undefined where the statement has no such element. */
  readonly resources: readonly string[] | undefined;
  /** Undefined where there is none. */
  readonly condition: SketchedCondition | undefined;
}

export interface SketchedCondition {
  /** The keys that it compares. */
  readonly keys: readonly string[];
  /** It is certain that a request can meet it. */
  readonly canHold: () => boolean;
}

/** True only where it is certain. */
export function areApart(policy: Policy, plan: Plan): boolean {
  if (policy.statements.length > MOST) return false;
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
      condition: condition && sketchCondition(operators, plan),
    });
  }
  return areSketchesApart(sketches, plan);
}

export function areSketchesApart(sketches: readonly Sketch[], plan: Plan): boolean {
  return (
    sketches.length <= MOST &&
    eachSaysItsOwn(sketches, plan) &&
    noneAreAlike(sketches) &&
    eachDenyTakes(sketches, plan)
  );
}

/** Pairs of statements are many; policies within the limits of the clouds have fewer. */
const MOST = 50;

/** A statement that names an action which no other names, or on a resource of its own, says something new. */
function eachSaysItsOwn(sketches: readonly Sketch[], plan: Plan): boolean {
  const hasPatterns = sketches.some(({ actions }) => actions.some(({ isPattern }) => isPattern));
  return sketches.every((sketch) =>
    sketch.actions.some((action) => {
      if (hasPatterns && isMet(action, sketch, sketches)) return false;
      const isOthers = (other: Sketch) => other !== sketch && names(other, action);
      // Nearly always: no list is made for it.
      if (!sketches.some(isOthers)) return true;
      return isOnItsOwn(action, sketch, sketches.filter(isOthers), plan);
    }),
  );
}

function names({ actions }: Sketch, { id }: KnownAction): boolean {
  for (const action of actions) if (action.id === id) return true;
  return false;
}

/** Whether the action stands on a resource that is none of the others'. */
function isOnItsOwn(
  { service, isOnResources, isPattern, hasResources }: KnownAction,
  { resources = [] }: Sketch,
  others: readonly Sketch[],
  plan: Plan,
): boolean {
  if (isPattern || !isOnResources || !hasResources) return false;
  return resources.some((text) => {
    const known = plan.resource(text);
    if (known.any || known.service !== service) return false;
    const differs = (other: string) => other !== text && plan.resource(other) === known;
    return others.every((sketch) => sketch.resources?.every(differs) === true);
  });
}

/** Whether a pattern is involved, and another statement names some of the same actions. */
function isMet({ key = "", isPattern }: KnownAction, own: Sketch, sketches: readonly Sketch[]): boolean {
  return sketches.some(
    (sketch) =>
      sketch !== own &&
      sketch.actions.some((other) => (isPattern || other.isPattern) && patternsMeet(other.key ?? "", key)),
  );
}

/** Statements that differ in their actions or in their resources only could be one. */
function noneAreAlike(sketches: readonly Sketch[]): boolean {
  for (let at = 1; at < sketches.length; at++) {
    const one = sketches[at];
    for (let before = 0; before < at; before++) {
      const other = sketches[before];
      if (one === undefined || other === undefined || one.decision !== other.decision) continue;
      if ((one.condition === undefined) !== (other.condition === undefined)) continue;
      if (areSame(one.resources ?? [], other.resources ?? [])) return false;
      if (nameTheSame(one, other)) return false;
    }
  }
  return true;
}

function nameTheSame(one: Sketch, other: Sketch): boolean {
  for (const action of one.actions) if (!names(other, action)) return false;
  for (const action of other.actions) if (!names(one, action)) return false;
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
    if (!action.isOnResources) continue;
    if (!names(allow, action)) continue;
    const isShared =
      !action.hasResources ||
      deny.resources?.some((text) => {
        const { any, service } = plan.resource(text);
        return (any || service === action.service) && allow.resources?.includes(text) === true;
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
  { canHold }: Plan,
): SketchedCondition {
  const keys: string[] = [];
  for (const operator of operators) for (const { name } of operator.keys) keys.push(name);
  let known: boolean | undefined;
  return {
    keys,
    canHold() {
      known ??= canHold(operators);
      return known;
    },
  };
}
