// What of a file does not count when it is asked what its policies allow: parts that are broken or nobody knows.
import {
  BROKEN_TEXT,
  describeLeftOut,
  describeMoreLeftOut,
  indexLines,
  type LeftOut,
  NO_STATEMENTS,
  positionAt,
  type Span,
} from "../core/index.js";
import type { PolicyText } from "./policy-files.js";

export interface Gap {
  /** From 1; absent for what is about the whole file. */
  readonly line?: number;
  readonly text: string;
}

/** Most of them say enough; a text that breaks off would give one for each line. */
const MOST = 5;

/** `leftOut` may hold parts of other policies, too. */
export function gapsIn(read: PolicyText, leftOut: readonly LeftOut[]): readonly Gap[] {
  const gaps: Gap[] = [];
  const { text, policies, placeOf, lineOf } = read;
  const [broken] = brokenPlaces(read);
  if (broken !== undefined) {
    gaps.push({ line: positionAt(indexLines(text), broken.start).line + 1, text: BROKEN_TEXT });
  }
  for (const policy of policies) {
    if (policy.statement === undefined) gaps.push({ text: NO_STATEMENTS });
  }
  for (const { policy, span, reason } of leftOut) {
    if (!policies.includes(policy)) continue;
    const { start, end } = placeOf(policy, span);
    gaps.push({ line: lineOf(policy, span), text: describeLeftOut(reason, text.slice(start, end)) });
  }
  const more = gaps.length - MOST;
  return more > 0 ? [...gaps.slice(0, MOST), { text: describeMoreLeftOut(more) }] : gaps;
}

/** Where more than the habits of a hand-written text is wrong: comments and commas too many lose nothing. */
export function brokenPlaces({ file }: PolicyText): readonly Span[] {
  return [...file.problems, ...file.embedded.flatMap((inner) => inner.file.problems)]
    .filter(({ repair }) => repair?.safe !== true)
    .map(({ span }) => span);
}
