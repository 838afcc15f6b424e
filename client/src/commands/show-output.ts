// The command "Show Output": brings the log of client and server to the front.
import { commands, type Disposable, type OutputChannel } from "vscode";

export function registerShowOutput(output: OutputChannel): Disposable {
  return commands.registerCommand("accessPolicy.showOutput", () => output.show());
}
