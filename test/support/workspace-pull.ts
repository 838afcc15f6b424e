// A client that pulls the diagnostics of the workspace as VS Code does: it takes partial results, knows what it was
// told before, and asks again when it has its answer.
import {
  CancellationTokenSource,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Session } from "./session.js";

export interface PullingClient {
  /** The codes of the diagnostics of each file that has some, in the order of names. */
  readonly shown: () => Record<string, string[]>;
  /** Comes when what is shown fits. */
  readonly until: (fits: (shown: Record<string, string[]>) => boolean) => Promise<void>;
  /** Every report so far, from the first. */
  readonly reports: WorkspaceDocumentDiagnosticReport[];
  /** How often it has asked. */
  readonly requests: () => number;
  readonly stop: () => Promise<void>;
}

export function pullWorkspace({ client }: Session): PullingClient {
  const known = new Map<string, { readonly resultId: string; readonly codes: string[] }>();
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  const waiting = new Set<() => void>();
  const cancellation = new CancellationTokenSource();
  let requests = 0;

  const shown = () => {
    const found = [...known].filter(([, { codes }]) => codes.length > 0);
    return Object.fromEntries(found.map(([uri, { codes }]) => [uri, codes] as const).sort());
  };
  const take = ({ items }: WorkspaceDiagnosticReport) => {
    for (const item of items) {
      reports.push(item);
      if (item.kind === "full") {
        const codes = item.items.map(({ code }) => String(code));
        known.set(item.uri, { resultId: item.resultId ?? "", codes });
      }
    }
    for (const look of [...waiting]) look();
  };
  const ask = async () => {
    while (!cancellation.token.isCancellationRequested) {
      const partialResultToken = `pull ${++requests}`;
      const listening = client.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, take);
      const previousResultIds = [...known].map(([uri, { resultId }]) => ({ uri, value: resultId }));
      const params = { previousResultIds, partialResultToken };
      take(await client.sendRequest(WorkspaceDiagnosticRequest.type, params, cancellation.token));
      listening.dispose();
    }
  };
  const asking = ask();

  return {
    shown,
    reports,
    requests: () => requests,
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          if (!fits(shown())) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      cancellation.cancel();
      await asking;
    },
  };
}
