// Pushes diagnostics to clients that cannot pull them.
import type { Connection } from "vscode-languageserver";
import { diagnostics } from "../features/diagnostics.js";
import type { JudgedDocument } from "../features/document.js";
import type { Documents } from "./documents.js";
import { fenced } from "./fence.js";

/** From this size on (UTF-16 units) a burst of keystrokes is answered once, at its end. */
const LARGE = 100_000;
const PAUSE_MS = 200;

export interface Publisher {
  readonly publish: (uri: string, version: number, document: JudgedDocument | undefined) => void;
  /** Takes back what was told, unless others go on telling about the file. */
  readonly close: (uri: string, others: boolean) => void;
}

export function createPublisher(connection: Connection, documents: Documents): Publisher {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const served = new Set<string>();

  function send(uri: string, version: number, document: JudgedDocument | undefined): void {
    if (document === undefined && !served.delete(uri)) return; // Never ours: nothing to take back.
    if (document !== undefined) served.add(uri);
    void connection.sendDiagnostics({ uri, version, diagnostics: document ? diagnostics(document) : [] });
  }

  function stopWaiting(uri: string): void {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  }

  return {
    publish(uri, version, document) {
      stopWaiting(uri);
      if ((document?.text.length ?? 0) < LARGE) send(uri, version, document);
      else
        waiting.set(
          uri,
          setTimeout(
            fenced(connection.console, "publishDiagnostics", () => send(uri, version, documents.judge(uri))),
            PAUSE_MS,
          ),
        );
    },
    close(uri, others) {
      stopWaiting(uri);
      if (served.delete(uri) && !others) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
