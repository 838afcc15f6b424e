// The command "Check the Workspace": waits until every policy has been judged, and shows what was found.
import { commands, type Disposable, ProgressLocation, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  CHECK_WORKSPACE_REQUEST,
  type CheckWorkspaceResult,
} from "../../../server/src/protocol/check-workspace.js";

/** Comes back with what was found. */
export function registerCheckWorkspace(ready: () => Promise<BaseLanguageClient | undefined>): Disposable {
  return commands.registerCommand("accessPolicy.checkWorkspace", async () => {
    const title = WORDS.working;
    const found = await window.withProgress({ location: ProgressLocation.Window, title }, async () => {
      const client = await ready();
      return client?.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE_REQUEST);
    });
    if (found === undefined) return undefined;
    await commands.executeCommand("workbench.panel.markers.view.focus");
    if (found.files === 0) window.showInformationMessage(WORDS.nothing);
    else window.setStatusBarMessage(WORDS.found(found.files, found.errors, found.warnings), SHOWN_MS);
    return found;
  });
}

const SHOWN_MS = 10_000;

const WORDS = {
  working: "Checking the policies of the workspace",
  nothing: "There are no access policies in this workspace",
  found: (files: number, errors: number, warnings: number) =>
    `Access policies: ${count(files, "file")}, ${count(errors, "error")}, ${count(warnings, "warning")}`,
} as const;

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
