// Has the server write a decision into the project file, and saves it: a decision applies to everybody who works
// on the project, so it must not be left behind in an editor that nobody looks at.
import { l10n, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { DECIDE_REQUEST, type DecideParams, type DecideResult } from "../../server/src/protocol/decision.js";

export async function writeDecision(
  client: BaseLanguageClient | undefined,
  decision: DecideParams,
): Promise<void> {
  const result = await client?.sendRequest<DecideResult<WorkspaceEdit> | null>(DECIDE_REQUEST, decision);
  if (!client || !result) {
    window.showWarningMessage(l10n.t("The project file cannot be edited while it is not valid JSON"));
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (!(await workspace.applyEdit(edit))) {
    window.showWarningMessage(l10n.t("The project file was changed in the meantime: nothing was written"));
    return;
  }
  const document = await workspace.openTextDocument(Uri.parse(result.uri));
  await document.save();
}
