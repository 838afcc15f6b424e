// The command "Check the Workspace": waits until every policy has been judged, and shows what was found.
import { commands, type Disposable, l10n, ProgressLocation, window } from "vscode";
import {
  CHECK_WORKSPACE_REQUEST,
  type CheckWorkspaceResult,
} from "../../../server/src/protocol/check-workspace.js";
import type { Ready } from "../server.js";
import { errorsInWords, warningsInWords } from "../words.js";

/** Comes back with what was found. */
export function registerCheckWorkspace(ready: Ready): Disposable {
  return commands.registerCommand("accessPolicy.checkWorkspace", async () => {
    const title = l10n.t("Checking the policies of the workspace");
    const found = await window.withProgress({ location: ProgressLocation.Window, title }, async () => {
      const client = await ready();
      return client.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE_REQUEST);
    });
    await commands.executeCommand("workbench.panel.markers.view.focus");
    if (found.files === 0)
      window.showInformationMessage(l10n.t("There are no access policies in this workspace"));
    else window.setStatusBarMessage(inWords(found), SHOWN_MS);
    return found;
  });
}

const SHOWN_MS = 10_000;

function inWords({ files, errors, warnings }: CheckWorkspaceResult): string {
  return l10n.t("Access policies: {files}, {errors}, {warnings}", {
    files: files === 1 ? l10n.t("1 file") : l10n.t("{count} files", { count: files }),
    errors: errorsInWords(errors),
    warnings: warningsInWords(warnings),
  });
}
