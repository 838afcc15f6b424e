// What an editor offers at a place: the fixes of the findings there, safe ones first, then those of the whole
// document. Asked for a kind of action, it answers with that kind only.
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
} from "vscode-languageserver-types";
import type { Finding, Fix } from "../core/index.js";
import { toDiagnostic } from "./diagnostics.js";
import type { ServedDocument } from "./document.js";
import { FIX_ALL_KIND, fixAllOfKind, fixAllSafe } from "./fix-all.js";
import { toOffset } from "./to-lsp.js";
import { type ActionAbilities, workspaceEdit } from "./workspace-edit.js";

export const ACTION_KINDS: readonly CodeActionKind[] = [CodeActionKind.QuickFix, FIX_ALL_KIND];

export interface ActionRequest {
  readonly range: Range;
  readonly context: Pick<CodeActionContext, "only">;
}

export function codeActions(
  document: ServedDocument,
  { range, context }: ActionRequest,
  abilities: ActionAbilities,
): CodeAction[] {
  const only = context.only?.length === 0 ? undefined : context.only;
  // What changes the whole document is never offered unasked.
  const source = only !== undefined && admits(only, FIX_ALL_KIND) ? fixAllSafe(document, abilities) : [];
  if (only !== undefined && !admits(only, CodeActionKind.QuickFix)) return source;
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

/** Kinds are hierarchical: who asks for `source` asks for `source.fixAll` too. */
function admits(only: readonly CodeActionKind[], kind: CodeActionKind): boolean {
  return only.some((asked) => asked === "" || asked === kind || kind.startsWith(`${asked}.`));
}

function findingsAt(document: ServedDocument, range: Range): readonly Finding[] {
  const start = toOffset(document.lines, range.start);
  const end = toOffset(document.lines, range.end);
  return document.findings().filter(({ span }) => span.start <= end && start <= span.end);
}

function quickFix(
  finding: Finding,
  fix: Fix,
  document: ServedDocument,
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
