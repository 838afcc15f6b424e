// Why a part of a policy does not count: `"foo" is left out, because it is no action`.
import type { LeftOutReason } from "../access/compiled.js";

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
