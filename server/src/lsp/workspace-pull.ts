// Answers `workspace/diagnostic`. A client that takes partial results is told while the work goes on, and for a
// while after it: so that news come at once, and an editor that asks again and again asks seldom.
import type {
  CancellationToken,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { WorkspaceDiagnostics } from "./workspace-diagnostics.js";
import { reportOf } from "./workspace-judge.js";

export interface WorkspacePull {
  readonly answer: (
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ) => Promise<WorkspaceDiagnosticReport>;
  readonly changed: (keys: ReadonlySet<string>) => void;
  /** It was told about a document by itself. VS Code goes on showing that when the document is closed. */
  readonly shown: (key: string) => void;
  /** VS Code forgets then what it was told of a file. */
  readonly closed: (key: string) => void;
  /** Answers what is still open. */
  readonly stop: () => void;
}

/** What a client knows: the result ids by the keys of files. */
type Known = Map<string, string>;

interface OpenRequest {
  readonly known: Known;
  readonly report: (items: WorkspaceDocumentDiagnosticReport[]) => void;
  readonly end: () => void;
}

/** What an editor has forgotten without a word comes back to it after this time at the latest. */
const PATIENCE_MS = 3_000;

export function createWorkspacePull(
  workspace: WorkspaceDiagnostics,
  keyOf: (uri: string) => string | undefined,
): WorkspacePull {
  const open = new Set<OpenRequest>();
  /** While a client does not say that it knows of these, it may show what is not there any more. */
  const shown = new Set<string>();

  function tell(request: OpenRequest, keys: Iterable<string>): void {
    const items = newsFor(request.known, keys).filter(({ kind }) => kind === "full");
    if (items.length === 0) return;
    request.report(items);
  }

  /** What is to be said about these files; nothing about a clean one of which the client shows nothing. */
  function newsFor(known: Known, keys: Iterable<string>): WorkspaceDocumentDiagnosticReport[] {
    const news: WorkspaceDocumentDiagnosticReport[] = [];
    for (const key of keys) {
      const { items, resultId, version } = workspace.reports.get(key) ?? NOTHING;
      const before = known.get(key);
      if (before === resultId) news.push({ kind: "unchanged", uri: key, version, resultId });
      if (before === resultId || (before === undefined && items.length === 0 && !shown.has(key))) continue;
      news.push({ kind: "full", uri: key, version, resultId, items: [...items] });
      known.set(key, resultId);
    }
    return news;
  }

  function allKeys(known: Known): Set<string> {
    return new Set([...known.keys(), ...workspace.reports.keys(), ...shown]);
  }

  function hold(known: Known, token: CancellationToken, report: OpenRequest["report"]): Promise<void> {
    return new Promise((resolve) => {
      let patience: ReturnType<typeof setTimeout> | undefined;
      const end = () => {
        clearTimeout(patience);
        open.delete(request);
        resolve();
      };
      const request: OpenRequest = { known, report, end };
      open.add(request);
      token.onCancellationRequested(end);
      tell(request, allKeys(known));
      void workspace.settled().then(() => {
        if (!open.has(request)) return;
        tell(request, allKeys(known));
        patience = setTimeout(end, PATIENCE_MS);
      });
    });
  }

  return {
    async answer({ previousResultIds }, token, progress) {
      const known = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri) ?? uri, value]));
      if (progress === undefined) {
        await workspace.settled();
        return { items: newsFor(known, allKeys(known)) };
      }
      await hold(known, token, (items) => progress.report({ items }));
      return { items: [] };
    },
    changed(keys) {
      for (const request of open) tell(request, keys);
    },
    shown: (key) => void shown.add(key),
    closed(key) {
      for (const { known } of open) known.delete(key);
    },
    stop() {
      for (const { end } of [...open]) end();
    },
  };
}

const NOTHING = { ...reportOf([]), version: null };
