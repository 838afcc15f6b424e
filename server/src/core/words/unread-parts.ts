// What of a text does not count when it is asked what its policies allow, because it is broken or nobody knows it, in
// words; and whether that may hide, of two versions, that the later one allows more.
import type { LeftOut } from "../access/compiled.js";
import type { Policy } from "../policy/model.js";
import { breaksIn } from "../policy/read.js";
import { indexLines, positionAt } from "../text/line-index.js";
import type { Span } from "../text/span.js";
import { describeBreak, describeLeftOut, describeMoreLeftOut, describeNoStatements } from "./left-out.js";
import type { NoPolicies, PolicyText } from "./policy-text.js";

export interface Gap {
  /** From 1; absent for what is about the whole file. */
  readonly line?: number;
  readonly text: string;
}

export interface CompareGap {
  readonly side: Side;
  /** In the file of that side, from 1; absent where the whole file is meant. */
  readonly line?: number;
  readonly reason: string;
}

export type Side = "before" | "after";

export interface ReadSides {
  /** Absent where there was, or is, no such file. */
  readonly before: PolicyText | NoPolicies | undefined;
  readonly after: PolicyText | NoPolicies | undefined;
  readonly leftOut: readonly LeftOut[];
}

export function compareGaps({ before, after, leftOut }: ReadSides): readonly CompareGap[] {
  return [...gapsOfSide("before", before, leftOut), ...gapsOfSide("after", after, leftOut)];
}

/**
 * What nobody can read may allow anything and deny anything. It hides nothing where it is the same on both sides, and
 * where the file is gone.
 */
export function mayHideAccess({ before, after, leftOut }: ReadSides): boolean {
  if (after === undefined) return false;
  const [was, is] = [before, after].map((side) => unreadTexts(side, leftOut));
  return JSON.stringify(was) !== JSON.stringify(is);
}

function gapsOfSide(
  side: Side,
  read: PolicyText | NoPolicies | undefined,
  leftOut: readonly LeftOut[],
): readonly CompareGap[] {
  if (read === undefined) return [];
  if ("failure" in read) return [{ side, reason: read.failure }];
  return gapsIn(read, leftOut).map(({ line, text }) => ({
    side,
    ...(line !== undefined && { line }),
    reason: text,
  }));
}

/** The statements that have such a part, without blanks; the whole text where that is what is broken. */
function unreadTexts(
  read: PolicyText | NoPolicies | undefined,
  leftOut: readonly LeftOut[],
): readonly string[] {
  if (read === undefined) return [];
  if ("failure" in read) return [read.failure];
  const { file, text, policies, placeOf } = read;
  if (breaksIn(file).length > 0) return [squashed(text)];
  const found = leftOut
    .filter(({ policy }) => policies.includes(policy))
    .map(({ policy, span, reason }) => {
      const { start, end } = placeOf(policy, statementAround(policy, span));
      return `${reason} ${squashed(text.slice(start, end))}`;
    });
  return [
    ...found,
    ...policies.filter(({ statement }) => statement === undefined).map(() => "no-statements"),
  ].sort();
}

function statementAround(policy: Policy, { start, end }: Span): Span {
  const found = policy.statements.find(({ span }) => span.start <= start && end <= span.end);
  return found?.span ?? { start, end };
}

function squashed(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Most of them say enough; a text that breaks off would give one for each line. */
const MOST = 5;

/** `leftOut` may hold parts of other policies, too. */
export function gapsIn(read: PolicyText, leftOut: readonly LeftOut[]): readonly Gap[] {
  const gaps: Gap[] = [];
  const { file, text, policies, placeOf, lineOf } = read;
  const [broken] = breaksIn(file);
  if (broken !== undefined) {
    const { line } = positionAt(indexLines(text), broken.span.start);
    gaps.push({ line: line + 1, text: describeBreak(broken) });
  }
  for (const policy of policies) {
    if (policy.statement === undefined) gaps.push({ text: describeNoStatements() });
  }
  for (const { policy, span, reason } of leftOut) {
    if (!policies.includes(policy)) continue;
    const { start, end } = placeOf(policy, span);
    gaps.push({ line: lineOf(policy, span), text: describeLeftOut(reason, text.slice(start, end)) });
  }
  const more = gaps.length - MOST;
  return more > 0 ? [...gaps.slice(0, MOST), { text: describeMoreLeftOut(more) }] : gaps;
}
