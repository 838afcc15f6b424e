// Operators that compare points in time.
import { readDate } from "../../policy/values/date.js";
import { alongTheLine, type Family, stands } from "./family.js";

export const dates: Family = {
  compare(relation, value) {
    const wanted = timeOf(value);
    if (wanted === undefined) return undefined;
    return (requested) => {
      const given = timeOf(requested);
      return given !== undefined && stands(relation, given - wanted);
    };
  },
  samples: (values) =>
    alongTheLine(
      values.map(timeOf).filter((value) => value !== undefined),
      write,
      between,
    ),
};

function timeOf(text: string): number | undefined {
  const reading = readDate(text);
  return reading.kind === "date" ? reading.time : undefined;
}

const SECOND = 1000;

/** A full second where there is room for one. */
function between(low: number, high: number): number {
  if (low === Number.NEGATIVE_INFINITY) return high - SECOND;
  if (high === Number.POSITIVE_INFINITY) return low + SECOND;
  return low + Math.min(SECOND, Math.floor((high - low) / 2));
}

/** Some points at the ends of the calendar can be meant with an offset only; they are left out. */
function write(time: number): string | undefined {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString().replace(".000Z", "Z");
  return timeOf(text) === time ? text : undefined;
}
