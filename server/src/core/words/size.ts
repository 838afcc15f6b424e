// How long a policy is, of how much its service takes: the figures that `policy-too-long` judges by.
import * as l10n from "@vscode/l10n";
import { minifiedLength } from "../policy/minified-length.js";
import type { Policy } from "../policy/model.js";
import { fill } from "./fill.js";

/** `843 of 6144 characters`. */
export function shortSize(policy: Policy): string {
  return fill(l10n.t("{length} of {most} characters"), sizeOf(policy));
}

/** `843 of 6144 characters without blanks`. */
export function describeSize(policy: Policy): string {
  return fill(l10n.t("{length} of {most} characters without blanks"), sizeOf(policy));
}

function sizeOf(policy: Policy) {
  return { length: minifiedLength(policy), most: policy.dialect.limits.policyLength };
}
