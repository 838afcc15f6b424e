// Highlights, references and renaming of applications and accounts, for whoever asks at a place of a document. What
// of the workspace they are looked for in is in `workspace-id-search.ts`.
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
import { documentHighlights } from "../features/document-highlight.js";
import { type IdDocument, namedIdAt } from "../features/named-id.js";
import { references } from "../features/references.js";
import { prepareRename, type RenameStart, refusedName, rename } from "../features/rename.js";
import { createIdSearch, type IdSearchHost, withIds } from "./workspace-id-search.js";

export interface WorkspaceIds {
  readonly highlights: (params: TextDocumentPositionParams) => DocumentHighlight[] | null;
  readonly references: (params: ReferenceParams, token: CancellationToken) => Promise<Location[] | null>;
  readonly prepareRename: (params: PrepareRenameParams) => RenameStart | ResponseError<void> | null;
  readonly rename: (
    params: RenameParams,
    token: CancellationToken,
  ) => Promise<WorkspaceEdit | ResponseError<void> | null>;
}

export interface WorkspaceIdsHost extends Omit<IdSearchHost, "documentOf"> {
  readonly connection: { readonly sendNotification: Notify };
  readonly documentChanges: () => boolean;
}

type Notify = (
  type: typeof ShowMessageNotification.type,
  params: { readonly type: MessageType; readonly message: string },
) => unknown;

export function createWorkspaceIds(host: WorkspaceIdsHost): WorkspaceIds {
  const { documents, reader } = host;
  const search = createIdSearch({ ...host, documentOf });

  /** Undefined for a document that is not open, or none of ours. */
  function documentOf(uri: string): IdDocument | undefined {
    const judged = documents.judge(uri);
    return judged && withIds(judged, reader, documents.get(uri));
  }

  function targetAt({ textDocument: { uri }, position }: TextDocumentPositionParams) {
    const document = documentOf(uri);
    const target = document && namedIdAt(document, position);
    return target && { document, target };
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
      const { documents: all } = await search(document, [target], token);
      return references(target, all, params.context);
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
      const early = refusedName(target, params.newName);
      if (early !== undefined) return refusal(early.refused);
      const wanted = { ...target, id: params.newName.trim() };
      const searched = await search(document, [target, wanted], token);
      if (token.isCancellationRequested) return null;
      const renamed = rename(target, params.newName, searched, {
        documentChanges: host.documentChanges(),
      });
      if ("refused" in renamed) return refusal(renamed.refused);
      const message = renamed.leftAlone;
      if (message !== undefined) {
        host.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
      }
      return renamed.edit;
    },
  };
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
