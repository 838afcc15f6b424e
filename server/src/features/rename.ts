// Renames an application or account wherever it is named, or says why it may not be: onto an id that is in use, two
// would become one without a way back. What holds the same digits and is no name of it is left alone, and told.
import * as l10n from "@vscode/l10n";
import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { concernsId, list, type NamedId, positionAt, type Span } from "../core/index.js";
import { fileNameOf } from "./file-name.js";
import type { IdDocument } from "./named-id.js";
import { sentences } from "./sentences.js";
import { toRange } from "./to-lsp.js";
import type { ActionAbilities } from "./workspace-edit.js";

/** A reason for people. */
export interface Refusal {
  readonly refused: string;
}

export interface Renaming {
  readonly edit: WorkspaceEdit;
  /** What people should look at themselves; absent where nothing is left. */
  readonly leftAlone?: string;
}

/** All of the workspace in which one of the two ids may stand. */
export interface SearchedDocuments {
  readonly documents: readonly IdDocument[];
  /** URIs of policies that were not looked into. */
  readonly tooLarge?: readonly string[];
}

/** What an editor lets people write over. */
export interface RenameStart {
  readonly range: Range;
  readonly placeholder: string;
}

export function prepareRename(target: NamedId, { lines }: IdDocument): RenameStart | Refusal {
  if (isPattern(target)) return { refused: TEXTS.pattern(target.id) };
  return { range: toRange(lines, target.span), placeholder: target.id };
}

/** Undefined where it depends on what else there is. */
export function refusedName(target: NamedId, newName: string): Refusal | undefined {
  const id = newName.trim();
  if (isPattern(target)) return { refused: TEXTS.pattern(target.id) };
  return isValid[target.kind](id) ? undefined : { refused: TEXTS.invalid[target.kind](id) };
}

export function rename(
  target: NamedId,
  newName: string,
  { documents, tooLarge = [] }: SearchedDocuments,
  abilities: Pick<ActionAbilities, "documentChanges">,
): Renaming | Refusal {
  const refused = refusedName(target, newName);
  if (refused !== undefined) return refused;
  const id = newName.trim();
  if (id === target.id) return { edit: {} };
  const taken = firstPlace(documents, ({ kind, id: other }) => kind === target.kind && other === id);
  if (taken !== undefined) return { refused: TEXTS.taken[target.kind](id, taken) };
  const changed = documents.flatMap((document) => {
    const spans = document
      .ids()
      .filter(({ kind, id: other }) => kind === target.kind && other === target.id)
      .map(({ span }) => span);
    return spans.length === 0 ? [] : [{ document, spans }];
  });
  const leftAlone = describeLeftAlone(target, documents, tooLarge);
  return { edit: editOf(changed, id, abilities), ...(leftAlone && { leftAlone }) };
}

const isValid = {
  // As the project file takes them: a number that no program rounds.
  application: (id: string) => /^[1-9][0-9]*$/.test(id) && Number.isSafeInteger(Number(id)),
  account: (id: string) => /^[0-9]+$/.test(id),
};

function isPattern({ id }: NamedId): boolean {
  return id.includes("*");
}

interface Change {
  readonly document: IdDocument;
  readonly spans: readonly Span[];
}

function editOf(
  changes: readonly Change[],
  newText: string,
  { documentChanges }: Pick<ActionAbilities, "documentChanges">,
): WorkspaceEdit {
  const editsOf = ({ document: { lines }, spans }: Change): TextEdit[] =>
    spans.map((span) => ({ range: toRange(lines, span), newText }));
  if (!documentChanges) {
    return { changes: Object.fromEntries(changes.map((one) => [one.document.uri, editsOf(one)])) };
  }
  return {
    documentChanges: changes.map((one) => {
      const { uri, version } = one.document;
      return { textDocument: { uri, version }, edits: editsOf(one) };
    }),
  };
}

/** Patterns that reach the id, and the same digits where nobody can tell what they are: in a name, or a condition. */
function describeLeftAlone(
  target: NamedId,
  documents: readonly IdDocument[],
  tooLarge: readonly string[],
): string | undefined {
  const patterns: string[] = [];
  const others: string[] = [];
  for (const document of documents) {
    for (const id of document.ids()) {
      if (isPattern(id) && concernsId(target, id)) patterns.push(TEXTS.at(id.id, placeOf(document, id.span)));
    }
    for (const span of otherDigits(target.id, document)) others.push(placeOf(document, span));
  }
  const told = [
    ...(patterns.length > 0 ? [TEXTS.patternsLeft(few(patterns))] : []),
    ...(others.length > 0 ? [TEXTS.othersLeft(target.id, few(others))] : []),
    ...(tooLarge.length > 0 ? [TEXTS.tooLarge(few(tooLarge.map(fileNameOf)))] : []),
  ];
  return told.length === 0 ? undefined : sentences(told);
}

function otherDigits(id: string, { text, ids }: IdDocument): readonly Span[] {
  const named = ids();
  return [...text.matchAll(new RegExp(`(?<![0-9])${id}(?![0-9])`, "g"))]
    .map(({ index }) => ({ start: index, end: index + id.length }))
    .filter(({ start, end }) => !named.some(({ span }) => span.start <= start && end <= span.end));
}

function firstPlace(documents: readonly IdDocument[], isMeant: (id: NamedId) => boolean): string | undefined {
  for (const document of documents) {
    const found = document.ids().find(isMeant);
    if (found !== undefined) return placeOf(document, found.span);
  }
  return undefined;
}

function placeOf({ uri, lines }: IdDocument, { start }: Span): string {
  return TEXTS.place(fileNameOf(uri), positionAt(lines, start).line + 1);
}

/** More than a few are not read. */
const MOST = 5;

function few(places: readonly string[]): string {
  const shown = list(places.slice(0, MOST), MOST);
  return places.length > MOST ? TEXTS.more(shown, places.length - MOST) : shown;
}

const TEXTS = {
  pattern: (id: string) =>
    l10n.t('"{id}" is a pattern and stands for many ids, so it has no name that could change', { id }),
  invalid: {
    application: (id: string) => l10n.t('"{id}" is no SDKAppID, which is a whole number', { id }),
    account: (id: string) => l10n.t('"{id}" is no number of an account, which has digits only', { id }),
  },
  taken: {
    application: (id: string, place: string) =>
      l10n.t("SDKAppID {id} is already in use ({place}), and two applications would become one", {
        id,
        place,
      }),
    account: (id: string, place: string) =>
      l10n.t("Account {id} is already in use ({place}), and two accounts would become one", { id, place }),
  },
  patternsLeft: (places: string) => l10n.t("Patterns are left as they are: {places}.", { places }),
  othersLeft: (id: string, places: string) =>
    l10n.t("{id} also stands where it may mean something else, which is left as it is: {places}.", {
      id,
      places,
    }),
  tooLarge: (files: string) => l10n.t("Too large to be looked into: {files}.", { files }),
  at: (pattern: string, place: string) => l10n.t('"{pattern}" ({place})', { pattern, place }),
  place: (file: string, line: number) => l10n.t("{file}, line {line}", { file, line }),
  more: (places: string, count: number) => l10n.t("{places}, and {count} more", { places, count }),
} as const;
