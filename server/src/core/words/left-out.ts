// Why a part of a policy does not count: `its effect is neither allow nor deny`.
import type { LeftOutReason } from "../access/compiled.js";

const WORDS: Readonly<Record<LeftOutReason, string>> = {
  "unknown-effect": "the effect of the statement is missing or unknown",
  "not-action": "what a statement says of all actions but some is not read",
  "missing-action": "the statement names no action",
  "malformed-action": "this is no action",
  "missing-resource": "the statement names no resource that is read",
  "malformed-resource": "this is no resource",
  "malformed-condition": "the condition of the statement cannot be read",
  "unknown-operator": "the operator in the condition of the statement is unknown",
  "unreadable-value": "this value of a condition is none of the operator's type",
};

export function describeLeftOut(reason: LeftOutReason): string {
  return WORDS[reason];
}
