// What of two versions could not be read and does not count when they are compared, in words, and whether it may hide
// that the later one allows more.
import type { Comparison, Policy, Span } from "../core/index.js";
import type { NoPolicies, PolicyText } from "./policy-files.js";
import type { CompareGap, Side } from "./reporters/compare/compared.js";

export interface ReadSides {
  /** Absent where there was, or is, no such file. */
  readonly before: PolicyText | NoPolicies | undefined;
  readonly after: PolicyText | NoPolicies | undefined;
  readonly leftOut: Comparison["leftOut"];
}

type LeftOut = Comparison["leftOut"][number];

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

/** Most of them say enough; a text that breaks off would give one for each line. */
const MOST = 5;

function* gapsOfSide(
  side: Side,
  read: PolicyText | NoPolicies | undefined,
  leftOut: readonly LeftOut[],
): Generator<CompareGap> {
  if (read === undefined) return;
  if ("failure" in read) {
    yield { side, reason: read.failure };
    return;
  }
  const { text, policies, placeOf, lineOf } = read;
  const [broken] = brokenPlaces(read);
  if (broken !== undefined) {
    const line = text.slice(0, broken.start).split(/\r\n|\r|\n/).length;
    yield { side, line, reason: "the text is not valid JSON here" };
  }
  for (const policy of policies) {
    if (policy.statement === undefined) yield { side, reason: "it has no statements" };
  }
  const own = leftOut.filter(({ policy }) => policies.includes(policy));
  for (const { policy, span, reason } of own.slice(0, MOST)) {
    const { start, end } = placeOf(policy, span);
    yield { side, line: lineOf(policy, span), reason: wordsFor(reason, text.slice(start, end)) };
  }
  if (own.length > MOST) yield { side, reason: `${own.length - MOST} more parts` };
}

function wordsFor(reason: LeftOut["reason"], text: string): string {
  const quoted = /^".{0,80}"$/.test(text) ? text : "something";
  switch (reason) {
    case "unknown-effect":
      return "a statement without a known effect is left out";
    case "not-action":
      return "a statement that names the actions it does not mean is left out";
    case "missing-action":
      return "a statement without actions is left out";
    case "malformed-action":
      return `${quoted} is left out, because it is no action`;
    case "missing-resource":
      return "a statement without resources is left out";
    case "malformed-resource":
      return `${quoted} is left out, because it is no resource`;
    case "malformed-condition":
      return "a statement is left out, because its condition cannot be read";
    case "unknown-operator":
      return `a statement is left out, because nobody knows the operator ${quoted}`;
    case "unreadable-value":
      return `${quoted} is left out, because its condition takes other values`;
    default:
      return reason satisfies never;
  }
}

/** Where more than the habits of a hand-written text is wrong: comments and commas too many lose nothing. */
function brokenPlaces({ file }: PolicyText): readonly Span[] {
  return [...file.problems, ...file.embedded.flatMap((inner) => inner.file.problems)]
    .filter(({ repair }) => repair?.safe !== true)
    .map(({ span }) => span);
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
