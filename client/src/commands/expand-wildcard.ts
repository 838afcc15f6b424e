// The command "Expand the Wildcard at the Cursor": carries out the code action of that name.
import { type CodeAction, CodeActionKind, commands, type Disposable, l10n, window, workspace } from "vscode";
import type { Ready } from "../server.js";

const KIND = CodeActionKind.RefactorRewrite.append("expandWildcard");

export function registerExpandWildcard(ready: Ready): Disposable {
  return commands.registerCommand("accessPolicy.expandWildcard", async () => {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    await ready();
    const offered = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      editor.document.uri,
      editor.selection,
      KIND.value,
      10,
    );
    const action = offered.find(
      ({ kind, edit }) => edit !== undefined && kind !== undefined && KIND.contains(kind),
    );
    if (action?.edit === undefined) {
      window.showWarningMessage(
        l10n.t("There is no wildcard at the cursor that can be replaced by the actions it reaches"),
      );
    } else await workspace.applyEdit(action.edit);
  });
}
