// Operators that compare numbers.
import { readNumber } from "../../policy/values/scalars.js";
import { alongTheLine, type Family, stands } from "./family.js";

export const numbers: Family = {
  compare(relation, value) {
    const wanted = numberOf(value);
    if (wanted === undefined) return undefined;
    return (requested) => {
      const given = numberOf(requested);
      return given !== undefined && stands(relation, given < wanted ? -1 : given > wanted ? 1 : 0);
    };
  },
  samples: (values) =>
    alongTheLine(
      values.map(numberOf).filter((value) => value !== undefined),
      (number) => (numberOf(String(number)) === number ? String(number) : undefined),
      between,
    ),
};

function numberOf(text: string): number | undefined {
  const reading = readNumber(text);
  return reading.kind === "number" ? reading.number : undefined;
}

/** A whole number where there is room for one. */
function between(low: number, high: number): number {
  if (low === Number.NEGATIVE_INFINITY) return Math.min(Math.ceil(high) - 1, high - Math.abs(high) / 2);
  if (high === Number.POSITIVE_INFINITY) return Math.max(Math.floor(low) + 1, low + Math.abs(low) / 2);
  const whole = Math.floor(low) + 1;
  return whole < high ? whole : low + (high - low) / 2;
}
