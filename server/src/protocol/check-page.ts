// The command that opens the page about a check: the editor's side has it, the server offers it with findings.

/** Takes the id of a check; without one, the person is asked. */
export const OPEN_CHECK_PAGE = "accessPolicy.openCheckPage";

/** What a client may say in `initializationOptions`: which of our commands it can carry out. */
export interface ClientCommands {
  readonly commands: readonly string[];
}

/** Editors that do not know the command are not shown it. */
export function opensCheckPages(initializationOptions: unknown): boolean {
  if (typeof initializationOptions !== "object" || initializationOptions === null) return false;
  const commands: unknown = "commands" in initializationOptions ? initializationOptions.commands : undefined;
  return Array.isArray(commands) && commands.includes(OPEN_CHECK_PAGE);
}
