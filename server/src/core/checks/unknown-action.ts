// Finds actions that no list of their service has. A list may be incomplete: the message says so.
import { nearest } from "../text/nearest.js";
import { defineCheck } from "./check.js";

export const unknownAction = defineCheck({
  id: "unknown-action",
  title: "Action is not in the catalog",
  category: "action",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    near: '"{name}" is no known action of {product}, did you mean "{meant}"',
    unlisted: '"{name}" is not in the {product} catalog of {date}, which is known to be incomplete',
    unknown: '"{name}" is not among the actions that {product} documents (catalog of {date})',
    write: 'Change to "{meant}"',
  },

  *run({ statements }, { facts, catalog }) {
    for (const { text, span } of statements.flatMap(({ actions }) => actions)) {
      const { reading, service, action, isPattern } = facts.action(text);
      if (reading.kind !== "action" || service === undefined || action !== undefined || isPattern) continue;
      const names = service.actions.map(({ name }) => name);
      const meant = nearest(reading.name, names);
      const values = { name: reading.name, product: service.product, date: catalog.date };
      if (meant !== undefined) {
        const edit = { span, text: JSON.stringify(`${reading.prefix}${reading.service}:${meant}`) };
        yield {
          span,
          message: "near",
          values: { ...values, meant },
          ...(service.completeness === "excerpt" && { severity: "info" }),
          fixes: [{ title: "write", safety: "unsafe", edits: [edit] }],
        };
      } else if (service.completeness !== "excerpt") {
        // An excerpt knows only what other services need: there, a near miss is all that can be said.
        yield { span, message: service.completeness === "complete" ? "unknown" : "unlisted", values };
      }
    }
  },
});
