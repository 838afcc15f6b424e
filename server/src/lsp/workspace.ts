// Everything about the files of the workspace in one place for the server: which are judged, how clients are told,
// and what completion learns of them. The parts are in `workspace-*.ts`.
import * as l10n from "@vscode/l10n";
import {
  type Connection,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  MessageType,
  ShowMessageNotification,
  WatchKind,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver";
import { type Catalog, createIdReader } from "../core/index.js";
import { diagnostics as diagnosticsOf } from "../features/diagnostics.js";
import type { Documents } from "./documents.js";
import { stackOf } from "./fence.js";
import { isProjectFile } from "./projects.js";
import { createWorkspaceApplications, type WorkspaceApplications } from "./workspace-applications.js";
import { createWorkspaceDiagnostics } from "./workspace-diagnostics.js";
import { IGNORE_FILE, type WorkspaceFiles } from "./workspace-files.js";
import { reportOf } from "./workspace-judge.js";
import { createWorkspaceProgress } from "./workspace-progress.js";
import { createWorkspacePull, type WorkspacePull } from "./workspace-pull.js";
import { createWorkspaceSymbolIndex, type WorkspaceSymbolIndex } from "./workspace-symbol-index.js";

export interface Workspace {
  readonly applications: WorkspaceApplications;
  readonly symbols: WorkspaceSymbolIndex;
  /** Keys of the files that something is known of. */
  readonly reported: () => Iterable<string>;
  readonly pull: WorkspacePull["answer"];
  /** Any document, open or not. */
  readonly pullDocument: (params: DocumentDiagnosticParams) => Promise<DocumentDiagnosticReport>;
  readonly setFolders: (folders: readonly string[]) => void;
  readonly filesChanged: (uris: readonly string[]) => void;
  readonly judgeAll: () => void;
  /** Looks at every file again, and comes back when nothing is left to be judged. */
  readonly check: () => Promise<{
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
  }>;
  readonly documentChanged: (uri: string) => void;
  readonly documentClosed: (uri: string) => void;
  /** Whether something is known, and told, of a file without it being open. */
  readonly covers: (uri: string) => boolean;
  readonly stop: () => void;
}

export interface WorkspaceSurroundings {
  readonly catalog: Catalog;
  readonly connection: Connection;
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  readonly limit: () => number;
  readonly pullsDiagnostics: () => boolean;
  readonly versionOf: (uri: string) => number | undefined;
  /** Whether it is told when files change. */
  readonly watchesFiles: () => boolean;
}

/** Who types is not disturbed; the editor asks about the document itself at once. */
const PAUSE_MS = 500;

export function createWorkspace(around: WorkspaceSurroundings): Workspace {
  const { connection, documents, files } = around;
  const applications = createWorkspaceApplications(around.catalog);
  const symbols = createWorkspaceSymbolIndex(createIdReader(around.catalog));
  const progress = createWorkspaceProgress(connection.window, files.now);
  /** As the editor spells them, by their keys. */
  const spellings = new Map<string, string>();
  const edited = new Set<string>();
  const tooLarge = new Set<string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let saidFull = false;

  const diagnostics = createWorkspaceDiagnostics({
    files,
    limit: around.limit,
    judge(key, text) {
      if (isProjectFile(key)) {
        const judged = documents.judgeText(key, text);
        if (judged !== undefined) symbols.read(key, judged, undefined);
        return judged;
      }
      const served = documents.serveText(key, text);
      if (served !== undefined) applications.read(key, served.file);
      if (served !== undefined) symbols.read(key, served, served);
      return served;
    },
    open(key) {
      const uri = spellings.get(key) ?? key;
      const version = around.versionOf(uri);
      return version === undefined ? undefined : { judged: documents.judge(uri), version };
    },
    forget(key) {
      applications.forget(key);
      symbols.forget(key);
    },
    changed: (keys) => (around.pullsDiagnostics() ? pull.changed(keys) : push(keys)),
    worked: progress.worked,
    rested: progress.rested,
    isFull(limit) {
      if (saidFull) return;
      saidFull = true; // Once is enough; the setting may have been chosen with care.
      const message = l10n.t(
        "Only {limit} policies of the workspace are checked without being opened; the setting accessPolicy.workspaceLimit says how many",
        { limit },
      );
      connection.console.warn(message);
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    },
    isTooLarge(key) {
      if (tooLarge.has(key)) return;
      tooLarge.add(key);
      connection.console.warn(`${key} is too large to be checked without being opened`);
    },
    failed(key, error) {
      connection.console.error(`workspace ${key} failed: ${stackOf(error)}`);
    },
  });
  const pull = createWorkspacePull(diagnostics, files.keyOf);

  /** Open documents are pushed as they change, by others. */
  function push(keys: ReadonlySet<string>): void {
    for (const key of keys) {
      const uri = spellings.get(key) ?? key;
      if (around.versionOf(uri) !== undefined) continue;
      const items = diagnostics.reports.get(key)?.items ?? [];
      void connection.sendDiagnostics({ uri, diagnostics: [...items] });
    }
  }

  function keysOf(uris: Iterable<string>): string[] {
    return [...uris].map(files.keyOf).filter((key) => key !== undefined);
  }

  function lookAtEdited(): void {
    waiting = undefined;
    diagnostics.filesChanged([...edited]);
    edited.clear();
  }

  async function pullDocument(params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const { previousResultId, textDocument } = params;
    const { uri } = textDocument;
    const key = files.keyOf(uri);
    const judged = documents.judge(uri);
    const isFile = judged === undefined && key !== undefined && around.versionOf(uri) === undefined;
    const known = isFile ? await diagnostics.judgeNow(key) : undefined;
    const { items, resultId } = known ?? reportOf(judged === undefined ? [] : diagnosticsOf(judged));
    if (resultId === previousResultId) return { kind: "unchanged", resultId };
    if (items.length > 0) pull.shown(key ?? uri);
    return { kind: "full", items: [...items], resultId };
  }

  return {
    applications,
    symbols,
    reported: () => diagnostics.reports.keys(),
    pullDocument,
    pull(params, token, report): Promise<WorkspaceDiagnosticReport> {
      if (!around.watchesFiles()) diagnostics.searchAgain();
      return pull.answer(params, token, report);
    },
    setFolders: (folders) => diagnostics.setFolders(keysOf(folders)),
    filesChanged(uris) {
      if (uris.some((uri) => uri.endsWith(`/${IGNORE_FILE}`))) diagnostics.searchAgain();
      diagnostics.filesChanged(keysOf(uris));
    },
    judgeAll: diagnostics.judgeAll,
    async check() {
      diagnostics.searchAgain();
      await diagnostics.settled();
      const reports = [...diagnostics.reports.values()];
      const count = (severity: DiagnosticSeverity) =>
        reports.reduce(
          (sum, { items }) => sum + items.filter((item) => item.severity === severity).length,
          0,
        );
      return {
        files: reports.length,
        errors: count(DiagnosticSeverity.Error),
        warnings: count(DiagnosticSeverity.Warning),
      };
    },
    documentChanged(uri) {
      const key = files.keyOf(uri);
      if (key === undefined) return;
      spellings.set(key, uri);
      edited.add(key);
      clearTimeout(waiting);
      waiting = setTimeout(lookAtEdited, PAUSE_MS);
    },
    documentClosed(uri) {
      const key = files.keyOf(uri);
      if (key === undefined) return;
      edited.delete(key);
      pull.closed(key);
      diagnostics.fileClosed(key);
    },
    covers: (uri) => diagnostics.reports.has(files.keyOf(uri) ?? ""),
    stop() {
      clearTimeout(waiting);
      pull.stop();
      diagnostics.stop();
    },
  };
}

/** Of folders it is only told that they came and went; what is in them then is looked for. */
export const WORKSPACE_WATCHERS = {
  watchers: [
    { globPattern: "**/*.{json,jsonc}", kind: WatchKind.Change },
    { globPattern: `**/${IGNORE_FILE}`, kind: WatchKind.Change },
    { globPattern: "**", kind: WatchKind.Create | WatchKind.Delete },
  ],
};
