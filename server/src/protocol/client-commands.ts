// Commands that the editor's side has and the server offers with findings. Editors say in `initializationOptions`
// which of them they know; the others are not shown them.

/** Opens the page about a check. Takes its id; without one, the person is asked. */
export const OPEN_CHECK_PAGE = "accessPolicy.openCheckPage";

/** Asks for the reason of a suppression. Takes an `UndecidedSuppression`. */
export const SUPPRESS = "accessPolicy.suppress";

/** Asks for the level of a check. Takes an `UndecidedLevel`. */
export const SET_LEVEL = "accessPolicy.setLevel";

/** Shows what a policy allows more and less than an earlier version. Takes `{ uri }` of the document. */
export const SHOW_ACCESS_CHANGES = "accessPolicy.showAccessChanges";

/** Shows what policies let someone do. Takes the URI of the document, and the position of the policy or statement. */
export const EXPLAIN = "accessPolicy.explain";

/** The editor's own: asks for proposals where a proposal that was taken is gone on with. */
export const SUGGEST_AGAIN = "editor.action.triggerSuggest";

export interface ClientCommands {
  readonly commands: readonly string[];
}

export function knownCommands(initializationOptions: unknown): ReadonlySet<unknown> {
  if (typeof initializationOptions !== "object" || initializationOptions === null) return new Set();
  const commands: unknown = "commands" in initializationOptions ? initializationOptions.commands : undefined;
  return new Set(Array.isArray(commands) ? commands : []);
}
