// Finds resources that are longer than the service takes. Where resources do not count at all,
// `resource-unsupported` says so.
import { isAllWithoutResources } from "../catalog/resources.js";
import { defineCheck } from "./check.js";

export const resourceTooLong = defineCheck({
  id: "resource-too-long",
  title: "Resource is too long",
  category: "resource",
  severity: "error",
  confidence: "medium",
  since: "0.1.0",
  supersedes: ["malformed-resource"],
  perStatement: true,
  needs: {
    resource: (text, _, { dialect: { limits } }) =>
      text.length > (limits.doubtfulResourceLength ?? limits.resourceLength ?? Number.POSITIVE_INFINITY),
  },
  messages: {
    refused: '"{start}…" has {count} characters, and {title} takes at most {limit}',
    doubtful: '"{start}…" has {count} characters, and some documents of {title} allow only {limit}',
  },

  *run({ statements, dialect: { title, limits } }, { facts }) {
    const { resourceLength, doubtfulResourceLength = resourceLength } = limits;
    if (resourceLength === undefined || doubtfulResourceLength === undefined) return;
    for (const statement of statements) {
      for (const { text, span } of statement.resources) {
        const count = text.length;
        if (count <= doubtfulResourceLength) continue;
        if (isAllWithoutResources(facts, statement)) break;
        const isRefused = count > resourceLength;
        const limit = isRefused ? resourceLength : doubtfulResourceLength;
        yield {
          span,
          message: isRefused ? "refused" : "doubtful",
          values: { start: text.slice(0, 40), count, limit, title },
          ...(!isRefused && { severity: "warning" }),
        };
      }
    }
  },
});
