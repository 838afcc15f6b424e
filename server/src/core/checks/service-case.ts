// Finds services of actions that are not written in lower case, the only form that is documented where case does
// not count. Where it counts, such a service is another one, and `unknown-service` speaks.
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const serviceCase = defineCheck({
  id: "service-case",
  title: "Service of an action is not in lower case",
  category: "action",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["safe"],
  perStatement: true,
  needs: { action: ({ reading }) => reading.kind === "action" && /[A-Z]/.test(reading.service) },
  messages: {
    found: '"{code}" is documented in lower case only, as "{meant}"',
    write: 'Change the service to "{meant}"',
  },

  *run({ statements, dialect }, { facts }) {
    if (dialect.actionCase !== "insensitive") return;
    for (const { actions } of statements) {
      for (const value of actions) {
        const { reading } = facts.action(value.text);
        if (reading.kind !== "action") continue;
        const { service: code, serviceSpan } = reading;
        const meant = code.toLowerCase();
        if (meant === code) continue;
        const edits = [editInString(value, serviceSpan, meant)];
        yield {
          span: value.span,
          message: "found",
          values: { code, meant },
          fixes: [{ title: "write", safety: "safe", edits }],
        };
      }
    }
  },
});
