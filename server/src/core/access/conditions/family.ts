// What a family of condition operators has to say: how one value of a policy is compared with one value of a
// request, and which values of a request are worth trying because every other one behaves like one of them.

/** How two values are compared; all families but `text` know only some of them. */
export type Relation =
  | "equal"
  | "equal-ignoring-case"
  | "like"
  | "start"
  | "end"
  | "less"
  | "less-equal"
  | "greater"
  | "greater-equal";

/** Undefined where the value of the policy is none of this type: it is left out then. */
export type Comparison = ((requested: string) => boolean) | undefined;

export interface Family {
  readonly compare: (relation: Relation, value: string) => Comparison;
  /** One text for every way in which these values of policies can be met, and for meeting none. */
  readonly samples: (values: readonly string[]) => readonly string[];
}

/** Both dialects say in the name of an operator how it compares, in nearly the same words. */
export function relationOf(name: string): Relation {
  const words = name.replaceAll("_", "").toLowerCase();
  if (/lessthanequals?$/.test(words)) return "less-equal";
  if (words.endsWith("lessthan")) return "less";
  if (/greaterthanequals?$/.test(words)) return "greater-equal";
  if (words.endsWith("greaterthan")) return "greater";
  if (words.endsWith("startwith")) return "start";
  if (words.endsWith("endwith")) return "end";
  return words.endsWith("ignorecase") ? "equal-ignoring-case" : "equal";
}

/** Whether one of two values in an order is before, at or behind the other as the relation wants. */
export function stands(relation: Relation, difference: number): boolean {
  switch (relation) {
    case "less":
      return difference < 0;
    case "less-equal":
      return difference <= 0;
    case "greater":
      return difference > 0;
    case "greater-equal":
      return difference >= 0;
    default:
      return difference === 0;
  }
}

/**
 * A number line: each value, something between each two neighbors, something before the first and behind the last.
 * `write` gives undefined for what cannot be written as a value.
 */
export function alongTheLine(
  values: readonly number[],
  write: (value: number) => string | undefined,
  between: (low: number, high: number) => number,
): readonly string[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted[sorted.length - 1]];
  const tried = [between(Number.NEGATIVE_INFINITY, first), between(last, Number.POSITIVE_INFINITY)];
  for (const [at, value] of sorted.entries()) {
    const next = sorted[at + 1];
    tried.push(value);
    if (next !== undefined) tried.push(between(value, next));
  }
  return tried.map(write).filter((text) => text !== undefined);
}
