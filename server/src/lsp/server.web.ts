// Starts the language server in a web worker: the page is reached by messages, and there is no disk.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import packageJson from "../../package.json" with { type: "json" };
import { bundledCatalog } from "../bundled/catalog.js";
import { createClientFiles } from "./client-files.js";
import { createClientTexts } from "./client-texts.js";
import { startServer } from "./server.js";

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
const texts = createClientTexts(connection);
const files = createClientFiles(connection, () => performance.now());

startServer(connection, {
  catalog: bundledCatalog(texts.now),
  prepare(uri, folders) {
    const waiting = [texts.load(), files.prepare(uri, folders)].filter((each) => each !== undefined);
    return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => {});
  },
  readProjectFile: files.textOf,
  // Everybody's day, so that all members of a team agree.
  today: () => new Date().toISOString().slice(0, 10),
  version: packageJson.version,
  workspaceFiles: files,
});
