// Finds region segments of resources that are no region of the cloud. The lists of regions are incomplete, so only
// names that are known to be something else, and near misses, are spoken of.
import { isPattern } from "../catalog/pattern.js";
import { findRegionFault, type RegionFault } from "../catalog/regions.js";
import { remember } from "../catalog/remember.js";
import { isAllWithoutResources } from "../catalog/resources.js";
import { hasPlaceholder } from "../policy/placeholders.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const unknownRegion = defineCheck({
  id: "unknown-region",
  title: "Region of a resource does not exist",
  category: "resource",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  // Where the name is wrong already, that the service needs none matters less.
  supersedes: ["resource-region"],
  fixable: ["unsafe"],
  perStatement: true,
  needs: { resource: (_, reading) => reading.kind === "resource" && !/^\*?$/.test(reading.region) },
  messages: {
    case: '"{region}" is no region of {title}, which writes it "{meant}"',
    foreign: '"{region}" is a region of other clouds and none of {title}',
    near: '"{region}" is no known region of {title}, did you mean "{meant}"',
    unknown: '"{region}" is no region of {title} in the catalog of {date}',
    zone: '"{region}" is a zone, and its region is "{meant}"',
    write: 'Change the region to "{meant}"',
  },

  *run({ statements, dialect: { title } }, { facts, catalog: { date } }) {
    const faultOf = remember((region): RegionFault | null => findRegionFault(region, facts.data) ?? null);
    for (const statement of statements) {
      for (const resource of statement.resources) {
        const reading = facts.resource(resource.text);
        if (reading.kind !== "resource" || reading.region === "" || isPattern(reading.region)) continue;
        const { region } = reading;
        const fault = faultOf(region);
        if (fault === null || hasPlaceholder(region)) continue;
        if (isAllWithoutResources(facts, statement)) break;
        const segment = reading.segments.find(({ role }) => role === "region");
        const meant = "meant" in fault ? fault.meant : undefined;
        yield {
          span: resource.span,
          message: fault.kind,
          values: { region, title, date, ...(meant !== undefined && { meant }) },
          ...(meant !== undefined &&
            segment && {
              fixes: [
                { title: "write", safety: "unsafe", edits: [editInString(resource, segment.span, meant)] },
              ],
            }),
        };
      }
    }
  },
});
