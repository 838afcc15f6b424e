// Finds actions that an official example names and no list of the vendor has.
import { defineCheck } from "./check.js";

export const unlistedExampleAction = defineCheck({
  id: "unlisted-example-action",
  title: "Action stands only in an official example",
  category: "action",
  severity: "hint",
  confidence: "medium",
  since: "0.1.0",
  perStatement: true,
  needs: { action: ({ action }) => action?.exampleOnly === true },
  messages: {
    found: '"{name}" stands in an official example of {product} and in none of its lists of actions',
  },

  *run({ statements }, { facts }) {
    for (const { actions } of statements) {
      for (const { text, span } of actions) {
        const { action, service } = facts.action(text);
        if (action?.exampleOnly !== true || service === undefined) continue;
        yield {
          span,
          message: "found",
          values: { name: action.name, product: service.product },
        };
      }
    }
  },
});
