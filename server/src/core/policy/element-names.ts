// Which element a name that the grammar does not have was meant to be.
import { nearest } from "../text/nearest.js";
import type { ElementRole, ElementRule } from "./dialect.js";
import type { Element, Policy } from "./model.js";

/** The element whose name is near; elements that are not for custom policies are never meant. */
export function elementMeant(name: string, rules: readonly ElementRule[]): ElementRule | undefined {
  const meant = nearest(
    name,
    rules.filter((rule) => rule.reserved !== true).map((rule) => rule.name),
  );
  return rules.find((rule) => rule.name === meant);
}

/**
 * Whether an element stands there under a name that is not quite its own: misspelled, or negated
 * (`NotAction`). Then the name is the fault, and the element is not missing as well.
 */
export function isMisnamed(
  role: ElementRole,
  elements: readonly Element[],
  rules: readonly ElementRule[],
): boolean {
  return elements.some(({ key, rule }) => {
    if (rule !== undefined) return false;
    return elementMeant(key.text, rules)?.role === role || key.text.toLowerCase() === `not${role}`;
  });
}

/** What a dialect calls the element that plays a role; absent where it has none for custom policies. */
export function ruleOf(role: ElementRole, rules: readonly ElementRule[]): ElementRule | undefined {
  return rules.find((rule) => rule.role === role && rule.reserved !== true);
}

/** Any object can be read as a policy; without these elements it says nothing about access. */
export function isMeantAsPolicy({ version, statement }: Policy): boolean {
  return version !== undefined || statement !== undefined;
}

/** Whether the document is a statement without a policy around it. */
export function isLoneStatement(policy: Policy): boolean {
  if (isMeantAsPolicy(policy)) return false;
  const { elements, dialect } = policy;
  const names = dialect.elements.statement
    .filter(({ role }) => role === "effect" || role === "action")
    .map(({ name }) => name.toLowerCase());
  return elements.some(({ key }) => names.includes(key.text.toLowerCase()));
}
