// Finds the element for all actions but some. The service knows it by its error codes; no guide describes it.
import { defineCheck } from "./check.js";

export const notAction = defineCheck({
  id: "not-action",
  title: "Actions are named by exception",
  category: "statement",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  perStatement: true,
  needs: { role: "not-action" },
  messages: {
    beside: '"{name}" stands beside "{action}", and a statement has only one of them',
    allow: '"{name}" allows every action that is not named, and no guide of {title} describes it',
    other: '"{name}" is described in no guide of {title}',
    action: 'The "{action}" of the same statement',
  },

  *run({ statements, dialect: { title } }) {
    for (const { notAction: element, action, decision } of statements) {
      if (element === undefined) continue;
      const { span, text: name } = element.key;
      if (action !== undefined) {
        const values = { name, action: action.key.text };
        const related = [{ span: action.key.span, message: "action" }] as const;
        yield { span, message: "beside", severity: "error", values, related };
      } else {
        const isAllow = decision === "allow";
        const severity = isAllow ? "warning" : "hint";
        yield { span, message: isAllow ? "allow" : "other", severity, values: { name, title } };
      }
    }
  },
});
