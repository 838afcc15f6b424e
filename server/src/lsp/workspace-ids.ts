// Highlights, references and renaming of applications and accounts: which documents and files of the workspace they
// are looked for in. Files are read when somebody asks, so that nothing is kept and nothing is missed.
import {
  type CancellationToken,
  type DocumentHighlight,
  type Location,
  LSPErrorCodes,
  MessageType,
  type PrepareRenameParams,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  ShowMessageNotification,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Catalog, idsInProject, indexLines, type NamedId, namedIds } from "../core/index.js";
import type { JudgedDocument, ServedDocument } from "../features/document.js";
import { documentHighlights } from "../features/document-highlight.js";
import { type IdDocument, namedIdAt } from "../features/named-id.js";
import { references } from "../features/references.js";
import { prepareRename, type RenameStart, rename } from "../features/rename.js";
import { mayHoldPolicy } from "../protocol/candidate.js";
import type { Documents, OpenDocuments } from "./documents.js";
import { once } from "./once.js";
import { isProjectFile } from "./projects.js";
import type { WorkspaceFiles } from "./workspace-files.js";
import { isOfWorkspace } from "./workspace-schemes.js";

export interface WorkspaceIds {
  readonly highlights: (params: TextDocumentPositionParams) => DocumentHighlight[] | null;
  readonly references: (params: ReferenceParams, token: CancellationToken) => Promise<Location[] | null>;
  readonly prepareRename: (params: PrepareRenameParams) => RenameStart | ResponseError<void> | null;
  readonly rename: (
    params: RenameParams,
    token: CancellationToken,
  ) => Promise<WorkspaceEdit | ResponseError<void> | null>;
}

export interface WorkspaceIdsHost {
  readonly catalog: Catalog;
  readonly connection: { readonly sendNotification: Notify };
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  readonly folders: () => readonly string[];
  readonly open: OpenDocuments;
  readonly documentChanges: () => boolean;
}

type Notify = (
  type: typeof ShowMessageNotification.type,
  params: { readonly type: MessageType; readonly message: string },
) => unknown;

/** Nobody notices a server that is away for so long. */
const SLICE_MS = 5;

export function createWorkspaceIds(host: WorkspaceIdsHost): WorkspaceIds {
  const { catalog, documents, files, open } = host;

  /** Undefined for a document that is not open, or none of ours. */
  function documentOf(uri: string): IdDocument | undefined {
    const judged = documents.judge(uri);
    return judged && withIds(judged, catalog, documents.get(uri));
  }

  function targetAt({ textDocument: { uri }, position }: TextDocumentPositionParams) {
    const document = documentOf(uri);
    const target = document && namedIdAt(document, position);
    return target && { document, target };
  }

  /** The document that was asked about comes first, then the other open ones, then files. */
  async function documentsFor(asked: IdDocument, ids: readonly NamedId[], token: CancellationToken) {
    const key = files.keyOf(asked.uri) ?? asked.uri;
    const found = new Map([[key, asked]]);
    for (const { uri } of open.all()) {
      // The other side of a diff is a version that was, and cannot be written to.
      if (!isOfWorkspace(uri, [asked.uri, ...host.folders()])) continue;
      const key = files.keyOf(uri) ?? uri;
      const document = found.has(key) ? undefined : documentOf(uri);
      if (document !== undefined) found.set(key, document);
    }
    let end = files.now() + SLICE_MS;
    for (const folder of host.folders().map(files.keyOf)) {
      if (folder === undefined) continue;
      for (const file of await files.find(folder)) {
        if (files.now() >= end) {
          await pause();
          end = files.now() + SLICE_MS;
        }
        if (token.isCancellationRequested) return [...found.values()];
        if (file === undefined || found.has(file)) continue;
        const document = fileWith(file, ids);
        if (document !== undefined) found.set(file, document);
      }
    }
    return [...found.values()];
  }

  function fileWith(uri: string, ids: readonly NamedId[]): IdDocument | undefined {
    const text = files.read(uri)?.text;
    if (text === undefined || !ids.some((id) => mayName(text, id))) return undefined;
    if (isProjectFile(uri)) {
      const read = once(() => idsInProject(text, catalog));
      return { uri, version: null, text, lines: indexLines(text), ids: read };
    }
    const served = mayHoldPolicy(text) ? documents.readText(uri, text) : undefined;
    return served && withIds(served, catalog, served);
  }

  return {
    highlights({ textDocument: { uri }, position }) {
      const document = documentOf(uri);
      return document === undefined ? null : documentHighlights(document, position);
    },

    async references(params, token) {
      const found = targetAt(params);
      if (found === undefined) return null;
      const { document, target } = found;
      return references(target, await documentsFor(document, [target], token), params.context);
    },

    prepareRename(params) {
      const found = targetAt(params);
      if (found === undefined) return null;
      const start = prepareRename(found.target, found.document);
      return "refused" in start ? refusal(start.refused) : start;
    },

    async rename(params, token) {
      const found = targetAt(params);
      if (found === undefined) return null;
      const { document, target } = found;
      const wanted = { ...target, id: params.newName.trim() };
      const all = await documentsFor(document, [target, wanted], token);
      if (token.isCancellationRequested) return null;
      const renamed = rename(target, params.newName, all, { documentChanges: host.documentChanges() });
      if ("refused" in renamed) return refusal(renamed.refused);
      const message = renamed.leftAlone;
      if (message !== undefined) {
        host.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
      }
      return renamed.edit;
    },
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Of a text that is no policy and no project file: none. */
export function withIds(
  { uri, version, text, lines }: JudgedDocument,
  catalog: Catalog,
  served: ServedDocument | undefined,
): IdDocument {
  const read = () => (isProjectFile(uri) ? idsInProject(text, catalog) : []);
  return { uri, version, text, lines, ids: once(served ? () => namedIds(served.file, text, catalog) : read) };
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** Cheap: few of many files name one id. Patterns are told by a star beside a digit. */
function mayName(text: string, { id }: NamedId): boolean {
  return text.includes(id) || /[0-9]\*|\*[0-9]/.test(text) || id.includes("*");
}
