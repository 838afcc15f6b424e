// What of one statement shows at a glance: does an entry stand twice in it, are its resources of the services that
// its actions are of?
import { isWithoutResources } from "../catalog/resources.js";
import type { KnownAction, KnownResource, Plan } from "./plan.js";

/** Longer lists are compared entry by entry by the checks themselves, in better ways. */
const MOST_ENTRIES = 50;

/** False only where no entry of a list stands twice in any words, and none is every resource beside others. */
export function mayRepeat(
  actions: readonly KnownAction[],
  resources: readonly string[],
  plan: Plan,
): boolean {
  if (actions.length > MOST_ENTRIES || resources.length > MOST_ENTRIES) return true;
  for (let at = 1; at < actions.length; at++) {
    for (let before = 0; before < at; before++) if (actions[at]?.id === actions[before]?.id) return true;
  }
  const known: KnownResource[] = [];
  for (const text of resources) {
    const resource = plan.resource(text);
    if (resource.any && resources.length > 1) return true;
    for (let before = 0; before < known.length; before++) {
      const other = known[before];
      if (other === resource ? resources[before] === text : other?.key === resource.key) return true;
    }
    known.push(resource);
  }
  return false;
}

/** False only where each action is of a service that has resources, and one of the resources is of it. */
export function mayMismatch(
  actions: readonly KnownAction[],
  resources: readonly string[],
  plan: Plan,
): boolean {
  const isFound = (code: string) =>
    resources.some((text) => {
      const { any, service } = plan.resource(text);
      return any || service === code;
    });
  let found: string | undefined;
  for (const { service } of actions) {
    if (service === undefined || service.code === found) continue;
    if (isWithoutResources(service) || !isFound(service.code)) return true;
    found = service.code;
  }
  return false;
}
