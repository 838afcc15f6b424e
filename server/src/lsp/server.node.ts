// Starts the language server on Node: over `--stdio`, or over the channel of a parent process (`--node-ipc`).
import { join } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import packageJson from "../../package.json" with { type: "json" };
import { bundledCatalog } from "../bundled/catalog.js";
import { loadTexts } from "../bundled/texts.node.js";
import { loadTranslation } from "../bundled/translation.node.js";
import { createClientFiles } from "./client-files.js";
import { isOnDisk, withFilesElsewhere } from "./files-elsewhere.js";
import { readProjectFile } from "./projects.node.js";
import { startServer } from "./server.js";
import { createWorkspaceFiles } from "./workspace.node.js";

const data = join(__dirname, "data");
const catalog = bundledCatalog(() => loadTexts(data));

const connection = createConnection(ProposedFeatures.all);
// The folders of an editor need not be on this disk.
const elsewhere = createClientFiles(connection, () => performance.now());

startServer(connection, {
  catalog,
  loadTranslation: (language) => loadTranslation(data, language),
  prepare: (uri, folders) =>
    elsewhere.prepare(
      uri,
      folders.filter((folder) => !isOnDisk(folder)),
    ),
  readProjectFile: (uri) => (isOnDisk(uri) ? readProjectFile(uri) : elsewhere.textOf(uri)),
  // Everybody's day, so that all machines of a team agree.
  today: () => new Date().toISOString().slice(0, 10),
  version: packageJson.version,
  workspaceFiles: withFilesElsewhere(createWorkspaceFiles(), elsewhere),
});
