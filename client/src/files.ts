// Lists and reads files for a server that has no disk: in a browser, and in folders that lie elsewhere.
import { Disposable, type FileStat, FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FileAtPlace,
  LIST_FILES_REQUEST,
  type ListFilesParams,
  READ_FILES_REQUEST,
  READ_TEXTS_REQUEST,
  type ReadFilesParams,
} from "../../server/src/protocol/files.js";
import { isJsonPath } from "./candidates.js";

export function serveFiles(client: BaseLanguageClient, extensionUri: Uri): Disposable {
  const texts = Uri.joinPath(extensionUri, "server/dist/data/texts.json");
  return Disposable.from(
    client.onRequest(READ_TEXTS_REQUEST, () => readText(texts)),
    client.onRequest(READ_FILES_REQUEST, ({ uris, mostBytes }: ReadFilesParams) =>
      Promise.all(uris.map((uri) => readAt(Uri.parse(uri), mostBytes))),
    ),
    client.onRequest(LIST_FILES_REQUEST, async (params: ListFilesParams) => {
      const found = await listFiles(params);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
  );
}

async function readAt(uri: Uri, mostBytes: number): Promise<FileAtPlace> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (isOf(type, FileType.Directory)) return { kind: "folder" };
    if (!isOf(type, FileType.File)) return { kind: "none" };
    return size > mostBytes ? { kind: "large" } : { kind: "file", text: await readText(uri) };
  } catch {
    return { kind: "none" }; // What nobody may read is not there.
  }
}

export async function readText(uri: Uri): Promise<string> {
  return workspace.decode(await workspace.fs.readFile(uri), { encoding: "utf8" });
}

/** Policies that others wrote, and the history of this folder, are nobody's work here. */
const SKIPPED = ["node_modules", ".git"];

/** Where an editor has nobody who can search, it waits for somebody to come, for ever. */
const PATIENCE_MS = 3_000;

/** File systems that nobody could search. */
const unsearchable = new Set<string>();

async function listFiles({ folder, limit }: ListFilesParams): Promise<readonly Uri[]> {
  const root = Uri.parse(folder);
  const found = unsearchable.has(root.scheme) ? undefined : await search(root, limit);
  return found ?? walk(root, limit);
}

/** Leaves out what the person hides. Undefined where nobody answers in time. */
async function search(root: Uri, limit: number): Promise<readonly Uri[] | undefined> {
  const pattern = new RelativePattern(root, "**/*.{json,jsonc}");
  unsearchable.add(root.scheme);
  const searching = workspace.findFiles(pattern, `**/{${SKIPPED.join(",")}}/**`, limit).then((found) => {
    // An answer that comes too late is one all the same: the next search is waited for again.
    unsearchable.delete(root.scheme);
    return found;
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<undefined>((settle) => {
    waiting = setTimeout(() => settle(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([searching, patience]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(waiting);
  }
}

/** A file system that cannot be searched can be walked; so many folders are enough for one. */
const MOST_FOLDERS = 2_000;

async function walk(root: Uri, limit: number): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  const folders = [root];
  // Folders are added while it goes on.
  for (const folder of folders) {
    for (const [name, type] of await list(folder)) {
      const place = Uri.joinPath(folder, name);
      if (isOf(type, FileType.File) && isJsonPath(name)) found.push(place);
      // A link may lead into a circle.
      if (type !== FileType.Directory || SKIPPED.includes(name)) continue;
      if (folders.length < MOST_FOLDERS) folders.push(place);
    }
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

async function list(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** A link to a file says both. */
function isOf(type: FileStat["type"], kind: FileType): boolean {
  return (type & kind) !== 0;
}
