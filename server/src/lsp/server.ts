// How an editor asks: which request is answered by which feature, read from top to bottom as a table.
// What the features know is in `features/`; what is open is in `documents.ts`.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  TextDocuments,
  type WorkspaceEdit,
  type WorkspaceFoldersChangeEvent,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Catalog,
  createIdReader,
  type Language,
  languageFor,
  PROJECT_FILE_NAME,
  speak,
  type Translation,
} from "../core/index.js";
import { decide } from "../features/decide.js";
import type { ServedDocument } from "../features/document.js";
import { DECIDE_REQUEST, type DecideParams, type DecideResult } from "../protocol/decision.js";
import { STATUS_REQUEST } from "../protocol/status.js";
import { sentTranslation } from "../protocol/translation.js";
import { type ClientAbilities, capabilities, NO_ABILITIES, readAbilities } from "./abilities.js";
import { answerAuthors } from "./authoring.js";
import { answerBesideText } from "./beside-text.js";
import { answerChanges, createBases } from "./changes.js";
import { createClientSettings } from "./client-settings.js";
import { createDocuments } from "./documents.js";
import { createFence, fenced } from "./fence.js";
import { registerFormatting } from "./formatting.js";
import { createAttachedSources, createGrantsWatch, withGroups } from "./grants.js";
import { helpWithText } from "./help-with-text.js";
import { applicationsOf, createProjects, isProjectFile, openProject } from "./projects.js";
import { createPublisher } from "./publish.js";
import { refreshDiagnostics } from "./request-refresh.js";
import { createServices } from "./services.js";
import { SETTINGS_SECTION } from "./settings.js";
import { status } from "./status.js";
import { createWorkspace, WORKSPACE_WATCHERS } from "./workspace.js";
import { answerAboutWorkspace } from "./workspace-answers.js";
import type { WorkspaceFiles } from "./workspace-files.js";
import { createWorkspaceIds } from "./workspace-ids.js";
import { isOfWorkspace } from "./workspace-schemes.js";

/** What the platform (Node, browser) gives. */
export interface Host {
  readonly catalog: Catalog;
  /** The text of a project file; undefined where there is none, or no disk. */
  readonly readProjectFile: (uri: string) => string | undefined;
  /** The day, as in `2027-06-30`. */
  readonly today: () => string;
  readonly version: string;
  readonly workspaceFiles: WorkspaceFiles;
  /** Absent where there is no disk to read it from. */
  readonly loadTranslation?: (language: Language) => Translation | undefined;
  /** What answers about a document wait for; absent or undefined where everything is at hand. */
  readonly prepare?: (uri: string, folders: readonly string[]) => Promise<void> | undefined;
}

