// Finds resources of a type that their service does not have, and resources finer than the service knows.
// Which ids there are is left to other checks.
import { isPattern, matchesPattern } from "../catalog/pattern.js";
import { fillPlaceholders, hasPlaceholder } from "../policy/placeholders.js";
import { spanOf } from "../text/span.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const resourceType = defineCheck({
  id: "resource-type",
  title: "Service has no resource of this type",
  category: "resource",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  perStatement: true,
  needs: {
    resource: (_, reading, facts) => {
      const known = reading.kind === "resource" ? facts.service(reading.service)?.resourceTypes : undefined;
      if (reading.kind !== "resource" || known === undefined || known.length === 0) return false;
      return faultOf(reading.type, reading.path, known) !== undefined;
    },
  },
  messages: {
    case: '"{type}" is written "{known}" in resources of {product}',
    finer:
      '"{resource}" names a part of an application, and {product} knows nothing finer than "{known}/<id>"',
    unnamed: '"{resource}" has no id, resources of {product} end in "{known}/<id>"',
    unknown: '"{resource}" is no resource of {product}, which knows only "{known}/<id>"',
    write: 'Write "{known}"',
  },

  *run({ statements }, { facts }) {
    for (const resource of statements.flatMap(({ resources }) => resources)) {
      const reading = facts.resource(resource.text);
      if (reading.kind !== "resource" || reading.any) continue;
      const service = facts.service(reading.service);
      const [first] = service?.resourceTypes ?? [];
      if (service === undefined || first === undefined) continue;
      const { type, path } = reading;
      const fault = faultOf(type, path, service.resourceTypes);
      if (fault === undefined) continue;
      const segment = reading.segments.find(({ role }) => role === "resource");
      if (segment === undefined) continue;
      const known = inOtherCase(type, service.resourceTypes) ?? first;
      const typeSpan = spanOf(segment.span.start, segment.span.start + type.length);
      yield {
        span: resource.span,
        message: fault,
        values: { type, resource: segment.text, known, product: service.product },
        ...(fault === "case" && {
          fixes: [{ title: "write", safety: "safe", edits: [editInString(resource, typeSpan, known)] }],
        }),
      };
    }
  },
});

type Fault = "case" | "finer" | "unnamed" | "unknown";

function faultOf(type: string, path: string, known: readonly string[]): Fault | undefined {
  // Nearly every resource; what follows is about the others.
  if (path !== "" && !path.includes("/") && known.includes(type)) return undefined;
  // A placeholder is left to a check of its own; a pattern that reaches a type is wide, and no other type.
  if (hasPlaceholder(type)) return undefined;
  if (isPattern(type) && known.some((name) => matchesPattern(type, name))) return undefined;
  if (inOtherCase(type, known) === undefined) return "unknown";
  if (path === "") return "unnamed";
  if (fillPlaceholders(path, "").includes("/")) return "finer";
  return known.includes(type) ? undefined : "case";
}

function inOtherCase(type: string, known: readonly string[]): string | undefined {
  return known.find((name) => name.toLowerCase() === type.toLowerCase());
}
