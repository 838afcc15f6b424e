// Decisions about findings, between the editor that asks a person and the feature that writes them.
import type { CommandFor } from "../features/decide.js";
import { SET_LEVEL, SUPPRESS } from "../protocol/client-commands.js";
import type { UndecidedLevel, UndecidedSuppression } from "../protocol/decision.js";

/** Undefined where the editor cannot ask for what is missing. */
export function commandsThatAsk(uri: string, known: ReadonlySet<unknown>): CommandFor | undefined {
  if (!known.has(SUPPRESS) || !known.has(SET_LEVEL)) return undefined;
  return (choice, title) => {
    const undecided: UndecidedSuppression | UndecidedLevel = { ...choice, uri };
    return { title, command: choice.kind === "level" ? SET_LEVEL : SUPPRESS, arguments: [undecided] };
  };
}
