// The documentation texts where there is no disk: the editor reads them from where the extension came from. They are
// asked for with the first document, so that the server starts without them.
import type { RemoteConsole } from "vscode-languageserver";
import type { CatalogTexts } from "../core/index.js";
import { READ_TEXTS_REQUEST } from "../protocol/files.js";
import type { Client } from "./client-files.js";

export interface ClientTexts {
  /** Undefined when they are here. */
  readonly load: () => Promise<void> | undefined;
  /** Empty before. */
  readonly now: () => CatalogTexts;
}

export function createClientTexts(
  connection: Client & { readonly console: Pick<RemoteConsole, "error"> },
): ClientTexts {
  let texts: CatalogTexts | undefined;
  let loading: Promise<void> | undefined;

  async function read(): Promise<void> {
    try {
      texts = JSON.parse(await connection.sendRequest<string>(READ_TEXTS_REQUEST));
    } catch (error) {
      // Without them a hover says less, and everything else is as it is.
      connection.console.error(`The documentation texts could not be read: ${String(error)}`);
      texts = NO_TEXTS;
    }
  }

  return {
    load() {
      if (texts !== undefined) return undefined;
      loading ??= read();
      return loading;
    },
    now: () => texts ?? NO_TEXTS,
  };
}

const NO_TEXTS: CatalogTexts = { version: 1, actions: {}, presets: {}, operators: {}, keys: {} };
