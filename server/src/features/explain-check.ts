// Leads from a finding to the page about its check, for editors that have a command for that.
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
} from "vscode-languageserver-types";
import type { Finding } from "../core/index.js";
import { toDiagnostic } from "./diagnostics.js";
import type { ServedDocument } from "./document.js";
import { toOffset } from "./to-lsp.js";

/**
 * One action for each check that found something at the range. It is a quick fix, because editors show those with
 * a finding, but never a preferred one: nothing is fixed by reading.
 */
export function explainChecks(
  document: ServedDocument,
  { range, context: { only = [] } }: { range: Range; context: Pick<CodeActionContext, "only"> },
  command: string,
): CodeAction[] {
  const isAsked = only.length === 0 || only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix);
  if (!isAsked) return [];
  const start = toOffset(document.lines, range.start);
  const end = toOffset(document.lines, range.end);
  const first = new Map<string, Finding>();
  for (const finding of document.findings()) {
    const isHere = finding.span.start <= end && start <= finding.span.end;
    if (isHere && !first.has(finding.check)) first.set(finding.check, finding);
  }
  return [...first].map(([check, finding]) => {
    const title = `Explain ${check}`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, document)],
      command: { title, command, arguments: [check] },
    };
  });
}
