// The application or account that a position is on, in a policy or in a project file, and what of a document is
// about the same one: what highlights, references and renaming start from.
import type { Position } from "vscode-languageserver-types";
import { concernsId, type LineIndex, type NamedId, touches } from "../core/index.js";
import { toOffset } from "./to-lsp.js";

/** A text that names ids, open or not. */
export interface IdDocument {
  readonly uri: string;
  /** As the editor counts; null for a text that no editor has open. */
  readonly version: number | null;
  readonly text: string;
  readonly lines: LineIndex;
  /** Computed when first asked for. */
  readonly ids: () => readonly NamedId[];
}

export function namedIdAt({ ids, lines, text }: IdDocument, position: Position): NamedId | undefined {
  const offset = toOffset(lines, position);
  // Editors ask whenever the cursor moves, and mostly it is on something else.
  if (!/[0-9*]/.test(text.slice(Math.max(0, offset - 1), offset + 1))) return undefined;
  return ids().find(({ span }) => touches(span, offset));
}

/** Other places of an id, and patterns that reach it; of a pattern, the ids that it reaches. */
export function concerning(target: NamedId, { ids }: IdDocument): readonly NamedId[] {
  return ids().filter((id) => concernsId(target, id));
}
