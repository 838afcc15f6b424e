// The document that a command is about: the one that was pointed at, or the one in front.
import { type TextDocument, Uri, window, workspace } from "vscode";

/** Menus give the document as a value of the editor, and the server as text. Shows a document that was pointed at. Undefined, and said, where there is none. */
export async function targetOf(given: unknown): Promise<TextDocument | undefined> {
  if (typeof given === "string") return targetOf(Uri.parse(given));
  const front = window.activeTextEditor?.document;
  if (given instanceof Uri && given.toString() !== front?.uri.toString()) {
    const document = await workspace.openTextDocument(given);
    await window.showTextDocument(document);
    return document;
  }
  if (front === undefined) window.showWarningMessage(WORDS.noDocument);
  return front;
}

/** For a document of which the server says that it is none of ours. */
export function sayNoPolicy(document: TextDocument): void {
  window.showWarningMessage(WORDS.noPolicy(nameOf(document)));
}

/** The last part of the path. */
export function nameOf({ uri }: TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

const WORDS = {
  noDocument: "Open a policy first",
  noPolicy: (name: string) => `There is no policy in ${name}`,
} as const;
