// Renames a group of a grants file: where it is defined, and with each of its members.
import * as l10n from "@vscode/l10n";
import type { Position, WorkspaceEdit } from "vscode-languageserver-types";
import type { ServedDocument } from "../document.js";
import type { Refusal, RenameStart } from "../rename.js";
import { type ActionAbilities, workspaceEdit } from "../workspace-edit.js";
import type { DocumentGrants } from "./document-grants.js";
import { groupAt, mentionsOf, rangeOf } from "./mentions.js";

/** Undefined where there is no group. */
export function prepareGroupRename(
  document: ServedDocument,
  own: DocumentGrants,
  position: Position,
): RenameStart | undefined {
  const value = groupAt(document, own, position);
  return value && { range: rangeOf(value, document), placeholder: value.text };
}

/** Undefined where there is no group. Onto another group it is refused: two would become one without a way back. */
export function renameGroup(
  document: ServedDocument,
  own: DocumentGrants,
  { position, newName }: { readonly position: Position; readonly newName: string },
  abilities: ActionAbilities,
): { readonly edit: WorkspaceEdit } | Refusal | undefined {
  const value = groupAt(document, own, position);
  if (value === undefined) return undefined;
  const name = newName.trim();
  if (name === "") return { refused: TEXTS.blank() };
  if (name === value.text) return { edit: {} };
  if (own.grants.groups.has(name)) return { refused: TEXTS.taken(name) };
  const text = JSON.stringify(name);
  const edits = Array.from(mentionsOf(value.text, own.grants), ({ span }) => ({ span, text }));
  return { edit: workspaceEdit(document, edits, abilities) };
}

const TEXTS = {
  blank: () => l10n.t("A group needs a name"),
  taken: (name: string) =>
    l10n.t('This file has a group "{name}" already, and two groups would become one', { name }),
} as const;
