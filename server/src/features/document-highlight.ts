// Where the application or account under the cursor stands elsewhere in the same document.
import { type DocumentHighlight, DocumentHighlightKind, type Position } from "vscode-languageserver-types";
import { concerning, type IdDocument, namedIdAt } from "./named-id.js";
import { toRange } from "./to-lsp.js";

/** Null where the cursor is on nothing of the kind: the editor then highlights equal words by itself. */
export function documentHighlights(document: IdDocument, position: Position): DocumentHighlight[] | null {
  const target = namedIdAt(document, position);
  if (target === undefined) return null;
  return concerning(target, document).map(({ span }) => ({
    range: toRange(document.lines, span),
    kind: DocumentHighlightKind.Text,
  }));
}
