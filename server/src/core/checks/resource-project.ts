// Finds resources whose project segment is filled in. It is a relic, and has to stay empty.
import { isServiceCode } from "../catalog/service-codes.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const resourceProject = defineCheck({
  id: "resource-project",
  title: "Project segment of a resource is not empty",
  category: "resource",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  perStatement: true,
  needs: {
    resource: (_, reading) =>
      reading.kind === "resource" &&
      reading.segments.some(({ role, text }) => role === "project" && text !== ""),
  },
  messages: {
    filled: '"{text}" has "{project}" as its project, a segment that stays empty',
    service: '"{text}" has the service "{project}" where the project stands, a segment that stays empty',
    empty: "Empty the project segment",
    move: 'Move "{project}" to the service segment',
  },

  *run({ statements }, { facts }) {
    for (const resource of statements.flatMap(({ resources }) => resources)) {
      const reading = facts.resource(resource.text);
      if (reading.kind !== "resource") continue;
      const segment = reading.segments.find(({ role }) => role === "project");
      if (segment === undefined || segment.text === "") continue;
      const project = segment.text;
      // An empty service is every service: to empty the project alone would grant more than was ever written.
      const isService = reading.service === "" && isServiceCode(project, facts);
      const { start, end } = segment.span;
      const behind = resource.text.slice(end, end + 1);
      const edit = isService
        ? editInString(resource, { start, end: end + 1 }, behind + project)
        : editInString(resource, segment.span, "");
      yield {
        span: resource.span,
        message: isService ? "service" : "filled",
        values: { text: resource.text, project },
        fixes: [
          {
            title: isService ? "move" : "empty",
            safety: isService ? "unsafe" : "safe",
            edits: [edit],
          },
        ],
      };
    }
  },
});
