// Finds condition keys that the catalog does not have. It lists those that every service has, and few of single
// services, so most is only said about the first.
import { findKey } from "../catalog/conditions.js";
import { meantKey } from "../catalog/meant-key.js";
import { operatorsOf } from "../policy/condition.js";
import { shortened } from "../text/shorten.js";
import { defineCheck } from "./check.js";

export const unknownConditionKey = defineCheck({
  id: "unknown-condition-key",
  title: "Condition key is not in the catalog",
  category: "condition",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    near: '"{name}" is no known condition key of {title}, did you mean "{meant}"',
    "near-refused":
      '"{name}" is no known condition key, and {title} refuses unknown ones, did you mean "{meant}"',
    unlisted: '"{name}" is not among the condition keys of {title} in the catalog of {date}',
    "unlisted-refused":
      '"{name}" is not among the condition keys in the catalog of {date}, and {title} refuses unknown ones',
    service: '"{name}" is not in the catalog of {date}, which has few condition keys of single services',
    "service-refused":
      '"{name}" is not in the catalog of {date}, which has few condition keys of single services, and {title} refuses unknown ones',
    write: 'Write "{meant}"',
  },

  *run(policy, { facts, catalog }) {
    const { title, conditions: { globalKeys, refusesUnknownKeys } = {} } = policy.dialect;
    for (const { key, name } of operatorsOf(policy).flatMap(({ keys }) => keys)) {
      if (findKey(name, facts) !== undefined) continue;
      const meant = meantKey(name, facts);
      const isGlobal = globalKeys !== undefined && name.toLowerCase().startsWith(globalKeys);
      const fault = meant !== undefined ? "near" : isGlobal ? "unlisted" : "service";
      yield {
        span: key.span,
        message: refusesUnknownKeys === true ? `${fault}-refused` : fault,
        values: { name: shortened(key.text), title, date: catalog.date, meant: meant ?? "" },
        ...(!isGlobal && { severity: "hint" }),
        ...(meant !== undefined && {
          fixes: [
            { title: "write", safety: "unsafe", edits: [{ span: key.span, text: JSON.stringify(meant) }] },
          ],
        }),
      };
    }
  },
});
