// What a team can decide about a finding instead of mending it: to live with it here or in this file, or that its
// check has another level in the whole project. The decision is written into the project file.
import * as l10n from "@vscode/l10n";
import {
  type CodeAction,
  CodeActionKind,
  type Command,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import {
  changeChecks,
  type Finding,
  indexLines,
  type Level,
  levelEdit,
  suppressionEdit,
  suppressionPlace,
  type TextEdit,
} from "../core/index.js";
import { toDiagnostic } from "./diagnostics.js";
import type { ServedDocument } from "./document.js";
import { type ActionRequest, firstFindingsAt, isAskedFor } from "./findings-at.js";
import { toTextEdit } from "./to-lsp.js";
import type { ActionAbilities } from "./workspace-edit.js";

/** What can be decided, before the reason or the level is given. */
export type Choice =
  | { readonly kind: "suppression"; readonly check: string; readonly at?: string }
  | { readonly kind: "level"; readonly check: string };

export type Decision =
  | (Extract<Choice, { kind: "suppression" }> & { readonly reason: string })
  | (Extract<Choice, { kind: "level" }> & { readonly level: Level });

/** Makes the command by which the editor asks for what is missing; undefined where it cannot. */
export type CommandFor = (choice: Choice, title: string) => Command;

/** None for a document outside of all folders: there is nowhere to write to. */
export function decisionActions(
  document: ServedDocument,
  { range, context }: ActionRequest,
  abilities: ActionAbilities,
  commandFor: CommandFor | undefined,
): CodeAction[] {
  if (document.project === undefined || !isAskedFor(CodeActionKind.QuickFix, context)) return [];
  return firstFindingsAt(document, range).flatMap((finding) => {
    const shared = { kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(finding, document)] };
    return choicesFor(finding, document).flatMap((choice): CodeAction[] => {
      const title = titleOf(choice, commandFor !== undefined);
      if (commandFor !== undefined) return [{ title, ...shared, command: commandFor(choice, title) }];
      const edit = decide(document, withoutAsking(choice), abilities);
      return edit === undefined ? [] : [{ title, ...shared, edit }];
    });
  });
}

/** The edit of the project file, which may not be there yet; undefined where it is too broken for a program. */
export function decide(
  { project }: ServedDocument,
  decision: Decision,
  abilities: ActionAbilities,
): WorkspaceEdit | undefined {
  if (project === undefined) return undefined;
  const text = project.text();
  const edits =
    decision.kind === "level"
      ? levelEdit(text, decision.check, decision.level)
      : suppressionEdit(text, { ...decision, file: project.path });
  return edits && projectEdit(project.uri, text, edits, abilities);
}

function choicesFor(finding: Finding, document: ServedDocument): Choice[] {
  const { check } = finding;
  // A change passes: only its level can be decided.
  if (changeChecks.some(({ id }) => id === check)) return [{ kind: "level", check }];
  const at = suppressionPlace(finding, document);
  const here: Choice[] = at === undefined ? [] : [{ kind: "suppression", check, at }];
  return [...here, { kind: "suppression", check }, { kind: "level", check }];
}

function titleOf(choice: Choice, asks: boolean): string {
  const { kind, check } = choice;
  if (kind === "suppression") {
    return choice.at === undefined
      ? l10n.t("Suppress {check} in this file", { check })
      : l10n.t("Suppress {check} here", { check });
  }
  return asks
    ? l10n.t("Set the level of {check} for the project", { check })
    : l10n.t("Turn off {check} for the project", { check });
}

/** The reason is left to the person: without one the suppression silences nothing, and the project file says so. */
function withoutAsking(choice: Choice): Decision {
  return choice.kind === "level" ? { ...choice, level: "off" } : { ...choice, reason: "" };
}

function projectEdit(
  uri: string,
  text: string | undefined,
  edits: readonly TextEdit[],
  { createsFiles }: ActionAbilities,
): WorkspaceEdit {
  const lines = indexLines(text ?? "");
  const changes = edits.map((edit) => toTextEdit(lines, edit));
  if (text !== undefined || !createsFiles) return { changes: { [uri]: changes } };
  return {
    documentChanges: [
      { kind: "create", uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: changes },
    ],
  };
}
