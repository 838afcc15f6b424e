// Answers `workspace/diagnostic`. A client that takes partial results is told while the work goes on; when nothing
// is new its request stays open until something is, so that an editor that asks again and again asks for nothing.
import type {
  CancellationToken,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { WorkspaceDiagnostics } from "./workspace-diagnostics.js";

export interface WorkspacePull {
  readonly answer: (
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ) => Promise<WorkspaceDiagnosticReport>;
  readonly changed: (keys: ReadonlySet<string>) => void;
  /** An editor that closes a file forgets what it was told about it: it is told once more. */
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
  wasTold: boolean;
}

export function createWorkspacePull(
  workspace: WorkspaceDiagnostics,
  keyOf: (uri: string) => string | undefined,
): WorkspacePull {
  const open = new Set<OpenRequest>();
  const forgotten = new Set<string>();

  function tell(request: OpenRequest, keys: Iterable<string>): void {
    const items = newsFor(request.known, keys).filter(({ kind }) => kind === "full");
    if (items.length === 0) return;
    request.wasTold = true;
    request.report(items);
  }

  /** What is to be said about these files; nothing about a clean one of which the client has not heard. */
  function newsFor(known: Known, keys: Iterable<string>): WorkspaceDocumentDiagnosticReport[] {
    const news: WorkspaceDocumentDiagnosticReport[] = [];
    for (const key of keys) {
      const { items, resultId, version } = workspace.reports.get(key) ?? NOTHING;
      const before = known.get(key);
      const mustSay = forgotten.delete(key);
      if (!mustSay && (before ?? NOTHING.resultId) === resultId) {
        if (before !== undefined) news.push({ kind: "unchanged", uri: key, version, resultId });
        continue;
      }
      news.push({ kind: "full", uri: key, version, resultId, items: [...items] });
      known.set(key, resultId);
    }
    return news;
  }

  function allKeys(known: Known): Set<string> {
    return new Set([...known.keys(), ...workspace.reports.keys(), ...forgotten]);
  }

  function hold(known: Known, token: CancellationToken, report: OpenRequest["report"]): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        open.delete(request);
        resolve();
      };
      const request: OpenRequest = { known, report, end, wasTold: false };
      open.add(request);
      token.onCancellationRequested(end);
      tell(request, allKeys(known));
      void workspace.settled().then(() => {
        if (!open.has(request)) return;
        tell(request, allKeys(known));
        if (request.wasTold) end();
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
      for (const request of [...open]) {
        tell(request, keys);
        if (request.wasTold && !workspace.isBusy()) request.end();
      }
    },
    closed: (key) => void forgotten.add(key),
    stop() {
      for (const { end } of [...open]) end();
    },
  };
}

const NOTHING = { items: [], resultId: "", version: null };
