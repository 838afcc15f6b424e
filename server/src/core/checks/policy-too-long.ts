// Finds policies that are longer than the service takes, and those that soon will be.
import { minifiedLength, NEARLY_FULL } from "../policy/minified-length.js";
import { openingOf } from "../policy/walk.js";
import { defineCheck } from "./check.js";

export const policyTooLong = defineCheck({
  id: "policy-too-long",
  title: "Policy is too long",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  needs: { size: true },
  messages: {
    over: "The policy has {length} characters without blanks, {title} takes at most {limit}",
    near: "The policy has {length} of the {limit} characters that {title} takes, without blanks",
  },

  *run(policy) {
    const { title, limits } = policy.dialect;
    const limit = limits.policyLength;
    const length = minifiedLength(policy);
    if (length < limit * NEARLY_FULL) return;
    const report = { span: openingOf(policy.span), values: { length, limit, title } };
    yield length > limit ? { ...report, message: "over" } : { ...report, message: "near", severity: "info" };
  },
});
