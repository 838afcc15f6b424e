// The findings that a person means who points at a place: those that touch it.
import type { CodeActionContext, CodeActionKind, Range } from "vscode-languageserver-types";
import type { Finding } from "../core/index.js";
import type { JudgedDocument } from "./document.js";
import { toSpan } from "./to-lsp.js";

/** What an editor asks for, as far as it matters here. */
export interface ActionRequest {
  readonly range: Range;
  readonly context: Pick<CodeActionContext, "only">;
}

export function findingsAt(document: JudgedDocument, range: Range): readonly Finding[] {
  const { start, end } = toSpan(document.lines, range);
  return document.findings().filter(({ span }) => span.start <= end && start <= span.end);
}

/** The first finding of each check there, for what is offered once for a check. */
export function firstFindingsAt(document: JudgedDocument, range: Range): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findingsAt(document, range)) {
    if (!first.has(finding.check)) first.set(finding.check, finding);
  }
  return [...first.values()];
}

/** Kinds are hierarchical: who asks for `source` asks for `source.fixAll` too. Without a list, all are asked for. */
export function isAskedFor(kind: CodeActionKind, { only = [] }: ActionRequest["context"]): boolean {
  return (
    only.length === 0 || only.some((asked) => asked === "" || asked === kind || kind.startsWith(`${asked}.`))
  );
}
