// Which documents and files of the workspace may name an id. Files are read when somebody asks, so that nothing is
// kept and nothing is missed, in slices: a keystroke is answered in between.
import type { CancellationToken } from "vscode-languageserver";
import { type IdReader, idsInProject, indexLines, type NamedId, once } from "../core/index.js";
import type { JudgedDocument, ServedDocument } from "../features/document.js";
import type { IdDocument } from "../features/named-id.js";
import type { SearchedDocuments } from "../features/rename.js";
import { mayHoldPolicy } from "../protocol/candidate.js";
import type { Documents, OpenDocuments } from "./documents.js";
import { isProjectFile } from "./projects.js";
import { pause, SLICE_MS } from "./slices.js";
import type { WorkspaceFiles } from "./workspace-files.js";
import { isOfWorkspace } from "./workspace-schemes.js";

export interface IdSearchHost {
  readonly reader: IdReader;
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  readonly folders: () => readonly string[];
  readonly open: OpenDocuments;
  /** Undefined for a document that is not open, or none of ours. */
  readonly documentOf: (uri: string) => IdDocument | undefined;
}

export function createIdSearch({ reader, documents, files, folders, open, documentOf }: IdSearchHost) {
  const keyOf = (uri: string) => files.keyOf(uri) ?? uri;

  function documentIn(uri: string, text: string): IdDocument | undefined {
    if (isProjectFile(uri)) {
      const read = once(() => idsInProject(text, reader));
      return { uri, version: null, text, lines: indexLines(text), ids: read };
    }
    const served = mayHoldPolicy(text) ? documents.readText(uri, text) : undefined;
    return served && withIds(served, reader, served);
  }

  /** The document that was asked about comes first, then the other open ones, then files. */
  return async (
    asked: IdDocument,
    ids: readonly NamedId[],
    token: CancellationToken,
  ): Promise<SearchedDocuments> => {
    const found = [asked];
    const tooLarge: string[] = [];
    // What is open counts as it is there, whatever it is.
    const seen = new Set([keyOf(asked.uri)]);
    for (const { uri } of open.all()) {
      // The other side of a diff is a version that was, and cannot be written to.
      if (seen.has(keyOf(uri)) || !isOfWorkspace(uri, [asked.uri, ...folders()])) continue;
      seen.add(keyOf(uri));
      const document = documentOf(uri);
      if (document !== undefined) found.push(document);
    }
    let end = files.now() + SLICE_MS;
    for (const folder of folders().map(files.keyOf)) {
      if (folder === undefined) continue;
      for (const file of await files.find(folder)) {
        if (files.now() >= end) {
          await pause();
          end = files.now() + SLICE_MS;
        }
        if (token.isCancellationRequested) return { documents: found, tooLarge };
        if (file === undefined || seen.has(file)) continue;
        seen.add(file);
        const read = files.read(file);
        // Only of a policy by its name is it known that it would have been looked into.
        if (read !== undefined && read.text === undefined && documents.readText(file, "") !== undefined)
          tooLarge.push(file);
        const text = read?.text;
        if (text === undefined || !ids.some((id) => mayName(text, id))) continue;
        const document = documentIn(file, text);
        if (document !== undefined) found.push(document);
      }
    }
    return { documents: found, tooLarge };
  };
}

/** Of a text that is no policy and no project file: none. */
export function withIds(
  { uri, version, text, lines }: JudgedDocument,
  reader: IdReader,
  served: ServedDocument | undefined,
): IdDocument {
  const read = () => (isProjectFile(uri) ? idsInProject(text, reader) : []);
  return { uri, version, text, lines, ids: once(served ? () => reader.inFile(served.file, text) : read) };
}

/** Cheap: few of many files name one id. Patterns are told by a star beside a digit. */
function mayName(text: string, { id }: NamedId): boolean {
  return text.includes(id) || /[0-9]\*|\*[0-9]/.test(text) || id.includes("*");
}
