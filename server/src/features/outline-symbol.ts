// One line of an outline, in the form that editors accept.
import * as l10n from "@vscode/l10n";
import type { DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { type Span, spanOf } from "../core/index.js";
import type { ServedDocument } from "./document.js";
import { toRange } from "./to-lsp.js";

export interface OutlineParts {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children: DocumentSymbol[];
}

/** Editors refuse an outline with an empty name, or with a selection that leaves the range. */
export function outlineSymbol(
  { lines }: ServedDocument,
  { name, detail, kind, span, selection, children }: OutlineParts,
): DocumentSymbol {
  const inside = spanOf(
    Math.min(Math.max(selection.start, span.start), span.end),
    Math.max(Math.min(selection.end, span.end), span.start),
  );
  return {
    name: name.trim() === "" ? l10n.t("(no name)") : name,
    ...(detail !== undefined && detail !== "" && { detail }),
    kind,
    range: toRange(lines, span),
    selectionRange: toRange(lines, inside),
    children,
  };
}
