// What of one statement shows at a glance: does an entry stand twice in it, are its resources of the services that
// its actions are of?
import type { KnownAction, KnownResource } from "./plan.js";

/** Longer lists are compared entry by entry by the checks themselves, in better ways. */
const MOST_ENTRIES = 50;

/** What two lists of a statement hold, looked up. */
export interface Entries {
  readonly actions: readonly KnownAction[];
  /** As written. */
  readonly texts: readonly string[];
  /** What is known of each of the texts. */
  readonly resources: readonly KnownResource[];
}

/** False only where no entry of a list stands twice in any words, and none is every resource beside others. */
export function mayRepeat({ actions, texts, resources }: Entries): boolean {
  if (actions.length > MOST_ENTRIES || texts.length > MOST_ENTRIES) return true;
  for (let at = 1; at < actions.length; at++) {
    for (let before = 0; before < at; before++) if (actions[at]?.id === actions[before]?.id) return true;
  }
  for (let at = 0; at < resources.length; at++) {
    const resource = resources[at];
    if (resource?.any === true && resources.length > 1) return true;
    for (let before = 0; before < at; before++) {
      const other = resources[before];
      if (other === resource ? texts[before] === texts[at] : other?.key === resource?.key) return true;
    }
  }
  return false;
}

/** False only where each action is of a service that has resources, and one of the resources is of it. */
export function mayMismatch({ actions, resources }: Entries): boolean {
  let found = "";
  for (const { service, hasResources } of actions) {
    if (service === found || service === "") continue;
    if (!hasResources || !resources.some((one) => one.any || one.service === service)) return true;
    found = service;
  }
  return false;
}
