// Which combinations of patterns can a string fit whose segments are matched one by one, as those of resources and
// of action names are? The segments are gone through from the first to the last; only combinations that differ by
// then are carried on.
import { isPattern, matchesPattern } from "../../catalog/pattern.js";
import { type Bits, bitAt, bitsKey } from "./bits.js";
import { type Budget, spend } from "./budget.js";
import { globOf } from "./glob.js";
import { cellTexts } from "./glob-cells.js";

export interface SegmentCell {
  /** The patterns that fit, by their places in the list; never none. */
  readonly fitting: Bits;
  /** Of one string that fits these and no others. */
  readonly segments: readonly string[];
}

/** Texts of one segment: at least one for each combination of patterns that a text can fit. */
export type Samples = (texts: readonly string[], place: number) => readonly string[] | undefined;

/** Patterns are lists of segments, all of one length. Undefined when the budget is used up. */
export function segmentCells(
  patterns: readonly (readonly string[])[],
  samplesOf: Samples,
  budget: Budget,
): readonly SegmentCell[] | undefined {
  const length = patterns[0]?.length ?? 0;
  let cells: readonly SegmentCell[] = [{ fitting: bitAt(patterns.length) - 1n, segments: [] }];
  for (let place = 0; place < length; place++) {
    const texts = new Map<string, Bits>();
    for (const [at, segments] of patterns.entries()) {
      const text = segments[place] ?? "";
      texts.set(text, (texts.get(text) ?? 0n) | bitAt(at));
    }
    const samples = samplesOf([...texts.keys()], place);
    const wide = [...texts].filter(([text]) => isPattern(text));
    if (samples === undefined || !spend(budget, samples.length * (wide.length + cells.length)))
      return undefined;
    const next = new Map<string, SegmentCell>();
    for (const sample of samples) {
      const exact = isPattern(sample) ? 0n : (texts.get(sample) ?? 0n);
      const fitting = wide.reduce(
        (bits, [text, own]) => (text === "*" || matchesPattern(text, sample) ? bits | own : bits),
        exact,
      );
      for (const { fitting: earlier, segments } of cells) {
        const both = earlier & fitting;
        if (both === 0n) continue;
        const key = bitsKey(both);
        if (!next.has(key)) next.set(key, { fitting: both, segments: [...segments, sample] });
      }
    }
    cells = [...next.values()];
  }
  return cells;
}

/**
 * Texts for the patterns of one segment: what is written out, what is likely for the others, and whatever else is
 * needed, as short as can be. Those for patterns are none of the excluded.
 */
export function samplesFor(
  texts: readonly string[],
  likelyText: (pattern: string) => string,
  excluded: ReadonlySet<string>,
  budget: Budget,
): readonly string[] | undefined {
  const patterns = texts.filter(isPattern);
  const exact = texts.filter((text) => !isPattern(text));
  const taken = new Set([...exact, ...excluded]);
  const likely = patterns.map(likelyText).filter((text) => !taken.has(text));
  // The commonest: nothing, or what means every text, beside some that are written out.
  const isSimple = patterns.every((pattern) => pattern === "*") && likely.length === patterns.length;
  if (isSimple) return [...exact, ...likely];
  const globs = patterns.map((pattern) => globOf(pattern, { wildcards: "*" }));
  const found = cellTexts(globs, budget, taken);
  return found === undefined ? undefined : [...exact, ...likely, ...found];
}
