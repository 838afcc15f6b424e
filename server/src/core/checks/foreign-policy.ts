// Finds documents that were declared as ours and are another vendor's: one finding instead of thirty.
import { defineCheck } from "./check.js";

export const foreignPolicy = defineCheck({
  id: "foreign-policy",
  title: "Policy is another vendor's",
  category: "document",
  severity: "error",
  confidence: "medium",
  since: "0.1.0",
  needs: { file: true },
  messages: {
    foreign: '"{mark}" marks a policy of {vendor}, which is not judged here',
  },

  *runFile({ foreign }) {
    if (foreign === undefined) return;
    const { mark, vendor, span } = foreign;
    yield { span, message: "foreign", values: { mark, vendor } };
  },
});
