// What people do to a policy: rewriting it in other words, which must change nothing, and changing what it means.
import fc from "fast-check";
import type { CamStatement, OtcStatement, PolicyData } from "./naive-evaluator.js";

type Rewrite = (policy: PolicyData) => PolicyData;

interface Rewrites {
  readonly cam: (statements: readonly CamStatement[]) => readonly CamStatement[];
  readonly otc: (statements: readonly OtcStatement[]) => readonly OtcStatement[];
}

function rewrite({ cam, otc }: Rewrites): Rewrite {
  return (policy) =>
    "version" in policy
      ? { ...policy, statement: cam(policy.statement) }
      : { ...policy, Statement: otc(policy.Statement) };
}

/** By what is done. None of it changes what the policy means. */
export const SAME_MEANING: Readonly<Record<string, Rewrite>> = {
  "statements in reverse": rewrite({ cam: (all) => all.toReversed(), otc: (all) => all.toReversed() }),
  "every statement twice": rewrite({ cam: (all) => [...all, ...all], otc: (all) => [...all, ...all] }),
  "a statement for each action": rewrite({
    cam: (all) => all.flatMap((one) => [one.action].flat().map((action) => ({ ...one, action }))),
    otc: (all) => all.flatMap((one) => one.Action.map((action) => ({ ...one, Action: [action] }))),
  }),
  "a statement for each resource": rewrite({
    cam: (all) => all.flatMap((one) => [one.resource].flat().map((resource) => ({ ...one, resource }))),
    otc: (all) =>
      all.flatMap((one) => one.Resource?.map((resource) => ({ ...one, Resource: [resource] })) ?? [one]),
  }),
  "statements merged": rewrite({ cam: mergeCam, otc: mergeOtc }),
  "lists for single strings": rewrite({
    cam: (all) =>
      all.map((one) => ({ ...one, action: [one.action].flat(), resource: [one.resource].flat() })),
    otc: (all) => all,
  }),
  "strings for lists of one": rewrite({
    cam: (all) => all.map((one) => ({ ...one, action: bare(one.action), resource: bare(one.resource) })),
    otc: (all) => all,
  }),
  "the habit of name/": rewrite({
    cam: (all) => all.map((one) => ({ ...one, action: [one.action].flat().map(withOtherHabit) })),
    otc: (all) => all,
  }),
  "actions in upper case": rewrite({
    cam: (all) => all,
    otc: (all) => all.map((one) => ({ ...one, Action: one.Action.map((text) => text.toUpperCase()) })),
  }),
  "a resource for images": rewrite({
    cam: (all) => all,
    otc: (all) =>
      all.map((one) =>
        one.Resource === undefined && one.Action.every((text) => /^ims:/i.test(text))
          ? { ...one, Resource: ["ims:*:*:image:1"] }
          : one,
      ),
  }),
  "regions as stars": rewrite({
    cam: (all) => all.map((one) => ({ ...one, resource: [one.resource].flat().map(withStarForRegion) })),
    otc: (all) => all,
  }),
};

function mergeCam(all: readonly CamStatement[]): readonly CamStatement[] {
  const merged = new Map<string, CamStatement>();
  for (const one of all) {
    const key = JSON.stringify([one.effect, one.resource, one.condition]);
    const action = [merged.get(key)?.action ?? [], one.action].flat();
    merged.set(key, { ...one, action });
  }
  return [...merged.values()];
}

function mergeOtc(all: readonly OtcStatement[]): readonly OtcStatement[] {
  const merged = new Map<string, OtcStatement>();
  for (const one of all) {
    const key = JSON.stringify([one.Effect, one.Resource, one.Condition]);
    merged.set(key, { ...one, Action: [...(merged.get(key)?.Action ?? []), ...one.Action] });
  }
  return [...merged.values()];
}

function bare(texts: string | readonly string[]): string | readonly string[] {
  const [first, ...more] = [texts].flat();
  return first !== undefined && more.length === 0 ? first : texts;
}

function withOtherHabit(action: string): string {
  if (action.startsWith("name/")) return action.slice("name/".length);
  return action === "*" || action.startsWith("*:") ? action : `name/${action}`;
}

function withStarForRegion(resource: string): string {
  return resource.replace(/^(qcs::[^:]*:):/, "$1*:");
}

/** A policy and what became of it: most of it is the same, so that the difference is small. */
export function changesOf(policy: fc.Arbitrary<PolicyData>): fc.Arbitrary<readonly [PolicyData, PolicyData]> {
  const place = fc.nat({ max: 3 });
  const change = fc.constantFrom(
    "none",
    "drop",
    "add",
    "bare",
    "flip",
    "other conditions",
    "other resources",
    "other actions",
    "replace",
  );
  const rewrites = fc.constantFrom(...Object.values(SAME_MEANING), ...AS_IT_IS);
  return fc.tuple(policy, policy, change, place, rewrites).map(([before, other, kind, at, same]) => {
    if (kind === "replace") return [before, other] as const;
    return [before, same(kind === "none" ? before : changed(before, other, kind, at))] as const;
  });
}

/** As often as not a change is not hidden behind other words. */
const AS_IT_IS: readonly Rewrite[] = Object.keys(SAME_MEANING).map(() => (policy) => policy);

function changed(before: PolicyData, other: PolicyData, kind: string, at: number): PolicyData {
  if ("version" in before && "version" in other) {
    return { ...before, statement: changedStatements(before.statement, other.statement, kind, at, CAM) };
  }
  if ("Version" in before && "Version" in other) {
    return { ...before, Statement: changedStatements(before.Statement, other.Statement, kind, at, OTC) };
  }
  return other;
}

interface Parts<Statement> {
  readonly flip: (one: Statement) => Statement;
  readonly withConditionOf: (one: Statement, other: Statement | undefined) => Statement;
  readonly withActionsOf: (one: Statement, other: Statement) => Statement;
  readonly withResourcesOf: (one: Statement, other: Statement) => Statement;
}

const CAM: Parts<CamStatement> = {
  flip: (one) => ({ ...one, effect: one.effect === "deny" ? "allow" : "deny" }),
  withConditionOf: (one, other) => ({ ...one, condition: other?.condition ?? {} }),
  withActionsOf: (one, { action }) => ({ ...one, action }),
  withResourcesOf: (one, { resource }) => ({ ...one, resource }),
};

const OTC: Parts<OtcStatement> = {
  flip: (one) => ({ ...one, Effect: one.Effect === "Deny" ? "Allow" : "Deny" }),
  withConditionOf: (one, other) => ({ ...one, Condition: other?.Condition ?? {} }),
  withActionsOf: (one, { Action }) => ({ ...one, Action }),
  withResourcesOf: ({ Resource: _, ...one }, { Resource }) => ({ ...one, ...(Resource && { Resource }) }),
};

function changedStatements<Statement>(
  all: readonly Statement[],
  others: readonly Statement[],
  kind: string,
  place: number,
  { flip, withConditionOf, withActionsOf, withResourcesOf }: Parts<Statement>,
): readonly Statement[] {
  const at = place % all.length;
  const one = all[at];
  const [other] = others;
  if (one === undefined || other === undefined) return others;
  if (kind === "drop") return all.toSpliced(at, 1);
  if (kind === "add") return all.toSpliced(at, 0, other);
  if (kind === "flip") return all.with(at, flip(one));
  if (kind === "other actions") return all.with(at, withActionsOf(one, other));
  if (kind === "other resources") return all.with(at, withResourcesOf(one, other));
  return all.with(at, withConditionOf(one, kind === "bare" ? undefined : other));
}
