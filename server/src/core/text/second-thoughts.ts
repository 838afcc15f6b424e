// Changes or takes back what was reported, once more of the text is known.
import type { TextEdit } from "./edit.js";
import { endOfJoinedWord } from "./habits.js";
import type { Lexer } from "./lexer.js";
import { type ProblemLog, replacement } from "./problem-log.js";
import { type Span, spanOf } from "./span.js";

/** `[trtc:DescribeRoomInfo]`: where a value belongs, the colon is part of the word. */
export function joinWord(text: string, lexer: Lexer, log: ProblemLog): void {
  const problem = log.problems.at(-1);
  if (lexer.kind !== "word" || problem?.kind !== "unquoted-word" || problem.span.start !== lexer.start)
    return;
  const end = endOfJoinedWord(text, lexer.end);
  if (end === lexer.end) return;
  log.problems.pop();
  const span = spanOf(lexer.start, end);
  lexer.text = text.slice(span.start, end).replace(/"$/, "");
  lexer.end = end;
  lexer.moveTo(end);
  log.report("unquoted-word", span, { unsafe: [replacement(span, JSON.stringify(lexer.text))] });
}

/** A word without quotes that stands where a key belongs can be nothing else. */
export function settleKeyWithoutQuotes(log: ProblemLog, span: Span): void {
  const problem = log.problems.at(-1);
  if (problem?.kind !== "unquoted-word" || problem.span.start !== span.start) return;
  if (problem.repair) {
    log.problems[log.problems.length - 1] = { ...problem, repair: { ...problem.repair, safe: true } };
  }
}

/** The comma was not forgotten after all: a bracket was, and its repair brings the comma along. */
export function removeMissingComma({ problems }: ProblemLog, gap: number): void {
  // It is among the last ones, if it was reported at all.
  const recent = Math.max(0, problems.length - 4);
  for (let index = problems.length - 1; index >= recent; index--) {
    const problem = problems[index];
    if (problem?.kind === "missing-comma" && problem.span.end === gap) {
      problems.splice(index, 1);
      return;
    }
  }
}

/** Where both outermost braces are missing, one problem tells of both. */
export function completeUnopened(log: ProblemLog, index: number, closing: readonly TextEdit[]): void {
  const problem = log.problems[index];
  if (problem?.repair === undefined) return;
  const edits = [...problem.repair.edits, ...closing];
  log.problems[index] = { ...problem, repair: { edits, safe: false } };
}
