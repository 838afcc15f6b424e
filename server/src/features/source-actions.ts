// Actions on a whole document that put it in order: actions and resources sorted, statements merged. Each is proved
// to change no access before it is made; where that cannot be proved, it is not made and says so.
import * as l10n from "@vscode/l10n";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import {
  applyEdits,
  type Catalog,
  compare,
  countFixable,
  type FixOptions,
  policiesOf,
  sortedLists,
  type TextEdit,
} from "../core/index.js";
import type { ServedDocument } from "./document.js";
import { type ActionRequest, isAskedFor } from "./findings-at.js";
import { fixEdits } from "./fix-all.js";
import { type ActionAbilities, workspaceEdit } from "./workspace-edit.js";

const SORT_KIND = `${CodeActionKind.Source}.sortActions.accessPolicy`;
const MERGE_KIND = `${CodeActionKind.Source}.mergeStatements.accessPolicy`;
export const SOURCE_KINDS: readonly CodeActionKind[] = [SORT_KIND, MERGE_KIND];

const MERGING: FixOptions = { safety: "safe", checks: ["mergeable-statements"] };

/** Travels with the action to the editor and back. */
interface SourceData {
  readonly uri: string;
  readonly version: number | null;
  readonly source: SourceName;
}

type SourceName = "sort" | "merge";

interface SourceAction {
  readonly kind: CodeActionKind;
  /** Cheap: whether there is something to do. */
  readonly applies: (document: ServedDocument, catalog: Catalog) => boolean;
  readonly edits: (document: ServedDocument, catalog: Catalog) => readonly TextEdit[];
}

const ACTIONS: Readonly<Record<SourceName, SourceAction>> = {
  sort: {
    kind: SORT_KIND,
    applies: (document, catalog) => sortEdits(document, catalog).length > 0,
    edits: sortEdits,
  },
  merge: {
    kind: MERGE_KIND,
    applies: (document) => countFixable(document.findings(), MERGING) > 0,
    edits: mergeEdits,
  },
};

const NAMES = ["sort", "merge"] as const satisfies readonly SourceName[];

/** None unless they are asked for: what changes the whole document is never offered unasked. */
export function sourceActions(
  document: ServedDocument,
  { context }: ActionRequest,
  abilities: ActionAbilities,
  catalog: Catalog,
): CodeAction[] {
  if ((context.only ?? []).length === 0) return [];
  return NAMES.flatMap((source): CodeAction[] => {
    const { kind, applies } = ACTIONS[source];
    if (!isAskedFor(kind, context) || !applies(document, catalog)) return [];
    const action = { title: TEXTS.title[source](), kind };
    if (!abilities.resolvesEdits) return [withEdit(action, source, document, abilities, catalog)];
    const { uri, version } = document;
    return [{ ...action, data: { uri, version, source } satisfies SourceData }];
  });
}

/** With its edit; or with the reason why it cannot be had. An action of others is given back as it is. */
export function resolveSourceAction(
  action: CodeAction,
  documentOf: (uri: string) => ServedDocument | undefined,
  abilities: ActionAbilities,
  catalog: Catalog,
): CodeAction {
  if (!isSourceData(action.data)) return action;
  const { uri, version, source } = action.data;
  const document = documentOf(uri);
  if (document === undefined || document.version !== version) {
    return { ...action, disabled: { reason: TEXTS.stale() } };
  }
  return withEdit(action, source, document, abilities, catalog);
}

function withEdit(
  action: CodeAction,
  source: SourceName,
  document: ServedDocument,
  abilities: ActionAbilities,
  catalog: Catalog,
): CodeAction {
  const edits = ACTIONS[source].edits(document, catalog);
  if (!isUnchanged(document, edits, catalog)) return { ...action, disabled: { reason: TEXTS.unproved() } };
  return { ...action, edit: workspaceEdit(document, edits, abilities) };
}

function sortEdits({ file, text }: ServedDocument, catalog: Catalog): readonly TextEdit[] {
  return sortedLists(file, text, catalog);
}

function mergeEdits(document: ServedDocument): readonly TextEdit[] {
  return fixEdits(document, MERGING);
}

function isUnchanged(document: ServedDocument, edits: readonly TextEdit[], catalog: Catalog): boolean {
  const after = document.withText(applyEdits(document.text, edits));
  if (after === undefined) return false;
  return compare(policiesOf(document.file), policiesOf(after.file), catalog).verdict === "unchanged";
}

function isSourceData(data: unknown): data is SourceData {
  if (typeof data !== "object" || data === null) return false;
  if (!("uri" in data) || typeof data.uri !== "string") return false;
  if (!("version" in data) || !(typeof data.version === "number" || data.version === null)) return false;
  return "source" in data && (data.source === "sort" || data.source === "merge");
}

const TEXTS = {
  title: {
    sort: () => l10n.t("Sort actions and resources"),
    merge: () => l10n.t("Merge statements"),
  },
  stale: () => l10n.t("The document has changed since this was offered"),
  unproved: () => l10n.t("It could not be proved that this changes no access, so nothing was changed"),
} as const;
