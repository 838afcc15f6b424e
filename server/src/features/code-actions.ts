// Quick fixes: what the findings at a range offer themselves, safe ones first.
import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver-types";
import type { Finding, Fix } from "../core/index.js";
import { toDiagnostic } from "./diagnostics.js";
import type { ServedDocument } from "./document.js";
import { toOffset, toTextEdit } from "./to-lsp.js";

export function codeActions(document: ServedDocument, range: Range): CodeAction[] {
  const start = toOffset(document.lines, range.start);
  const end = toOffset(document.lines, range.end);
  const offered = document
    .findings()
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })));
  // Stable: within the same safety the order of the text stays.
  offered.sort((a, b) => Number(a.fix.safety === "unsafe") - Number(b.fix.safety === "unsafe"));
  return offered.map(({ finding, fix }) => codeAction(finding, fix, document));
}

function codeAction(finding: Finding, fix: Fix, document: ServedDocument): CodeAction {
  const isPreferred = fix.safety === "safe" && finding.fixes?.find(({ safety }) => safety === "safe") === fix;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, document)],
    ...(isPreferred && { isPreferred: true }),
    edit: { changes: { [document.uri]: fix.edits.map((edit) => toTextEdit(document.lines, edit)) } },
  };
}
