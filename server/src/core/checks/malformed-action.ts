// Finds action strings that the grammar of the dialect cannot read. Whether a well-formed action exists is left
// to `unknown-service` and `unknown-action`.
import type { ActionFault } from "../policy/dialect.js";
import { defineCheck } from "./check.js";

type Fault = ActionFault | "empty";

export const malformedAction = defineCheck({
  id: "malformed-action",
  title: "Action is not well-formed",
  category: "action",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  perStatement: true,
  needs: { action: ({ reading }) => reading.kind === "malformed" },
  messages: {
    blank: '"{text}" has a blank in it, which no action has',
    character: '"{text}" has "{found}" in it, which no action of {title} has',
    empty: 'The action is empty, an action of {title} has the form "{form}"',
    "empty-part": '"{text}" leaves a part of "{form}" empty',
    "full-width": '"{text}" has a full-width character in it, which no action has',
    parts: '"{text}" does not have the form "{form}" of an action of {title}',
    prefix: '"{text}" starts with "{found}", which is no prefix of an action of {title}',
    "service-wildcard":
      '"{text}" has a wildcard for a part of the service, which no page of {title} describes',
    "too-long": '"{text}" is an action of {length} characters, {title} takes at most {limit}',
    write: 'Write "{meant}"',
  },

  *run({ statements, dialect }, { facts }) {
    const { title, limits, forms } = dialect;
    for (const { text, span } of statements.flatMap(({ actions }) => actions)) {
      const { reading } = facts.action(text);
      if (reading.kind !== "malformed") continue;
      const { fault, meant, found = "", doubtful } = reading;
      const message: Fault = text === "" ? "empty" : fault;
      // A part that is added is likely and no more; a blank that goes takes no meaning with it.
      const safety = fault === "parts" ? "unsafe" : "safe";
      yield {
        span,
        message,
        values: {
          text: shortened(text),
          found,
          title,
          form: forms.action,
          length: text.length,
          limit: limits.actionLength ?? 0,
        },
        ...(doubtful && { severity: "warning" }),
        ...(meant !== undefined && {
          fixes: [
            { title: "write", values: { meant }, safety, edits: [{ span, text: JSON.stringify(meant) }] },
          ],
        }),
      };
    }
  },
});

const QUOTED = 80;

function shortened(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
