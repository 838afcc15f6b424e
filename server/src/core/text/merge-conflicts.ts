// Finds what a merge of git leaves in a text where both sides changed it, and says how such a text is read: as one
// side has it, the one that a merge starts from ("ours").
import { endOfLine } from "./characters.js";
import type { Problem } from "./problem.js";
import { type Span, spanOf } from "./span.js";

export interface Unmerged {
  /** One for each conflict, over all of its lines, and one for each marker that a conflict has left. */
  readonly problems: readonly Problem[];
  /** As long as the text, with blanks for the markers and for what the other sides have. */
  readonly ours: string;
}

/** Undefined where nothing of a conflict is in the text. */
export function readConflicts(text: string): Unmerged | undefined {
  // Nearly every text is done with here.
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return undefined;
  const problems: Problem[] = [];
  const hidden: Span[] = [];
  /** Where a conflict began, and where the other sides of it begin. */
  let ours: Span | undefined;
  let others: Span | undefined;
  const leave = () => {
    if (ours === undefined) return;
    report("conflict-marker", ours);
    if (others !== undefined) report("conflict-marker", others);
    ours = undefined;
    others = undefined;
  };
  for (const { index } of text.matchAll(MARKER)) {
    const line = spanOf(index, endOfLine(text, index));
    const sign = text.charAt(index);
    if (sign === "<") {
      leave();
      ours = line;
    } else if (sign === ">") {
      const begin = ours ?? others ?? line;
      hidden.push(spanOf((others ?? line).start, line.end));
      if (ours === undefined) report("conflict-marker", begin);
      else {
        hidden.push(ours);
        report("merge-conflict", spanOf(begin.start, line.end));
      }
      ours = undefined;
      others = undefined;
    } else others ??= line;
  }
  leave();
  return problems.length === 0 ? undefined : { problems, ours: withBlanks(text, hidden) };

  function report(kind: Problem["kind"], span: Span): void {
    if (kind === "conflict-marker") hidden.push(span);
    problems.push({ kind, span, found: text.slice(span.start, endOfLine(text, span.start)) });
  }
}

/** Seven signs at the start of a line, and a name behind them or nothing. */
const MARKER = /(?<![^\r\n])(?:<{7}|>{7}|\|{7}|={7})(?=[ \r\n]|$)/g;

function withBlanks(text: string, spans: readonly Span[]): string {
  let read = "";
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    const at = Math.max(from, start);
    read += text.slice(from, at) + text.slice(at, end).replace(/[^\r\n]/g, " ");
    from = end;
  }
  return read + text.slice(from);
}
