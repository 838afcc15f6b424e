// Finds resources beside actions of a service that knows no permissions for single resources.
import { isAllWithoutResources, servicesWithoutResources } from "../catalog/resources.js";
import { removeEntry } from "../text/remove-entry.js";
import { defineCheck } from "./check.js";

export const resourceUnsupported = defineCheck({
  id: "resource-unsupported",
  title: "Service has no resource-level authorization",
  category: "resource",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["safe"],
  unnecessary: true,
  perStatement: true,
  needs: { services: true },
  messages: {
    ignored: '"{element}" limits nothing here, because {product} has no resource-level authorization',
    mixed:
      '"{element}" does not limit the {code} actions, because {product} has no resource-level authorization',
    remove: 'Remove "{element}"',
  },

  *run({ statements }, { facts, text }) {
    for (const statement of statements) {
      const { resource } = statement;
      if (resource === undefined) continue;
      const [service] = servicesWithoutResources(facts, statement);
      if (service === undefined) continue;
      const isAll = isAllWithoutResources(facts, statement);
      // An object names agencies: beside any other action `resource-uri-form` says what is wrong.
      if (!isAll && resource.value?.kind === "map") continue;
      const edits = [removeEntry(text, statement.value, resource.entry)];
      yield {
        span: resource.key.span,
        message: isAll ? "ignored" : "mixed",
        values: { element: resource.key.text, product: service.product, code: service.code },
        // Beside actions of other services, the element may be what limits those.
        ...(isAll && { fixes: [{ title: "remove", safety: "safe", edits }] }),
      };
    }
  },
});
