// The entry in a browser, where there is no Node: the server is a worker beside the one that extensions run in.
import { Disposable, type ExtensionContext, env, l10n, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import type { WithTranslation } from "../../server/src/protocol/translation.js";
import { type AccessPolicyExtension, start } from "./extension.js";
import { readText } from "./files.js";

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
    () => readTranslation(context.extensionUri),
  );
}

/** The texts of the server where this side has texts in the language of the editor, too. */
async function readTranslation(extension: Uri): Promise<WithTranslation> {
  if (l10n.bundle === undefined) return {};
  const file = Uri.joinPath(extension, `server/dist/data/bundle.l10n.${env.language}.json`);
  return { translation: JSON.parse(await readText(file)) };
}
