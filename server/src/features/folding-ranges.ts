// What can be folded: every object and list that goes over several lines, and comments of several lines.
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { type Problem, positionAt, type Span, spanOf, type Value } from "../core/index.js";
import type { ServedDocument } from "./document.js";

/** At most `limit`, the outer ones first; in the order of the text. */
export function foldingRanges(
  { file, lines, text }: ServedDocument,
  limit = Number.POSITIVE_INFINITY,
): FoldingRange[] {
  const levels: FoldingRange[][] = [];
  const lineOf = (offset: number) => positionAt(lines, offset).line;
  const visit = (value: Value, depth: number) => {
    if (value.kind !== "list" && value.kind !== "map") return;
    const startLine = lineOf(value.span.start);
    // The line of the closing bracket stays in sight.
    const endLine = lineOf(value.span.end) - 1;
    if (endLine < startLine) return;
    if (endLine > startLine) {
      const level = levels[depth] ?? [];
      level.push({ startLine, endLine });
      levels[depth] = level;
    }
    if (value.kind === "list") for (const item of value.items) visit(item, depth + 1);
    else for (const entry of value.entries) if (entry.value !== undefined) visit(entry.value, depth + 1);
  };
  for (const root of [file.root, ...(file.further ?? [])]) if (root !== undefined) visit(root, 0);
  const ranges: FoldingRange[] = [];
  for (const level of levels) {
    if (ranges.length + level.length > limit) break;
    ranges.push(...level);
  }
  for (const comment of commentBlocks(file.problems, text)) {
    const [startLine, endLine] = [lineOf(comment.start), lineOf(comment.end)];
    if (endLine > startLine && ranges.length < limit) {
      ranges.push({ startLine, endLine, kind: FoldingRangeKind.Comment });
    }
  }
  return ranges.sort((one, other) => one.startLine - other.startLine);
}

/** Comments with nothing but blanks between them are one; JSON has none, so all of them are problems. */
function commentBlocks(problems: readonly Problem[], text: string): readonly Span[] {
  const blocks: Span[] = [];
  for (const { kind, span } of problems) {
    if (kind !== "comment") continue;
    const last = blocks.at(-1);
    const isNext = last !== undefined && text.slice(last.end, span.start).trim() === "";
    if (isNext) blocks[blocks.length - 1] = spanOf(last.start, span.end);
    else blocks.push(span);
  }
  return blocks;
}
