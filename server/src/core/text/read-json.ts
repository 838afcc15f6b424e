// Reads a text as JSON and never fails: what is missing is left out, what is wrong is a problem, and the rest
// of the text is still read. Decided here: what the document is, and what stands before and after it.
import { skipBlanks } from "./characters.js";
import { type Containers, createContainers } from "./containers.js";
import { createLexer, type Lexer } from "./lexer.js";
import { readConflicts } from "./merge-conflicts.js";
import type { Problem } from "./problem.js";
import { createProblemLog, type ProblemLog, replacement } from "./problem-log.js";
import { type Span, spanOf } from "./span.js";
import type { Value } from "./value.js";

export { DEEPEST } from "./containers.js";

export interface JsonText {
  /** Absent where the text holds no value at all. */
  readonly root?: Value;
  /** Lists and maps that stand behind the document, as documents of their own; absent where there are none. */
  readonly further?: readonly Value[];
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

/** So many documents behind the first are read; a text of more is a log, or data of another kind. */
export const MOST_FURTHER = 100;

/**
 * In a merge that is not finished, what else is wrong with the text depends on how it is finished: nothing is said of
 * it before.
 */
export function readJson(text: string): JsonText {
  const unmerged = readConflicts(text);
  return unmerged === undefined
    ? readMerged(text)
    : { ...readMerged(unmerged.ours), problems: unmerged.problems };
}

function readMerged(text: string): JsonText {
  const log = createProblemLog(text);
  const lexer = createLexer(text, log);
  const containers = createContainers(text, lexer, log);
  lexer.next();
  readLeading(text, lexer, containers, log);
  const root = readDocument(text, lexer, containers);
  const further: Value[] = [];
  while (findFurther(text, lexer, log) && further.length < MOST_FURTHER) {
    const document = readDocument(text, lexer, createContainers(text, lexer, log));
    if (document !== undefined) further.push(document);
  }
  if (root === undefined && log.problems.length === 0) {
    log.report("empty-text", spanOf(0, Math.min(1, text.length)));
  }
  const { problems } = log;
  problems.sort((a, b) => a.span.start - b.span.start);
  return { ...(root && { root }), ...(further.length > 0 && { further }), problems };
}

function readDocument(text: string, lexer: Lexer, containers: Containers): Value | undefined {
  while (lexer.kind !== "end" && containers.root() === undefined) {
    containers.take();
    lexer.next();
  }
  return containers.finish(text.length);
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

/**
 * Nothing belongs after the document. Leftovers are passed over, and words with a document behind them; the first
 * other thing ends the reading. True where the lexer stands before a further document.
 */
function findFurther(text: string, lexer: Lexer, log: ProblemLog): boolean {
  let comma: Span | undefined;
  while (lexer.kind !== "end") {
    const span = spanOf(lexer.start, lexer.end);
    const edits = [replacement(span, "")];
    if (lexer.kind === "{" || lexer.kind === "[") {
      log.report("further-document", span);
      return true;
    }
    if (lexer.kind !== "}" && lexer.kind !== "]") dropProblemsFrom(span.start, log);
    if (lexer.kind === "}" || lexer.kind === "]") log.report("stray-bracket", span, { unsafe: edits });
    else if (lexer.kind === ",") comma = span;
    else if (isFence(lexer)) log.report("extra-content", span, { safe: edits });
    else {
      const end = lexer.kind === "word" ? endOfProse(text, lexer) : undefined;
      log.report("extra-content", spanOf(span.start, end ?? span.end));
      if (end === undefined) return false;
      lexer.moveTo(end);
    }
    lexer.next();
  }
  if (comma !== undefined) log.report("extra-content", comma, { safe: [replacement(comma, "")] });
  return false;
}

/** The end of words that lead to a document, as between the samples of a page; undefined where none follows. */
function endOfProse(text: string, { start, end: firstEnd }: Lexer): number | undefined {
  let end = firstEnd;
  const ahead = createLexer(text, createProblemLog(text), start);
  for (ahead.next(); ahead.kind !== "{"; ahead.next()) {
    if (isFence(ahead)) return end;
    if (ahead.kind === "end" || ahead.kind === "}" || ahead.kind === "]") return undefined;
    // A key is a piece of a broken document, not of a sentence.
    if (startsEntry(text, ahead)) return undefined;
    end = ahead.end;
  }
  return end;
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
