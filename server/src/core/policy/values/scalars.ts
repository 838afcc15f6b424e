// Reads the numbers and booleans of conditions, which most policies write as strings.
import { unreadable, type ValueReading } from "./reading.js";

export interface NumberReading {
  readonly kind: "number";
  readonly number: number;
}

export interface BooleanReading {
  readonly kind: "boolean";
  readonly truth: boolean;
  /** Written in another case than documented. */
  readonly otherCase?: true;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

export function readNumber(text: string): ValueReading<NumberReading> {
  if (NUMBER.test(text)) return { kind: "number", number: Number(text) };
  return unreadable({ isValue: (repaired) => NUMBER.test(repaired), certain: [text.trim()] });
}

const GUESSES: Readonly<Record<string, string>> = {
  "1": "true",
  on: "true",
  y: "true",
  yes: "true",
  "0": "false",
  n: "false",
  no: "false",
  off: "false",
};

export function readBoolean(text: string): ValueReading<BooleanReading> {
  const lower = text.toLowerCase();
  if (lower === "true" || lower === "false") {
    return { kind: "boolean", truth: lower === "true", ...(lower !== text && { otherCase: true }) };
  }
  const tidy = lower.trim();
  return unreadable({
    isValue: (repaired) => repaired === "true" || repaired === "false",
    certain: [tidy],
    guessed: [Object.hasOwn(GUESSES, tidy) ? GUESSES[tidy] : undefined],
  });
}
