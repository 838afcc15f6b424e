// What a click on a line above the text does.
import type { Command } from "vscode-languageserver-types";

/** Where the editor has no such command, the line is text: that is how one without a name is shown. */
export function lensCommand(title: string, command: string | undefined, args: unknown[]): Command {
  return command === undefined ? { title, command: "" } : { title, command, arguments: args };
}
