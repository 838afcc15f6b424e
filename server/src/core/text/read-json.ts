// Reads a text as JSON and never fails: what is missing is left out, what is wrong is a problem, and the rest
// of the text is still read. Decided here: what the document is, and what stands before and after it.
import { skipBlanks } from "./characters.js";
import { type Containers, createContainers } from "./containers.js";
import { createLexer, type Lexer } from "./lexer.js";
import type { Problem } from "./problem.js";
import { createProblemLog, type ProblemLog, replacement } from "./problem-log.js";
import { type Span, spanOf } from "./span.js";
import type { Value } from "./value.js";

export { DEEPEST } from "./containers.js";

export interface JsonText {
  /** Absent where the text holds no value at all. */
  readonly root?: Value;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

export function readJson(text: string): JsonText {
  const log = createProblemLog(text);
  const lexer = createLexer(text, log);
  const containers = createContainers(text, lexer, log);
  lexer.next();
  readLeading(text, lexer, containers, log);
  while (lexer.kind !== "end" && containers.root() === undefined) {
    containers.take();
    lexer.next();
  }
  readTrailing(lexer, log);
  const root = containers.finish(text.length);
  if (root === undefined && log.problems.length === 0) {
    log.report("empty-text", spanOf(0, Math.min(1, text.length)));
  }
  log.problems.sort((a, b) => a.span.start - b.span.start);
  return root === undefined ? { problems: log.problems } : { root, problems: log.problems };
}

/** Where a container follows some words, as after a heading or a Markdown fence, the container is the document. */
function readLeading(text: string, lexer: Lexer, containers: Containers, log: ProblemLog): void {
  const { kind, start } = lexer;
  if (kind === "{" || kind === "[" || kind === "end") return;
  if (startsEntry(text, lexer)) {
    containers.openMissing();
    return;
  }
  const isSafe = isFence(lexer);
  let end = start;
  const ahead = createLexer(text, createProblemLog(text), start);
  for (ahead.next(); ahead.kind !== "{" && ahead.kind !== "["; ahead.next()) {
    if (ahead.kind === "end") return;
    end = ahead.end;
  }
  dropProblemsFrom(start, log);
  const span = spanOf(start, end);
  const edits = [replacement(span, "")];
  log.report("leading-content", span, isSafe ? { safe: edits } : { unsafe: edits });
  lexer.moveTo(end);
  lexer.next();
}

/** Nothing belongs after the document; the first thing that is more than a leftover ends the reading. */
function readTrailing(lexer: Lexer, log: ProblemLog): void {
  let comma: Span | undefined;
  for (; lexer.kind !== "end"; lexer.next()) {
    const span = spanOf(lexer.start, lexer.end);
    const edits = [replacement(span, "")];
    if (lexer.kind !== "}" && lexer.kind !== "]") dropProblemsFrom(span.start, log);
    if (lexer.kind === "}" || lexer.kind === "]") log.report("stray-bracket", span, { unsafe: edits });
    else if (lexer.kind === ",") comma = span;
    else if (isFence(lexer)) log.report("extra-content", span, { safe: edits });
    else {
      log.report("extra-content", span);
      return;
    }
  }
  if (comma !== undefined) log.report("extra-content", comma, { safe: [replacement(comma, "")] });
}

/** What is wrong inside of text that does not belong here is of no interest. */
function dropProblemsFrom(offset: number, { problems }: ProblemLog): void {
  let last = problems.at(-1);
  while (last !== undefined && last.span.start >= offset) {
    problems.pop();
    last = problems.at(-1);
  }
}

function isFence(lexer: Lexer): boolean {
  return lexer.kind === "word" && lexer.text.startsWith("```");
}

/** `"version": …`: the brace before it was not copied. */
function startsEntry(text: string, lexer: Lexer): boolean {
  return lexer.kind === "string" && /[:：]/.test(text.charAt(skipBlanks(text, lexer.end)));
}
