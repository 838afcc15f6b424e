// The answer of a comparison in a few words, and what it leaves open.
import type { Undecided, Verdict } from "../access/comparison/comparison.js";
import { list } from "./lists.js";
import { PLAIN, type Style } from "./style.js";

export function describeVerdict(verdict: Verdict): string {
  return VERDICTS[verdict];
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  unchanged: "access unchanged",
  narrowed: "access narrowed",
  widened: "access widened",
  changed: "access widened and narrowed",
  indeterminate: "not all could be decided",
};

/** Where it is clear that access is meant. */
export function shortVerdict(verdict: Verdict): string {
  return SHORT_VERDICTS[verdict];
}

const SHORT_VERDICTS: Readonly<Record<Verdict, string>> = {
  unchanged: "access unchanged",
  narrowed: "narrowed",
  widened: "widened",
  changed: "widened and narrowed",
  indeterminate: "not all could be decided",
};

/** Actions and keys that are spelled out before the rest is counted. */
const NAMED = 4;

/** `trtc:*: too many combinations of patterns to compare`. */
export function describeUndecided({ actions, reason, keys }: Undecided, { value }: Style = PLAIN): string {
  const about = list(actions.map(value), NAMED);
  switch (reason) {
    case "budget":
      return keys.length === 0
        ? `${about}: too many combinations of patterns to compare`
        : `${about}: too many combinations of conditions on ${list(keys.map(value), NAMED)}`;
    case "mixed-types":
      return `${about}: ${list(keys.map(value), NAMED)} is compared as values of several types`;
    default:
      return reason satisfies never;
  }
}
