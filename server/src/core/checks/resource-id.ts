// Finds ids of applications that are no numbers.
import { APPLICATION_TYPE } from "../catalog/applications.js";
import { hasPlaceholder } from "../policy/placeholders.js";
import { defineCheck } from "./check.js";

export const resourceId = defineCheck({
  id: "resource-id",
  title: "Id of an application is no number",
  category: "resource",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  perStatement: true,
  needs: { resource: (_, reading) => reading.kind === "resource" && !/^[0-9*]*$/.test(reading.path) },
  messages: {
    none: '"{id}" is no id of an application of {product}, which is a number, or digits with "*"',
  },

  *run({ statements }, { facts }) {
    for (const { text, span } of statements.flatMap(({ resources }) => resources)) {
      const reading = facts.resource(text);
      if (reading.kind !== "resource" || reading.any) continue;
      const { type, path: id } = reading;
      // A missing id, and one that goes on behind a slash, are left to `resource-type`.
      if (/^[0-9*]*$/.test(id) || id.includes("/")) continue;
      if (type.toLowerCase() !== APPLICATION_TYPE || hasPlaceholder(id)) continue;
      const service = facts.service(reading.service);
      if (service?.resourceTypes.includes(APPLICATION_TYPE) !== true) continue;
      yield { span, message: "none", values: { id, product: service.product } };
    }
  },
});
