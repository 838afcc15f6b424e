// The entry in a browser, where there is no Node: the server is a worker beside the one that extensions run in.
import { Disposable, type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { type AccessPolicyExtension, start } from "./extension.js";
import { readServerTexts } from "./translation.js";

export function activate(context: ExtensionContext): AccessPolicyExtension {
  const server = Uri.joinPath(context.extensionUri, "server/dist/server.web.js").toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push(new Disposable(() => worker?.terminate()));

  /** A server that is started again needs another worker. */
  async function connect() {
    worker?.terminate();
    worker = new Worker(server, { name: "Access Policy" });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  }

  return start(
    context,
    (options) => new LanguageClient("accessPolicy", "Access Policy", connect, options),
    () => readServerTexts(context.extensionUri),
  );
}
