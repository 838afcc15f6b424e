// The requests that are about more than one document, or about the layout of one: references and renaming, symbols of
// the workspace, formatting. What they know of the workspace is in `workspace-ids.ts` and `workspace-symbol-index.ts`.
import type {
  Connection,
  Location,
  PrepareRenameParams,
  ReferenceParams,
  RenameParams,
  ResponseError,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { indexLines } from "../core/index.js";
import type { JudgedDocument } from "../features/document.js";
import { formatDocument, formatOnType, formatRange } from "../features/formatting.js";
import type { RenameStart } from "../features/rename.js";
import type { Documents } from "./documents.js";
import type { Fence } from "./fence.js";
import type { WorkspaceIds } from "./workspace-ids.js";
import type { WorkspaceSymbolIndex } from "./workspace-symbol-index.js";

export interface AnswerHost {
  readonly documents: Documents;
  readonly fence: Fence;
  readonly ids: WorkspaceIds;
  readonly symbols: WorkspaceSymbolIndex;
  readonly open: { readonly get: (uri: string) => TextDocument | undefined };
}

export function answerAboutWorkspace(connection: Connection, host: AnswerHost): void {
  const { fence, ids, symbols } = host;
  const format = <Params extends { readonly textDocument: { readonly uri: string } }>(
    name: string,
    edits: (document: Formatted, params: Params) => TextEdit[],
  ) =>
    fence<Params, TextEdit[] | null>(name, null, (params) => {
      const document = formattedDocument(params.textDocument.uri, host);
      return document === undefined ? null : edits(document, params);
    });

  connection.onDocumentHighlight(fence("documentHighlight", null, ids.highlights));
  connection.onReferences((params, token) =>
    fence<ReferenceParams, Location[] | null>("references", null, () => ids.references(params, token))(
      params,
    ),
  );
  connection.onPrepareRename(
    fence<PrepareRenameParams, RenameStart | ResponseError<void> | null>(
      "prepareRename",
      null,
      ids.prepareRename,
    ),
  );
  connection.onRenameRequest((params, token) =>
    fence<RenameParams, WorkspaceEdit | ResponseError<void> | null>("rename", null, () =>
      ids.rename(params, token),
    )(params),
  );
  connection.onWorkspaceSymbol(fence("workspace/symbol", [], ({ query }) => symbols.find(query)));
  connection.onDocumentFormatting(
    format("formatting", (document, { options }) => formatDocument(document, options)),
  );
  connection.onDocumentRangeFormatting(
    format("rangeFormatting", (document, { range, options }) => formatRange(document, range, options)),
  );
  connection.onDocumentOnTypeFormatting(
    format("onTypeFormatting", (document, { position, options }) =>
      formatOnType(document, position, options),
    ),
  );
}

type Formatted = Pick<JudgedDocument, "text" | "lines">;

/** Anything of ours; what is only said to be is laid out too, as it may be half written. */
function formattedDocument(uri: string, { documents, open }: AnswerHost): Formatted | undefined {
  const judged = documents.judge(uri);
  if (judged !== undefined) return judged;
  const document = open.get(uri);
  if (document?.languageId !== "access-grants") return undefined;
  const text = document.getText();
  return { text, lines: indexLines(text) };
}
