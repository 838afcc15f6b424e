// The entry in a browser, where there is no Node: the server is a worker beside the one that extensions run in.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type AccessPolicyExtension, start } from "./extension.js";

export function activate(context: ExtensionContext): AccessPolicyExtension {
  const server = Uri.joinPath(context.extensionUri, "server/dist/server.web.js").toString(true);
  return start(
    context,
    // A function, because a server that is started again needs another worker.
    (options) =>
      new LanguageClient(
        "accessPolicy",
        "Access Policy",
        async () => new Worker(server, { name: "Access Policy" }),
        options,
      ),
  );
}
