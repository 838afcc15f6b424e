// How an editor asks: which request is answered by which feature, read from top to bottom as a table.
// What the features know is in `features/`; what is open is in `documents.ts`.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Application, Catalog } from "../core/index.js";
import { codeActions } from "../features/code-actions.js";
import { completion, resolveCompletion, TRIGGER_CHARACTERS } from "../features/completion.js";
import { DIAGNOSTIC_SOURCE, diagnostics } from "../features/diagnostics.js";
import type { ServedDocument, Services } from "../features/document.js";
import { documentSymbols } from "../features/document-symbols.js";
import { hover } from "../features/hover.js";
import { STATUS_REQUEST } from "../protocol/status.js";
import { createDocuments } from "./documents.js";
import { createFence } from "./fence.js";
import { createPublisher } from "./publish.js";
import { DEFAULT_SETTINGS, readSettings, SETTINGS_SECTION } from "./settings.js";
import { status } from "./status.js";
import { createWorkspaceApplications, type ReadWorkspace } from "./workspace.js";

/** What the platform (Node, browser) gives. */
export interface Host {
  readonly catalog: Catalog;
  readonly readWorkspace: ReadWorkspace;
  readonly version: string;
}

/** Listens until the connection closes. */
export function startServer(connection: Connection, { catalog, readWorkspace, version }: Host): void {
  const fence = createFence(connection.console);
  const open = new TextDocuments(TextDocument);
  let settings = DEFAULT_SETTINGS;
  let client: ClientAbilities = NO_ABILITIES;
  let folders: readonly string[] = [];
  const documents = createDocuments(
    (uri) => open.get(uri),
    catalog,
    () => settings,
  );
  const applications = createWorkspaceApplications(catalog, readWorkspace);
  const publisher = createPublisher(connection, documents);

  const services = (): Services => {
    let known: readonly Application[] | undefined;
    return {
      catalog,
      // Few requests are about applications, and to list them takes longer than to answer the others.
      get applications() {
        known ??= applications.list(settings.applications);
        return known;
      },
      snippets: client.snippets,
      listDefaults: client.listDefaults,
    };
  };
  /** A request about one document: nothing for documents that are not ours. */
  const ask = <Params extends { textDocument: { uri: string } }, Result>(
    name: string,
    nothing: Result,
    answer: (document: ServedDocument, params: Params) => Result,
  ) =>
    fence(name, nothing, (params: Params) => {
      const document = documents.get(params.textDocument.uri);
      return document === undefined ? nothing : answer(document, params);
    });

  connection.onInitialize((params) => {
    client = readAbilities(params);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    settings = readSettings(params.initializationOptions);
    return {
      capabilities: capabilities(client),
      serverInfo: { name: "access-policy-language-server", version },
    };
  });
  connection.onInitialized(
    fence("initialized", undefined, async () => {
      if (client.configuration) {
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: SETTINGS_SECTION,
        });
        await readClientSettings();
      }
      if (client.watchedFiles)
        await connection.client.register(DidChangeWatchedFilesNotification.type, WATCHERS);
      await applications.scan(folders);
    }),
  );

  connection.onDidChangeConfiguration(
    fence("didChangeConfiguration", undefined, async (params) => {
      if (client.configuration) await readClientSettings();
      else changeSettings(params.settings?.[SETTINGS_SECTION]);
    }),
  );
  connection.onDidChangeWatchedFiles(
    fence("didChangeWatchedFiles", undefined, ({ changes }) => {
      for (const { uri, type } of changes) if (type === FileChangeType.Deleted) applications.forget(uri);
      return applications.scan(folders);
    }),
  );

  connection.languages.diagnostics.on(
    fence("diagnostic", NO_DIAGNOSTICS, ({ textDocument }) => {
      const document = documents.get(textDocument.uri);
      return document ? { kind: "full", items: diagnostics(document) } : NO_DIAGNOSTICS;
    }),
  );
  connection.onCompletion(
    ask("completion", null, (document, { position }) => completion(document, position, services())),
  );
  connection.onCompletionResolve((item) =>
    fence("completionItem/resolve", item, () => resolveCompletion(item, services()))(item),
  );
  connection.onHover(ask("hover", null, (document, { position }) => hover(document, position, services())));
  connection.onCodeAction(ask("codeAction", [], (document, { range }) => codeActions(document, range)));
  connection.onDocumentSymbol(ask("documentSymbol", [], (document) => documentSymbols(document)));
  connection.onRequest(
    STATUS_REQUEST,
    fence("status", null, ({ uri }: { uri: string }) => status(documents.get(uri), catalog)),
  );

  open.onDidChangeContent(({ document }) => {
    const served = documents.get(document.uri);
    if (served !== undefined) applications.learn(document.uri, served.file);
    if (!client.pullsDiagnostics) publisher.publish(document.uri, document.version, served);
  });
  open.onDidClose(({ document }) => {
    documents.forget(document.uri);
    if (!client.pullsDiagnostics) publisher.clear(document.uri);
  });

  async function readClientSettings(): Promise<void> {
    changeSettings(await connection.workspace.getConfiguration(SETTINGS_SECTION));
  }

  function changeSettings(section: unknown): void {
    settings = readSettings(section);
    documents.forgetAll();
    if (client.pullsDiagnostics) {
      if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    } else for (const { uri, version } of open.all()) publisher.publish(uri, version, documents.get(uri));
  }

  open.listen(connection);
  connection.listen();
}

const NO_DIAGNOSTICS: DocumentDiagnosticReport = { kind: "full", items: [] };

const WATCHERS = { watchers: [{ globPattern: "**/*.json" }] };

interface ClientAbilities {
  readonly configuration: boolean;
  readonly listDefaults: { readonly editRange: boolean; readonly data: boolean };
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly snippets: boolean;
  readonly watchedFiles: boolean;
}

const NO_ABILITIES: ClientAbilities = {
  configuration: false,
  listDefaults: { editRange: false, data: false },
  pullsDiagnostics: false,
  refreshesDiagnostics: false,
  snippets: false,
  watchedFiles: false,
};

function readAbilities({ capabilities: { textDocument, workspace } }: InitializeParams): ClientAbilities {
  const listDefaults = textDocument?.completion?.completionList?.itemDefaults ?? [];
  return {
    listDefaults: { editRange: listDefaults.includes("editRange"), data: listDefaults.includes("data") },
    configuration:
      workspace?.configuration === true && workspace.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

function capabilities(client: ClientAbilities): InitializeResult["capabilities"] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { resolveProvider: true, triggerCharacters: [...TRIGGER_CHARACTERS] },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: ["quickfix"] },
    documentSymbolProvider: { label: "Access Policy" },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: DIAGNOSTIC_SOURCE,
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
}
