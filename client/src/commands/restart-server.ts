// The command "Restart Server": for when the server misbehaves, or to start it before a policy is open.
import { commands, type Disposable } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Ready } from "../server.js";

export function registerRestartServer(
  running: () => BaseLanguageClient | undefined,
  start: Ready,
): Disposable {
  return commands.registerCommand("accessPolicy.restartServer", async () => {
    const client = running();
    if (!client) {
      await start();
      return;
    }
    if (client.isRunning()) {
      await client.stop();
    }
    await client.start();
  });
}
