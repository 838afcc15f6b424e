// Collects the problems of one text, up to a number that nobody reads to the end of: a hostile text of
// millions of mistakes must not fill the memory.
import type { TextEdit } from "./edit.js";
import type { Problem, ProblemKind } from "./problem.js";
import { type Span, spanOf } from "./span.js";

const MOST_PROBLEMS = 10_000;

export interface ProblemLog {
  readonly problems: Problem[];
  /** `found` unless given: the characters of the span. */
  readonly report: (kind: ProblemKind, span: Span, fix?: Fix, found?: string) => void;
}

/** The edits that mend a place, by how sure they are. */
export type Fix = { readonly safe: readonly TextEdit[] } | { readonly unsafe: readonly TextEdit[] };

export function createProblemLog(text: string): ProblemLog {
  const problems: Problem[] = [];
  return { problems, report };

  function report(kind: ProblemKind, span: Span, fix?: Fix, found = text.slice(span.start, span.end)): void {
    if (problems.length >= MOST_PROBLEMS) return;
    if (fix === undefined) problems.push({ kind, span, found });
    else if ("safe" in fix) problems.push({ kind, span, found, repair: { edits: fix.safe, safe: true } });
    else problems.push({ kind, span, found, repair: { edits: fix.unsafe, safe: false } });
  }
}

export function insertion(offset: number, text: string): TextEdit {
  return { span: spanOf(offset, offset), text };
}

export function replacement(span: Span, text: string): TextEdit {
  return { span, text };
}
