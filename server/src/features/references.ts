// Where an application or account is named in all policies and project files: the same digits, and patterns that
// reach them.
import type { Location } from "vscode-languageserver-types";
import type { NamedId } from "../core/index.js";
import { concerning, type IdDocument } from "./named-id.js";
import { toRange } from "./to-lsp.js";

export interface ReferenceOptions {
  /** Where a project lists the id as its own too. */
  readonly includeDeclaration: boolean;
}

export function references(
  target: NamedId,
  documents: readonly IdDocument[],
  { includeDeclaration }: ReferenceOptions,
): Location[] {
  return documents.flatMap((document) =>
    concerning(target, document)
      .filter(({ isListed }) => includeDeclaration || isListed !== true)
      .map(({ span }) => ({ uri: document.uri, range: toRange(document.lines, span) })),
  );
}
