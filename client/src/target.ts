// What a command is about: the document that was pointed at, or the one in front.
import { l10n, type TextDocument, Uri, window, workspace } from "vscode";

/** As the protocol writes it; counts from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Menus give the document as a value of the editor, and the server as text, alone or as `{ uri }`. */
export function uriIn(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  if (typeof given === "string") return isAddress(given) ? Uri.parse(given) : undefined;
  if (typeof given !== "object" || given === null || !("uri" in given)) return undefined;
  return uriIn(given.uri);
}

/** The server gives it behind the document, or as `{ uri, position }`. From a menu come other things. */
export function placeIn(given: readonly unknown[]): Place | undefined {
  const [first, second] = given;
  if (isPlace(second)) return { line: second.line, character: second.character };
  if (typeof first !== "object" || first === null || !("position" in first)) return undefined;
  return placeIn([undefined, first.position]);
}

/** Shows a document that was pointed at. Undefined, and said, where there is none. */
export async function targetOf(given: unknown): Promise<TextDocument | undefined> {
  const uri = uriIn(given);
  const front = window.activeTextEditor?.document;
  if (uri !== undefined && uri.toString() !== front?.uri.toString()) {
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    return document;
  }
  if (front === undefined) window.showWarningMessage(l10n.t("Open a policy first"));
  return front;
}

/** For a document of which the server says that it is none of ours. */
export function sayNoPolicy(document: TextDocument): void {
  window.showWarningMessage(l10n.t("There is no policy in {file}", { file: nameOf(document) }));
}

export function nameOf({ uri }: TextDocument): string {
  return lastPart(uri);
}

/** Of the path. */
export function lastPart({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Not any text: a key binding may give anything. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text);
}

function isPlace(given: unknown): given is Place {
  if (typeof given !== "object" || given === null || !("line" in given) || !("character" in given))
    return false;
  return typeof given.line === "number" && typeof given.character === "number";
}
