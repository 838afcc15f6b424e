// Finds fields of the `role` object around a policy that the service refuses, or misses.
import { faultyFields } from "../policy/request-fields.js";
import { entryOf } from "../text/value.js";
import { defineCheck } from "./check.js";

export const policyWrapper = defineCheck({
  id: "policy-wrapper",
  title: "Field of the role object is refused",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  needs: { file: true },
  messages: {
    blank: 'The "{field}" "{text}" holds a blank',
    empty: '"{field}" is empty',
    missing: 'The role has no "{field}"',
    refused: '"{field}" stands in a request for a custom policy, which the service refuses',
    "too-long": '"{field}" has {length} characters, more than {longest}',
    type: '"{field}" is no string',
    value: '"{text}" is no "{field}" of a custom policy, which is {allowed}',
  },

  *runFile({ wrapper, dialect }) {
    if (wrapper === undefined || dialect === undefined) return;
    // What the service answers has fields of its own, and is no request.
    if (dialect.answerFields?.some((name) => entryOf(wrapper, name)) === true) return;
    for (const { fault, rule, span, text, length } of faultyFields(wrapper, dialect.requestFields ?? [])) {
      if (fault === "too-many-bytes") continue; // No field of it is counted in bytes.
      const { name: field, longest = 0, allowed = "" } = rule;
      // The only characters that a rule names are blanks.
      const message = fault === "character" ? "blank" : fault;
      yield { span, message, values: { field, text, length, longest, allowed } };
    }
  },
});
