// What an editor offers at a place: the fixes of the findings there, safe ones first, then those of the whole
// document. Asked for a kind of action, it answers with that kind only.
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import type { Finding, Fix } from "../core/index.js";
import { toDiagnostic } from "./diagnostics.js";
import type { JudgedDocument } from "./document.js";
import { EXPAND_KIND } from "./expand-wildcard.js";
import { type ActionRequest, findingsAt, isAskedFor } from "./findings-at.js";
import { FIX_ALL_KIND, fixAllOfKind, fixAllSafe } from "./fix-all.js";
import { SOURCE_KINDS } from "./source-actions.js";
import { type ActionAbilities, workspaceEdit } from "./workspace-edit.js";

export const ACTION_KINDS: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  FIX_ALL_KIND,
  EXPAND_KIND,
  ...SOURCE_KINDS,
];

export function codeActions(
  document: JudgedDocument,
  { range, context }: ActionRequest,
  abilities: ActionAbilities,
): CodeAction[] {
  // What changes the whole document is never offered unasked.
  const isUnasked = (context.only ?? []).length === 0;
  const source = !isUnasked && isAskedFor(FIX_ALL_KIND, context) ? fixAllSafe(document, abilities) : [];
  if (!isAskedFor(CodeActionKind.QuickFix, context)) return source;
  const here = findingsAt(document, range);
  const fixes = here.flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })));
  // Stable: within the same safety the order of the text stays.
  fixes.sort((a, b) => Number(a.fix.safety === "unsafe") - Number(b.fix.safety === "unsafe"));
  return [
    ...fixes.map(({ finding, fix }) => quickFix(finding, fix, document, abilities)),
    ...fixAllOfKind(here, document, abilities),
    ...source,
  ];
}

function quickFix(
  finding: Finding,
  fix: Fix,
  document: JudgedDocument,
  abilities: ActionAbilities,
): CodeAction {
  const isPreferred = fix.safety === "safe" && finding.fixes?.find(({ safety }) => safety === "safe") === fix;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, document)],
    ...(isPreferred && { isPreferred: true }),
    edit: workspaceEdit(document, fix.edits, abilities),
  };
}
