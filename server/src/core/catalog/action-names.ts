// What two action strings have to do with each other: the same action written differently, or one known by
// another spelling.
import type { ActionParts, Dialect } from "../policy/dialect.js";
import type { Action, Service } from "./catalog.js";

/** Equal for strings that mean the same: `name/trtc:X` and `trtc:X`, and other case where case does not count. */
export function actionKey({ service, name }: ActionParts, { actionCase }: Dialect): string {
  const full = `${service}:${name}`;
  return actionCase === "insensitive" ? full.toLowerCase() : full;
}

/** The same for an action of a list. */
export function listedKey({ fullName }: Action, { actionCase }: Dialect): string {
  return actionCase === "insensitive" ? fullName.toLowerCase() : fullName;
}

/** The action of this name when case does not count. */
export function actionInAnyCase({ actions, byName }: Service, name: string): Action | undefined {
  const exact = byName.get(name);
  if (exact !== undefined) return exact;
  const lower = name.toLowerCase();
  return actions.find((action) => action.name.toLowerCase() === lower);
}

/** `*`, `*:*`: the name part of an action that leaves nothing of a service out. */
export function isEveryName(name: string): boolean {
  return /^\*[*:]*$/.test(name);
}
