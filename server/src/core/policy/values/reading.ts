// What reading the value of a condition gives: the value, or that it is none, with what was probably meant.

export type ValueReading<Result> = Result | UnreadableValue;

export interface UnreadableValue {
  readonly kind: "unreadable";
  /** What is wrong, where it can be told from any other text: a date without a zone, the 30th of February. */
  readonly fault?: "no-zone" | "no-such-day";
  /** The value that is meant, where only one can be. */
  readonly meant?: string;
  /** `meant` is likely and no more. */
  readonly guessed?: true;
}

export interface Repairs {
  /** Whether a text is a value. */
  readonly isValue: (text: string) => boolean;
  /** In the order in which they are tried; a repair that is no value counts for nothing. */
  readonly certain: readonly (string | undefined)[];
  readonly guessed?: readonly (string | undefined)[];
}

/** No value of a type is longer; of what is, no repair is looked for. */
export const LONGEST_VALUE = 80;

export function unreadable({ isValue, certain, guessed = [] }: Repairs): UnreadableValue {
  const kind = "unreadable";
  const isRepair = (text: string | undefined) => text !== undefined && isValue(text);
  const sure = certain.find(isRepair);
  if (sure !== undefined) return { kind, meant: sure };
  const likely = guessed.find(isRepair);
  return likely === undefined ? { kind } : { kind, meant: likely, guessed: true };
}
