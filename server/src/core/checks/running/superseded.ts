// One cause, one finding: takes out the findings whose place another check explains already. A file of ten
// megabytes may have a finding on every line, so findings are not compared one with another.
import type { Span } from "../../text/span.js";
import type { Check, Finding } from "../check.js";

export function withoutSuperseded(findings: readonly Finding[], active: readonly Check[]): Finding[] {
  const strongerThan = strongerAmong(active);
  const spans = new Map<string, Span[]>();
  for (const { check, span } of findings) {
    const same = spans.get(check);
    if (same === undefined) spans.set(check, [span]);
    else same.push(span);
  }
  const places = new Map<string, Places>();
  return findings.filter(({ check, span }) => {
    for (const stronger of strongerThan.get(check) ?? []) {
      let found = places.get(stronger);
      if (found === undefined) {
        found = collectPlaces(spans.get(stronger) ?? []);
        places.set(stronger, found);
      }
      if (isTouched(found, span)) return false;
    }
    return true;
  });
}

const known = new WeakMap<readonly Check[], ReadonlyMap<string, readonly string[]>>();

/** The ids of the checks that supersede a check, by its id; the same for every file. */
function strongerAmong(active: readonly Check[]): ReadonlyMap<string, readonly string[]> {
  const stronger = known.get(active) ?? collectStronger(active);
  known.set(active, stronger);
  return stronger;
}

function collectStronger(active: readonly Check[]): ReadonlyMap<string, readonly string[]> {
  const stronger = new Map<string, string[]>();
  for (const { id, supersedes = [] } of active) {
    for (const weaker of supersedes) {
      if (weaker !== id) stronger.set(weaker, [...(stronger.get(weaker) ?? []), id]);
    }
  }
  return stronger;
}

interface Places {
  /** In ascending order. */
  readonly starts: readonly number[];
  /** How far the places up to this one reach. */
  readonly reach: readonly number[];
}

function collectPlaces(spans: Span[]): Places {
  spans.sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    end = Math.max(end, span.end);
    reach.push(end);
  }
  return { starts: spans.map(({ start }) => start), reach };
}

/** Whether one of the places overlaps the span, as `overlaps` means it. */
function isTouched({ starts, reach }: Places, { start, end }: Span): boolean {
  const before = countBelow(starts, end);
  if ((reach[before - 1] ?? Number.NEGATIVE_INFINITY) > start) return true;
  return starts[countBelow(starts, start)] === start;
}

/** How many of the sorted numbers are smaller. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
