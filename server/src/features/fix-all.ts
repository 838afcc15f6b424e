// Fixes of a whole document: all problems of one check, all of JSON, or everything that is safe. What to do is
// told at once; the edits, which take several rounds of judging, only when the action is chosen.
import * as l10n from "@vscode/l10n";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import {
  countFixable,
  type Finding,
  type FixOptions,
  type FixSafety,
  fixText,
  type TextEdit,
} from "../core/index.js";
import type { JudgedDocument } from "./document.js";
import { type ActionAbilities, workspaceEdit } from "./workspace-edit.js";

/** Asked for by `editor.codeActionsOnSave`, under this name or that of a parent. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.accessPolicy`;

const JSON_CHECK = "json-syntax";

/** Travels with the action to the editor and back. */
interface FixAllData extends FixOptions {
  readonly uri: string;
  readonly version: number | null;
}

/** Everything that changes no access. */
export function fixAllSafe(document: JudgedDocument, abilities: ActionAbilities): CodeAction[] {
  const options: FixOptions = { safety: "safe" };
  if (countFixable(document.findings(), options) === 0) return [];
  return [fixAll(TEXTS.allSafe(), FIX_ALL_KIND, options, document, abilities)];
}

/** For the checks of these findings, where they find more than one thing; safe ones first. */
export function fixAllOfKind(
  here: readonly Finding[],
  document: JudgedDocument,
  abilities: ActionAbilities,
): CodeAction[] {
  const ids = [...new Set(here.map(({ check }) => check))];
  const actions = ids.flatMap((check) => offersFor(check, here, document.findings()));
  actions.sort((a, b) => Number(a.safety === "unsafe") - Number(b.safety === "unsafe"));
  return actions.map(({ title, ...options }) =>
    fixAll(title, CodeActionKind.QuickFix, options, document, abilities),
  );
}

/** With its edit; or with the reason why it cannot be had any more. */
export function resolveFixAll(
  action: CodeAction,
  documentOf: (uri: string) => JudgedDocument | undefined,
  abilities: ActionAbilities,
): CodeAction {
  if (!isFixAllData(action.data)) return action;
  const { uri, version, ...options } = action.data;
  const document = documentOf(uri);
  if (document === undefined || document.version !== version) {
    return { ...action, disabled: { reason: TEXTS.stale() } };
  }
  return { ...action, edit: editFor(options, document, abilities) };
}

interface Offer extends FixOptions {
  readonly title: string;
}

function offersFor(check: string, here: readonly Finding[], all: readonly Finding[]): readonly Offer[] {
  const checks = [check];
  const count = (safety: FixSafety, findings: readonly Finding[]) =>
    countFixable(findings, { safety, checks });
  const [safe, any] = [count("safe", all), count("unsafe", all)];
  if (any < 2 || count("unsafe", here) === 0) return [];
  // What the text was meant to be is beyond doubt even where it breaks off: no value is touched.
  if (check === JSON_CHECK) return [{ title: TEXTS.allJson(), safety: "unsafe", checks }];
  const isUnsafeHere = count("unsafe", here) > count("safe", here);
  return [
    ...(safe > 1 && count("safe", here) > 0
      ? [{ title: TEXTS.all(safe, check), safety: "safe", checks } as const]
      : []),
    ...(any > safe && isUnsafeHere
      ? [{ title: TEXTS.allUnsafe(any, check), safety: "unsafe", checks } as const]
      : []),
  ];
}

function fixAll(
  title: string,
  kind: CodeActionKind,
  options: FixOptions,
  document: JudgedDocument,
  abilities: ActionAbilities,
): CodeAction {
  if (!abilities.resolvesEdits) return { title, kind, edit: editFor(options, document, abilities) };
  const { uri, version } = document;
  return { title, kind, data: { uri, version, ...options } satisfies FixAllData };
}

function editFor(options: FixOptions, document: JudgedDocument, abilities: ActionAbilities) {
  return workspaceEdit(document, fixEdits(document, options), abilities);
}

/** What the rounds of fixes come to, of the document as it is. */
export function fixEdits(document: JudgedDocument, options: FixOptions): readonly TextEdit[] {
  const judge = (text: string) => ({
    findings: (text === document.text ? document : document.withText(text))?.findings() ?? [],
  });
  return fixText(document.text, judge, options).edits;
}

function isFixAllData(data: unknown): data is FixAllData {
  if (typeof data !== "object" || data === null) return false;
  if (!("uri" in data) || typeof data.uri !== "string") return false;
  if (!("version" in data) || !(typeof data.version === "number" || data.version === null)) return false;
  return "safety" in data && (data.safety === "safe" || data.safety === "unsafe");
}

const TEXTS = {
  stale: () => l10n.t("The document has changed since this fix was offered"),
  allSafe: () => l10n.t("Apply all safe fixes (Access Policy)"),
  allJson: () => l10n.t("Fix all JSON problems"),
  all: (count: number, check: string) =>
    l10n.t("Fix all {count} {check} problems in this file", { count, check }),
  allUnsafe: (count: number, check: string) =>
    l10n.t("Fix all {count} {check} problems in this file (unsafe)", { count, check }),
} as const;
