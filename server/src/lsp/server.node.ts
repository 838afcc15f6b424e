// Starts the language server on Node: over `--stdio`, or over the channel of a parent process (`--node-ipc`).
import { join } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import packageJson from "../../package.json" with { type: "json" };
import { bundledCatalog } from "../bundled/catalog.js";
import { loadTexts } from "../bundled/texts.node.js";
import { readProjectFile } from "./projects.node.js";
import { startServer } from "./server.js";
import { createWorkspaceFiles } from "./workspace.node.js";

const catalog = bundledCatalog(() => loadTexts(join(__dirname, "data")));

startServer(createConnection(ProposedFeatures.all), {
  catalog,
  readProjectFile,
  // Everybody's day, so that all machines of a team agree.
  today: () => new Date().toISOString().slice(0, 10),
  version: packageJson.version,
  workspaceFiles: createWorkspaceFiles(),
});
