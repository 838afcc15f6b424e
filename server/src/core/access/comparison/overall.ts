// Several comparisons told as one: the verdict over all of them, and which of them a reviewer has to look at first.
import type { Comparison, Verdict } from "./comparison.js";

export function overallVerdict(all: readonly Verdict[]): Verdict {
  const verdicts = new Set(all);
  if (verdicts.has("indeterminate")) return "indeterminate";
  const isWidened = verdicts.has("widened") || verdicts.has("changed");
  const isNarrowed = verdicts.has("narrowed") || verdicts.has("changed");
  if (isWidened) return isNarrowed ? "changed" : "widened";
  return isNarrowed ? "narrowed" : "unchanged";
}

export interface Weighed {
  readonly comparison: Comparison;
  /** What could not be read may hide that access was widened. */
  readonly mayHide: boolean;
}

/** The heaviest first, those that gain writes; of equal weight, in the order given. */
export function byWeight<One extends Weighed>(all: readonly One[]): readonly One[] {
  const weighed = all.map((one) => ({ one, weight: weightOf(one) }));
  return weighed.sort((one, other) => other.weight - one.weight).map(({ one }) => one);
}

function weightOf({ comparison: { gained, undecided, lost }, mayHide }: Weighed): number {
  if (gained.some(({ access }) => access === "write")) return 5;
  if (gained.some(({ access }) => access === "unlisted")) return 4;
  if (gained.length > 0) return 3;
  if (undecided.length > 0 || mayHide) return 2;
  return lost.length > 0 ? 1 : 0;
}
