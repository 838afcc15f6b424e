// Finds resource strings that the grammar of the dialect cannot read. What its segments say is left to the checks
// of the single segments.
import { isAllWithoutResources, servicesWithoutResources } from "../catalog/resources.js";
import type { ResourceFault } from "../policy/dialect.js";
import type { Statement } from "../policy/model.js";
import { defineCheck } from "./check.js";

type Fault = ResourceFault | "empty";

export const malformedResource = defineCheck({
  id: "malformed-resource",
  title: "Resource is not well-formed",
  category: "resource",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  perStatement: true,
  needs: { resource: (_, { kind }) => kind === "malformed" },
  messages: {
    "bare-any": '"{text}" does not have the form "{form}" of a resource of {title}',
    blank: '"{text}" has a blank in it, which no resource has',
    character: '"{text}" has "{found}" in it, which no resource of {title} has',
    empty: 'The resource is empty, a resource of {title} has the form "{form}"',
    "empty-resource": '"{text}" names nothing after the last colon',
    "empty-segment": '"{text}" leaves a segment of "{form}" empty',
    "full-width": '"{text}" has a full-width character in it, which no resource has',
    scheme: '"{text}" does not start as a resource of {title} does: "{form}"',
    segments: '"{text}" does not have the segments "{form}" of a resource of {title}',
    write: 'Write "{meant}"',
  },

  *run({ statements, dialect }, { facts }) {
    for (const statement of statements) {
      // Where resources do not count at all, `resource-unsupported` says so.
      if (isAllWithoutResources(facts, statement)) continue;
      for (const { text, span } of statement.resources) {
        const reading = facts.resource(text);
        if (reading.kind !== "malformed") continue;
        const { fault, meant, found = "", doubtful } = reading;
        if (fault === "bare-any" && !isJudged(statement)) continue;
        if (fault === "bare-any" && servicesWithoutResources(facts, statement).size > 0) continue;
        const message: Fault = text === "" ? "empty" : fault;
        const edits = meant === undefined ? [] : [{ span, text: JSON.stringify(meant) }];
        yield {
          span,
          message,
          values: { text, found, title: dialect.title, form: dialect.forms.resource },
          ...(doubtful && { severity: "warning" }),
          ...(meant !== undefined && {
            fixes: [{ title: "write", values: { meant }, safety: "safe", edits }],
          }),
        };
      }
    }
  },
});

/** One string where a list must be is left to `value-type`: a list of the same would be another mistake. */
function isJudged({ resource }: Statement): boolean {
  return resource?.value?.kind === "list" || resource?.rule?.shapes.includes("string") === true;
}
