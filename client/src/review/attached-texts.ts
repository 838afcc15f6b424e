// The policies that a version of a grants file names, as they were in that version. Which they are, the server knows;
// where they are read, the version.
import type { Uri } from "vscode";
import { isGrantsFileName } from "../../../server/src/protocol/candidate.js";
import {
  ATTACHED_PATHS_REQUEST,
  type AttachedPaths,
  type AttachedPathsParams,
  type BaseText,
} from "../../../server/src/protocol/compare.js";
import type { Server } from "../server.js";
import { type BaseVersion, type Beside, openDocumentAt } from "./base-text.js";
import { inTurns } from "./in-turns.js";

/** With so many, they are taken as they are now, which is said; each is read by a process of git. */
const MOST_FILES = 300;
const AT_ONCE = 4;

/** What is open may have been made a grants file by its language alone. */
export function isGrantsAt(uri: Uri): boolean {
  return isGrantsFileName(uri.path) || openDocumentAt(uri)?.languageId === "access-grants";
}

/** `uri` is of the document that the version is of. */
export async function withAttached(
  server: Server,
  uri: Uri,
  { name, text, beside }: BaseVersion,
): Promise<BaseText> {
  const files = text === null || !isGrantsAt(uri) ? undefined : await attachedTo(server, text, beside);
  return { name, text, ...(files && { files }) };
}

/** Undefined where there are too many of them. */
export async function attachedTo(
  server: Server,
  text: string,
  beside: BaseVersion["beside"],
): Promise<BaseText["files"]> {
  const params: AttachedPathsParams = { text };
  const paths = await server.sendRequest<AttachedPaths>(ATTACHED_PATHS_REQUEST, params);
  if (paths.length > MOST_FILES) return undefined;
  const turns = { atOnce: AT_ONCE, isOver: () => false };
  const read = await inTurns(
    paths,
    turns,
    async (path): Promise<[string, Beside]> => [path, await beside(path)],
  );
  return Object.fromEntries(read.flatMap(([path, found]) => (found === undefined ? [] : [[path, found]])));
}
