// Which checks can find anything in a policy at all: most policies lack what most checks are about, and to ask
// thousands of them takes its time. Only speed depends on it.
import { once } from "../../catalog/remember.js";
import type { ElementRole } from "../../policy/dialect.js";
import { NEARLY_FULL } from "../../policy/minified-length.js";
import type { Element, Policy, Statement } from "../../policy/model.js";
import { isRegular } from "../../policy/regular.js";
import type { Check, CheckContext } from "../check.js";
import { areApart } from "./apart.js";
import { type Entries, mayMismatch, mayRepeat } from "./one-statement.js";
import { isPlainCondition, type Plan, planOf } from "./plan.js";

/** By the index of a check in the list that was given. */
export type IsRelevant = (at: number) => boolean;

/** `context` has the catalog's own facts; what they say of a string is the same for every policy. */
export function relevanceOf(checks: readonly Check[], context: CheckContext) {
  const plan = planOf(checks, context.facts);
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
    if (roles.has("condition") && areConditionsPlain(policy, plan, context)) roles.delete("condition");
    const hasSlip = !isRegular(policy);
    const hasEstate = context.applications.length > 0 || Object.keys(context.accounts).length > 0;
    const has = (test: (statement: Statement) => boolean) => once(() => policy.statements.some(test));
    const repeats = has((statement) => mayRepeat(entriesOf(statement, plan)));
    const services = has(
      (statement) => statement.resource !== undefined && mayMismatch(entriesOf(statement, plan)),
    );
    const overlap = once(() => !areApart(policy, plan));
    const size = once(() => isLarge(policy));
    return (at) => {
      const needs = plan.needs[at];
      if (needs === undefined || (hasSlip && needs.slip === true)) return true;
      if ((needs.actionBit & actions) !== 0 || (needs.resourceBit & resources) !== 0) return true;
      if (needs.role !== undefined && roles.has(needs.role)) return true;
      if (needs.estate === true && hasEstate) return true;
      if ((needs.repeats === true && repeats()) || (needs.services === true && services())) return true;
      return (needs.size === true && size()) || (needs.overlap === true && overlap());
    };
  };
}

/** Whether no check finds anything in the conditions; what is found in one is remembered by its text. */
function areConditionsPlain(policy: Policy, plan: Plan, context: CheckContext): boolean {
  const { text } = context;
  if (text === "" || policy.statements.length > FEW) return false;
  return policy.statements.every((statement) => {
    const [element, second] = statement.elements.filter(({ rule }) => rule?.role === "condition");
    if (element === undefined) return true;
    if (element.value === undefined || second !== undefined) return false;
    const { start, end } = element.value.span;
    return plan.plainConditions(text.slice(start, end), () =>
      isPlainCondition(statement, policy, plan, context),
    );
  });
}

const FEW = 50;

function entriesOf({ actions, resources }: Statement, plan: Plan): Entries {
  const texts = resources.map(({ text }) => text);
  return {
    actions: actions.map(({ text }) => plan.action(text)),
    texts,
    resources: texts.map(plan.resource),
  };
}

/** Whether the text or a list of it may be longer than a limit. No character takes more than six when minified. */
function isLarge({ span, dialect: { limits }, elements, statements }: Policy): boolean {
  const length = span.end - span.start;
  if (length === 0 || length * LONGEST_ESCAPE >= limits.policyLength * NEARLY_FULL) return true;
  const { statements: most = Number.POSITIVE_INFINITY, actions = most, resources = most } = limits;
  const least = Math.min(most, actions, resources);
  const isLong = ({ value }: Element) => value?.kind === "list" && value.items.length > least;
  return elements.some(isLong) || statements.some((statement) => statement.elements.some(isLong));
}

const LONGEST_ESCAPE = 6;
