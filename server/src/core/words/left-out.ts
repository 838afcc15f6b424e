// What of a text does not count when it is asked what its policies allow, and why:
// `"foo" is left out, because it is no action`.
import type { LeftOutReason } from "../access/compiled.js";
import { plural } from "./lists.js";

/** Of a text in which more is wrong than the habits of a hand-written one. */
export const BROKEN_TEXT = "the text is broken from here on";

export const NO_STATEMENTS = "a policy has no statements";

/** Once enough has been said. */
export function describeMoreLeftOut(count: number): string {
  return `${count} more ${plural(count, "part")} ${count === 1 ? "is" : "are"} left out`;
}

/** `text` is the part as it stands in the file. */
export function describeLeftOut(reason: LeftOutReason, text: string): string {
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
