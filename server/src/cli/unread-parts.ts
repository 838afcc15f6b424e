// What of two versions could not be read and does not count when they are compared, in words, and whether it may hide
// that the later one allows more.
import type { LeftOut, Policy, Span } from "../core/index.js";
import { brokenPlaces, gapsIn } from "./gaps.js";
import type { NoPolicies, PolicyText } from "./policy-files.js";
import type { CompareGap, Side } from "./reporters/compare/compared.js";

export interface ReadSides {
  /** Absent where there was, or is, no such file. */
  readonly before: PolicyText | NoPolicies | undefined;
  readonly after: PolicyText | NoPolicies | undefined;
  readonly leftOut: readonly LeftOut[];
}

export function gapsOf({ before, after, leftOut }: ReadSides): readonly CompareGap[] {
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
  const { text, policies, placeOf } = read;
  if (brokenPlaces(read).length > 0) return [squashed(text)];
  const found = leftOut
    .filter(({ policy }) => policies.includes(policy))
    .map(({ policy, span, reason }) => {
      const { start, end } = placeOf(policy, statementAround(policy, span));
      return `${reason} ${squashed(text.slice(start, end))}`;
    });
  return [
    ...found,
    ...policies.filter(({ statement }) => statement === undefined).map(() => "no statements"),
  ].sort();
}

function statementAround(policy: Policy, { start, end }: Span): Span {
  const found = policy.statements.find(({ span }) => span.start <= start && end <= span.end);
  return found?.span ?? { start, end };
}

function squashed(text: string): string {
  return text.replace(/\s+/g, "");
}
