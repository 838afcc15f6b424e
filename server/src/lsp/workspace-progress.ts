// Shows that the workspace is being searched, when that takes longer than a moment, to clients that can show it.
import * as l10n from "@vscode/l10n";
import type { Connection } from "vscode-languageserver";

export interface WorkspaceProgress {
  /** So many files were looked at since the work began. */
  readonly worked: (files: number) => void;
  readonly rested: () => void;
}

const PATIENCE_MS = 1000;
const INTERVAL_MS = 500;

export function createWorkspaceProgress(window: Connection["window"], now: () => number): WorkspaceProgress {
  let began: number | undefined;
  let due = 0;
  let shown: ReturnType<typeof show> | undefined;

  async function show() {
    const reporter = await window.createWorkDoneProgress();
    reporter.begin(l10n.t("Checking the policies of the workspace"));
    return reporter;
  }

  return {
    worked(files) {
      const time = now();
      if (began === undefined) {
        began = time;
        due = time + PATIENCE_MS;
      }
      if (time < due) return;
      due = time + INTERVAL_MS;
      shown ??= show();
      void shown.then((reporter) => reporter.report(lookedAt(files)), ignore);
    },
    rested() {
      void shown?.then((reporter) => reporter.done(), ignore);
      shown = undefined;
      began = undefined;
    },
  };
}

/** A client that will not show it is told nothing more. */
function ignore(): void {}

function lookedAt(count: number): string {
  return count === 1 ? l10n.t("1 file") : l10n.t("{count} files", { count });
}
