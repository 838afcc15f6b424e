// Finds names and descriptions beside a policy in a request that the service refuses.
import { type FieldFault, faultyFields } from "../policy/request-fields.js";
import { defineCheck } from "./check.js";

export const policyName = defineCheck({
  id: "policy-name",
  title: "Name or description in the request is refused",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  needs: { file: true },
  messages: {
    character: '"{found}" stands in "{field}", whose value has {allowed} only',
    empty: '"{field}" is empty',
    "too-long": '"{field}" has {length} characters, more than {longest}',
    "too-many-bytes": '"{field}" has {length} bytes, more than {longest}',
    type: '"{field}" is no string',
  },

  *runFile({ embedded }) {
    const requests = new Map(embedded.map(({ request, file }) => [request, file.dialect]));
    for (const [request, dialect] of requests) {
      for (const { fault, rule, span, found, length } of faultyFields(
        request,
        dialect?.requestFields ?? [],
      )) {
        if (!isTold(fault)) continue;
        const { name: field, longest = 0, allowed = "" } = rule;
        yield { span, message: fault, values: { field, found, length, longest, allowed } };
      }
    }
  },
});

type Told = Exclude<FieldFault, "missing" | "refused" | "value">;

/** Requests to change a policy need not name it, and no field has a list of values. */
function isTold(fault: FieldFault): fault is Told {
  return fault !== "missing" && fault !== "refused" && fault !== "value";
}
