// Leads from a finding to the page about its check, for editors that have a command for that.
import * as l10n from "@vscode/l10n";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { toDiagnostic } from "./diagnostics.js";
import type { JudgedDocument } from "./document.js";
import { type ActionRequest, firstFindingsAt, isAskedFor } from "./findings-at.js";

/**
 * One action for each check that found something at the range. It is a quick fix, because editors show those with
 * a finding, but never a preferred one: nothing is fixed by reading.
 */
export function explainChecks(
  document: JudgedDocument,
  { range, context }: ActionRequest,
  command: string,
): CodeAction[] {
  if (!isAskedFor(CodeActionKind.QuickFix, context)) return [];
  return firstFindingsAt(document, range).map((finding) => {
    const title = l10n.t("Explain {check}", { check: finding.check });
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, document)],
      command: { title, command, arguments: [finding.check] },
    };
  });
}
