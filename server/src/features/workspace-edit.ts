// Changes of one document as an editor applies them. Where it can, it is told the version that they are of: of a
// version that is gone it refuses them, and the text is never torn.
import type { WorkspaceEdit } from "vscode-languageserver-types";
import type { TextEdit } from "../core/index.js";
import type { JudgedDocument } from "./document.js";
import { toTextEdit } from "./to-lsp.js";

/** What the editor understands. */
export interface ActionAbilities {
  readonly documentChanges: boolean;
  /** The edit may be asked for when the action has been chosen. */
  readonly resolvesEdits: boolean;
  /** A file can be made in one step with its text. */
  readonly createsFiles: boolean;
}

export function workspaceEdit(
  { uri, version, lines }: JudgedDocument,
  edits: readonly TextEdit[],
  { documentChanges }: ActionAbilities,
): WorkspaceEdit {
  const changes = edits.map((edit) => toTextEdit(lines, edit));
  if (!documentChanges) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}
