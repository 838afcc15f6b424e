// Finds actions whose name is known in other case. Where case counts, nobody knows whether the service takes them.
import { actionInAnyCase } from "../catalog/action-names.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const actionCase = defineCheck({
  id: "action-case",
  title: "Action is written in other case than documented",
  category: "action",
  severity: "hint",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  perStatement: true,
  needs: {
    action: ({ reading, action, isPattern }) =>
      !isPattern && reading.kind === "action" && reading.name !== action?.name,
  },
  messages: {
    found: '"{name}" is documented as "{meant}"',
    write: 'Change to "{meant}"',
  },

  *run({ statements, dialect }, { facts }) {
    // Where case may count, the documented spelling may allow what the other did not.
    const safety = dialect.actionCase === "insensitive" ? "safe" : "unsafe";
    for (const { actions } of statements) {
      for (const value of actions) {
        const { reading, service, action, isPattern } = facts.action(value.text);
        if (reading.kind !== "action" || service === undefined || isPattern) continue;
        const { name, nameSpan } = reading;
        const meant = (action ?? actionInAnyCase(service, name))?.name;
        if (meant === undefined || meant === name) continue;
        const edits = [editInString(value, nameSpan, meant)];
        yield {
          span: value.span,
          message: "found",
          values: { name, meant },
          fixes: [{ title: "write", safety, edits }],
        };
      }
    }
  },
});
