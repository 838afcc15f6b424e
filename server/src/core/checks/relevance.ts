// Which checks can find anything in a policy at all: most policies lack what most checks are about, and to ask
// thousands of them takes its time. Only speed depends on it.
import type { DialectCatalog } from "../catalog/catalog.js";
import { remember } from "../catalog/remember.js";
import type { ElementRole } from "../policy/dialect.js";
import type { Policy } from "../policy/model.js";
import { isRegular } from "../policy/regular.js";
import type { Check } from "./check.js";

/** By the index of a check in the list that was given. */
export type IsRelevant = (at: number) => boolean;

/** Bits of a number; checks beyond these are always asked. */
const MOST = 31;

interface Plan {
  /** For each check its bit in the mask of actions, of resources, and the role that it needs. */
  readonly bits: readonly (Bits | undefined)[];
  readonly maskOfAction: (text: string) => number;
  readonly resourceTests: readonly NonNullable<Needs["resource"]>[];
}

interface Bits {
  readonly action: number;
  readonly resource: number;
  readonly role?: ElementRole;
  readonly slip?: true;
}

type Needs = NonNullable<Check["needs"]>;

const plans = new WeakMap<DialectCatalog, WeakMap<readonly Check[], Plan>>();

/** `facts` are the catalog's own; what they say of a string is the same for every policy. */
export function relevanceOf(checks: readonly Check[], facts: DialectCatalog) {
  const plan = planOf(checks, facts);
  return (policy: Policy, readResource: DialectCatalog["resource"]): IsRelevant => {
    let actions = 0;
    let resources = 0;
    const roles = new Set<ElementRole>();
    for (const statement of policy.statements) {
      for (const { rule } of statement.elements) if (rule !== undefined) roles.add(rule.role);
      for (const { text } of statement.actions) actions |= plan.maskOfAction(text);
      for (const { text } of statement.resources) {
        const reading = readResource(text);
        for (const [at, test] of plan.resourceTests.entries()) {
          if ((resources & (1 << at)) === 0 && test(text, reading, facts)) resources |= 1 << at;
        }
      }
    }
    for (const { rule } of policy.elements) if (rule !== undefined) roles.add(rule.role);
    const hasSlip = !isRegular(policy);
    return (at) => {
      const bits = plan.bits[at];
      if (bits === undefined || (hasSlip && bits.slip === true)) return true;
      if ((bits.action & actions) !== 0 || (bits.resource & resources) !== 0) return true;
      return bits.role !== undefined && roles.has(bits.role);
    };
  };
}

function planOf(checks: readonly Check[], facts: DialectCatalog): Plan {
  const ofFacts = plans.get(facts) ?? new WeakMap<readonly Check[], Plan>();
  plans.set(facts, ofFacts);
  const plan = ofFacts.get(checks) ?? makePlan(checks, facts);
  ofFacts.set(checks, plan);
  return plan;
}

function makePlan(checks: readonly Check[], facts: DialectCatalog): Plan {
  const actionTests: NonNullable<Needs["action"]>[] = [];
  const resourceTests: NonNullable<Needs["resource"]>[] = [];
  const bits = checks.map(({ needs }): Bits | undefined => {
    if (needs === undefined) return undefined;
    const { action, resource, role, slip } = needs;
    if (action !== undefined && actionTests.length === MOST) return undefined;
    if (resource !== undefined && resourceTests.length === MOST) return undefined;
    return {
      action: action === undefined ? 0 : 1 << (actionTests.push(action) - 1),
      resource: resource === undefined ? 0 : 1 << (resourceTests.push(resource) - 1),
      ...(role && { role }),
      ...(slip && { slip }),
    };
  });
  const maskOfAction = remember((text) => {
    const resolved = facts.action(text);
    return actionTests.reduce((mask, test, at) => (test(resolved, facts) ? mask | (1 << at) : mask), 0);
  });
  return { bits, maskOfAction, resourceTests };
}
