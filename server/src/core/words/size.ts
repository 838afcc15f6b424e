// How long a policy is, of how much its service takes: the figures that `policy-too-long` judges by.
import { minifiedLength } from "../policy/minified-length.js";
import type { Policy } from "../policy/model.js";

/** `843 of 6144 characters`. */
export function shortSize(policy: Policy): string {
  return `${minifiedLength(policy)} of ${policy.dialect.limits.policyLength} characters`;
}

/** `843 of 6144 characters without blanks`. */
export function describeSize(policy: Policy): string {
  return `${shortSize(policy)} without blanks`;
}