/** Listens until the connection closes. */
export function startServer(connection: Connection, host: Host): void {
  const { catalog, readProjectFile, today, version, workspaceFiles: files } = host;
  const fence = createFence(connection.console, prepare);
  const open = new TextDocuments(TextDocument);
  const settings = createClientSettings(connection, judgeAnew);
  let client: ClientAbilities = NO_ABILITIES;
  let folders: readonly string[] = [];
  const projects = createProjects({
    folders: () => folders,
    open: () => open.all(),
    read: readProjectFile,
  });
  const bases = createBases();
  const documents = createDocuments(open, {
    ...{ catalog, projects, today },
    settings: settings.now,
    validatesJson: () => client.validatesJson,
    baseOf: bases.of,
    attached: createAttachedSources({
      ...{ open, files },
      policies: () => workspace.reported(),
      arrived: (uri) => grants.changed([uri]),
    }),
  });
  const workspace = createWorkspace({
    ...{ catalog, connection, documents, files },
    limit: () => settings.now().workspaceLimit,
    pullsDiagnostics: () => client.pullsDiagnostics,
    versionOf: (uri) => open.get(uri)?.version,
    watchesFiles: () => client.watchedFiles,
  });
  const { applications } = workspace;
  const grants = createGrantsWatch({
    ...{ documents, open, reported: workspace.reported, judge: workspace.filesChanged },
    console: connection.console,
    tellChange: () => beside.refresh(),
    tell({ uri, version }) {
      if (!client.pullsDiagnostics) publisher.publish(uri, version, documents.judge(uri));
      else refreshDiagnostics(connection, client);
    },
  });
  const publisher = createPublisher(connection, documents);
  const projectFindings = new Map<string, string>();

  const services = createServices({
    ...{ applications, catalog, client: () => client, settings: settings.now },
    firstProject: () => (folders[0] ? projects.of(`${folders[0]}/${PROJECT_FILE_NAME}`) : undefined),
  });
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
    const sent = sentTranslation(params.initializationOptions);
    const language = languageFor(params.locale);
    speak(language, sent ?? host.loadTranslation?.(language));
    client = readAbilities(params);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    settings.readInitial(params.initializationOptions);
    return {
      capabilities: capabilities(client),
      serverInfo: { name: "access-policy-language-server", version },
    };
  });
  connection.onInitialized(
    fence("initialized", undefined, async () => {
      if (client.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: SETTINGS_SECTION,
        });
      }
      if (client.configuration) await settings.read();
      if (client.watchedFiles)
        await connection.client.register(DidChangeWatchedFilesNotification.type, WORKSPACE_WATCHERS);
      if (client.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(changeFolders);
      workspace.setFolders(folders);
      await registerFormatting(connection, client.registersFormatting);
    }),
  );

  connection.onDidChangeConfiguration(
    fence("didChangeConfiguration", undefined, async (params) => {
      const told: unknown = params.settings?.[SETTINGS_SECTION];
      const isTold = told !== undefined && !client.registersConfiguration;
      if (client.configuration && !isTold) await settings.read();
      else settings.change(told);
    }),
  );
  connection.onDidChangeWatchedFiles(
    fence("didChangeWatchedFiles", undefined, async ({ changes }) => {
      await files.refresh?.(changes.map(({ uri }) => uri));
      const changed = changes.filter(({ uri }) => isProjectFile(uri)).map(({ uri }) => projects.refresh(uri));
      // Of a folder that came or went, editors do not tell what is in it.
      const hasFolders = changes.some(({ uri }) => !/\.\w+$/.test(uri));
      if (changed.includes(true) || (hasFolders && projects.refreshAll())) judgeAnew();
      workspace.filesChanged(changes.map(({ uri }) => uri));
      grants.changed(changes.map(({ uri }) => uri));
    }),
  );

  connection.languages.diagnostics.on(fence("diagnostic", NO_DIAGNOSTICS, workspace.pullDocument));
  connection.languages.diagnostics.onWorkspace((params, token, _, partial) =>
    fence("workspace/diagnostic", { items: [] }, () => workspace.pull(params, token, partial))(params),
  );
  helpWithText(connection, { ask, catalog, client: () => client, documents, fence, services });
  answerAuthors(connection, {
    fence,
    document: documents.get,
    services(uri) {
      const project = uri === undefined ? undefined : projects.of(uri);
      return services({ ...(project && { project }) });
    },
    folders: () => folders,
    checkWorkspace: workspace.check,
  });
  const beside = answerBesideText(connection, {
    ...{ ask, documents, fence, services },
    client: () => client,
    settings: settings.now,
  });
  const changes = answerChanges(connection, {
    ...{ bases, catalog, documents, fence },
    applicationsFor: (uri) => applicationsOf(projects.of(uri), settings.now().applications),
    client: () => client,
    publish: (uri) => publisher.publish(uri, open.get(uri)?.version ?? 0, documents.judge(uri)),
    textOf: (uri) => open.get(uri)?.getText(),
  });
  const ids = createWorkspaceIds({
    ...{ connection, documents, files, open, reader: createIdReader(catalog) },
    documentChanges: () => client.actions.documentChanges,
    folders: () => folders,
  });
  answerAboutWorkspace(connection, {
    ...{ documents, fence, open },
    ids: withGroups(ids, documents.get, () => client.actions),
    symbols: workspace.symbols,
  });
  connection.onRequest(
    STATUS_REQUEST,
    fence("status", null, ({ uri }: { uri: string }) => status(documents.get(uri), catalog)),
  );

  connection.onRequest(
    DECIDE_REQUEST,
    fence("decide", null, ({ uri, ...decision }: DecideParams): DecideResult<WorkspaceEdit> | null => {
      const document = documents.get(uri);
      const edit = document && decide(document, decision, client.actions);
      return document?.project && edit ? { uri: document.project.uri, edit } : null;
    }),
  );

  open.onDidChangeContent(({ document: { uri, version } }) => {
    void prepare(uri);
    if (!client.watchedFiles && projects.refreshAll()) judgeAnew();
    if (isProjectFile(uri) && projects.refresh(uri)) judgeAnew();
    const served = documents.get(uri);
    if (served !== undefined) applications.learn(files.keyOf(uri) ?? uri, served.file);
    const judged = isOfWorkspace(uri, [...folders, "file:"]) ? documents.judge(uri) : undefined;
    if (judged !== undefined) workspace.symbols.learn(files.keyOf(uri) ?? uri, judged, served);
    workspace.documentChanged(uri);
    grants.changed([uri]);
    if (!client.pullsDiagnostics) publisher.publish(uri, version, documents.judge(uri));
    const project = served?.project && openProject(served.project.uri, open.all());
    if (project !== undefined) tellProject(project);
  });
  open.onDidClose(({ document: { uri } }) => {
    documents.forget(uri);
    bases.forget(uri);
    beside.forget(uri);
    if (!client.pullsDiagnostics) publisher.close(uri, workspace.covers(uri));
    if (!workspace.covers(uri)) {
      applications.forget(files.keyOf(uri) ?? uri);
      workspace.symbols.forget(files.keyOf(uri) ?? uri);
    }
    // Nobody may have told of what was saved.
    if (files.refresh) void files.refresh([uri]).then(() => workspace.documentClosed(uri));
    else workspace.documentClosed(uri);
    if (isProjectFile(uri) && projects.refresh(uri)) judgeAnew();
  });

  function prepare(uri: string): Promise<void> | undefined {
    // A document may have been looked at before its project file was there.
    const refresh = () => projects.refreshAll() && judgeAnew();
    return host.prepare?.(uri, folders)?.then(fenced(connection.console, "prepare", refresh));
  }

  /** A change of a policy can make a suppression useless, which is told in the project file. */
  function tellProject({ uri, version }: TextDocument): void {
    const judged = documents.judge(uri);
    const found = JSON.stringify(judged?.findings());
    if (projectFindings.get(uri) === found) return;
    const isKnown = projectFindings.has(uri);
    projectFindings.set(uri, found);
    if (!client.pullsDiagnostics) publisher.publish(uri, version, judged);
    else if (isKnown) refreshDiagnostics(connection, client);
  }

  function changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    workspace.setFolders(folders);
  }

  function judgeAnew(): void {
    documents.forgetAll();
    workspace.judgeAll();
    beside.refresh();
    if (client.pullsDiagnostics) refreshDiagnostics(connection, client);
    else for (const { uri, version } of open.all()) publisher.publish(uri, version, documents.judge(uri));
  }

  connection.onShutdown(() => {
    changes.stop();
    grants.stop();
    workspace.stop();
  });
  open.listen(connection);
  connection.listen();
}

const NO_DIAGNOSTICS: DocumentDiagnosticReport = { kind: "full", items: [] };
