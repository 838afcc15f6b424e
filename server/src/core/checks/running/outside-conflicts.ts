// Takes back the fixes that would change a text where a merge is not finished: a conflict whose one side was mended
// cannot be resolved any more by taking either.
import type { Problem } from "../../text/problem.js";
import type { Span } from "../../text/span.js";
import type { Finding, Fix } from "../check.js";

export function withFixesOutsideConflicts(
  findings: readonly Finding[],
  problems: readonly Problem[],
): readonly Finding[] {
  const conflicts = problems.flatMap(({ kind, span }) => (kind === "merge-conflict" ? [span] : []));
  return conflicts.length === 0 ? findings : findings.map((finding) => withFixesOutside(finding, conflicts));
}

function withFixesOutside({ fixes = [], ...finding }: Finding, conflicts: readonly Span[]): Finding {
  const left = fixes.filter((fix) => !changesAny(fix, conflicts));
  return left.length === 0 ? finding : { ...finding, fixes: left };
}

function changesAny({ edits }: Fix, spans: readonly Span[]): boolean {
  return edits.some((edit) => spans.some(({ start, end }) => edit.span.start < end && start < edit.span.end));
}
