// Says when the first document appears that could be one of ours; until then nothing but this listens.
// The look at a text is a cheap guess; the server decides what a document really is.
import { Disposable, type TextDocument, workspace } from "vscode";
import { isProjectFileName, mayHoldPolicy } from "../../server/src/protocol/candidate.js";

/** Calls back at most once, at once when such a document is already open. */
export function onFirstCandidate(found: () => void): Disposable {
  let listeners: Disposable | undefined;
  const look = (document: TextDocument) => {
    if (listeners && isCandidate(document)) {
      listeners.dispose();
      listeners = undefined;
      found();
    }
  };
  listeners = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
  );
  workspace.textDocuments.forEach(look);
  return new Disposable(() => listeners?.dispose());
}

/** Of files that may hold policies, as far as names tell. */
export function isJsonPath(path: string): boolean {
  return /\.jsonc?$/i.test(path);
}

export function isCandidate(document: TextDocument): boolean {
  switch (document.languageId) {
    case "access-policy":
    case "access-grants":
      return true;
    case "json":
    case "jsonc":
      return isProjectFileName(document.uri.path) || mayHoldPolicy(document.getText());
    default:
      return false;
  }
}
