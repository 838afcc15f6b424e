// Finds regions in resources of services whose documented resources leave the region empty.
import { isPattern } from "../catalog/pattern.js";
import { remember } from "../catalog/remember.js";
import { isWithoutRegions } from "../catalog/resources.js";
import { hasPlaceholder } from "../policy/placeholders.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const resourceRegion = defineCheck({
  id: "resource-region",
  title: "Resource names a region, which its service does without",
  category: "resource",
  severity: "hint",
  confidence: "low",
  since: "0.1.0",
  // An empty region is every region: without the name, the resource reaches more than it says now.
  fixable: ["unsafe"],
  perStatement: true,
  needs: { resource: (_, reading) => reading.kind === "resource" && !/^\*?$/.test(reading.region) },
  messages: {
    named: '"{region}" is a region, and the documented resources of {product} leave that segment empty',
    empty: "Empty the region segment",
  },

  *run({ statements }, { facts }) {
    const hasNone = remember((code) => {
      const service = facts.service(code);
      return service !== undefined && isWithoutRegions(facts, service);
    });
    for (const resource of statements.flatMap(({ resources }) => resources)) {
      const reading = facts.resource(resource.text);
      if (reading.kind !== "resource" || reading.region === "" || isPattern(reading.region)) continue;
      if (!hasNone(reading.service) || hasPlaceholder(reading.region)) continue;
      const segment = reading.segments.find(({ role }) => role === "region");
      if (segment === undefined) continue;
      const product = facts.service(reading.service)?.product ?? reading.service;
      yield {
        span: resource.span,
        message: "named",
        values: { region: reading.region, product },
        fixes: [{ title: "empty", safety: "unsafe", edits: [editInString(resource, segment.span, "")] }],
      };
    }
  },
});
