// The entry on the desktop and on remote machines: the server is a Node process of its own, reached over IPC.
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type AccessPolicyExtension, start } from "./extension.js";

export function activate(context: ExtensionContext): AccessPolicyExtension {
  const server = { module: context.asAbsolutePath("server/dist/server.js"), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  return start(
    context,
    // The id is also the section of the settings, where the client looks for "trace.server".
    (options) => new LanguageClient("accessPolicy", "Access Policy", { run: server, debug }, options),
  );
}
