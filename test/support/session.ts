// A language server in memory and a client that talks to it over JSON-RPC: what an editor would see.
import { PassThrough } from "node:stream";
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startServer } from "../../server/src/lsp/server.js";
import type { WorkspaceFiles } from "../../server/src/lsp/workspace-files.js";
import { STATUS_REQUEST } from "../../server/src/protocol/status.js";
import { miniCatalog } from "./mini-catalog.js";

export interface Session {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Opens a document; its version is 1. */
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
  /** Replaces the whole text. */
  readonly change: (uri: string, version: number, text: string) => Promise<void>;
  /** The next diagnostics that the server pushes for a document. */
  readonly published: (uri: string) => Promise<PublishDiagnosticsParams>;
  readonly stop: () => Promise<void>;
}

export interface SessionOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Value of the section `accessPolicy`, as a client answers it. */
  readonly settings?: unknown;
  /** Texts of files by their URIs; a test may change them. */
  readonly workspace?: Map<string, string>;
  /** Before the server is spoken to. */
  readonly prepare?: (client: ProtocolConnection) => void;
  /** Instead of the texts. */
  readonly workspaceFiles?: WorkspaceFiles;
  /** URIs of the folders of the workspace. */
  readonly folders?: readonly string[];
  /** Project files on disk, by their URIs. */
  readonly projectFiles?: ReadonlyMap<string, string>;
}

/** Abilities of an editor of today. */
export const MODERN: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
  },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ["markdown", "plaintext"] },
  },
};

export async function startSession(options: SessionOptions = {}): Promise<Session> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(connection, {
    catalog: miniCatalog,
    readProjectFile: (uri) => options.projectFiles?.get(uri),
    today: () => "2026-11-21",
    version: "0.0.0",
    workspaceFiles: options.workspaceFiles ?? filesIn(options.workspace ?? new Map()),
  });
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const waiting = new Map<string, ((params: PublishDiagnosticsParams) => void)[]>();
  const arrived = new Map<string, PublishDiagnosticsParams[]>();
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const next = waiting.get(params.uri)?.shift();
    if (next !== undefined) next(params);
    else arrived.set(params.uri, [...(arrived.get(params.uri) ?? []), params]);
  });
  const configured = new Promise<void>((resolve) => {
    client.onRequest("workspace/configuration", () => {
      resolve();
      return [options.settings ?? null];
    });
  });
  client.onRequest("client/registerCapability", () => null);
  client.onRequest("workspace/diagnostic/refresh", () => null);
  options.prepare?.(client);
  client.listen();
  const folders = options.folders ?? (options.workspace ? ["file:///workspace"] : undefined);
  const initialized: InitializeResult = await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities: options.capabilities ?? MODERN,
    initializationOptions: options.initializationOptions,
  });
  await client.sendNotification("initialized", {});
  if ((options.capabilities ?? MODERN).workspace?.configuration) await configured;
  // Answered in order: when this comes back, the settings have been read.
  await client.sendRequest(STATUS_REQUEST, { uri: "" });
  return {
    client,
    initialized,
    open: (uri, text, languageId = "access-policy") =>
      client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, text) =>
      client.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    published: (uri) => {
      const known = arrived.get(uri)?.shift();
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve) => waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]));
    },
    async stop() {
      await client.sendRequest("shutdown");
      client.dispose();
      connection.dispose();
    },
  };
}

/** Files in memory, each of them in the folder that its URI begins with. */
export function filesIn(texts: ReadonlyMap<string, string>): WorkspaceFiles {
  const isIn = (uri: string) => (folder: string) => uri.startsWith(`${folder}/`);
  return {
    keyOf: (uri) => uri,
    find: async (folder) => [...texts.keys()].filter((uri) => isIn(uri)(folder)).sort(),
    sieve: async (folders) => (uri) => (texts.has(uri) && folders.some(isIn(uri)) ? "file" : undefined),
    read(uri) {
      const text = texts.get(uri);
      return text === undefined ? undefined : { text };
    },
    now: () => 0,
  };
}
