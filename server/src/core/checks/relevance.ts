// Which checks can find anything in a policy at all: most policies lack what most checks are about, and to ask
// thousands of them takes its time. Only speed depends on it.
import type { DialectCatalog } from "../catalog/catalog.js";
import type { ElementRole } from "../policy/dialect.js";
import type { Policy } from "../policy/model.js";
import { isRegular } from "../policy/regular.js";
import { areApart } from "./apart.js";
import type { Check } from "./check.js";
import { planOf } from "./plan.js";

/** By the index of a check in the list that was given. */
export type IsRelevant = (at: number) => boolean;

/** `facts` are the catalog's own; what they say of a string is the same for every policy. */
export function relevanceOf(checks: readonly Check[], facts: DialectCatalog) {
  const plan = planOf(checks, facts);
  return (policy: Policy): IsRelevant => {
    let actions = 0;
    let resources = 0;
    const roles = new Set<ElementRole>();
    for (const statement of policy.statements) {
      for (const { rule } of statement.elements) if (rule !== undefined) roles.add(rule.role);
      let mask = 0;
      for (const { text } of statement.actions) mask |= plan.action(text).mask;
      if (statement.decision !== "allow") mask &= ~plan.ofAllow;
      if (statement.decision !== "deny") mask &= ~plan.ofDeny;
      actions |= mask;
      for (const { text } of statement.resources) resources |= plan.resource(text).mask;
    }
    for (const { rule } of policy.elements) if (rule !== undefined) roles.add(rule.role);
    const hasSlip = !isRegular(policy);
    let overlaps: boolean | undefined;
    return (at) => {
      const needs = plan.needs[at];
      if (needs === undefined || (hasSlip && needs.slip === true)) return true;
      if ((needs.actionBit & actions) !== 0 || (needs.resourceBit & resources) !== 0) return true;
      if (needs.role !== undefined && roles.has(needs.role)) return true;
      if (needs.overlap === true) {
        overlaps ??= !areApart(policy, plan);
        if (overlaps) return true;
      }
      // Whoever asks for less than a statement would have to be told by the check itself.
      return (needs.repeats ?? needs.services ?? needs.size ?? needs.estate ?? needs.file) === true;
    };
  };
}
