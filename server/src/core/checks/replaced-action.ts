// Finds actions for which the vendor names a newer one that does the same. Where the statement has both, nothing is
// missing, and nothing is said.
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const replacedAction = defineCheck({
  id: "replaced-action",
  title: "Action has a newer one that does the same",
  category: "action",
  severity: "hint",
  confidence: "medium",
  since: "0.1.0",
  // Whoever still calls the older one loses it.
  fixable: ["unsafe"],
  perStatement: true,
  needs: { action: ({ action }) => action?.replacedBy !== undefined },
  messages: {
    found: '"{name}" is an older action of {product}, "{newer}" is named as the one that does the same',
    write: 'Change to "{newer}"',
  },

  *run({ statements }, { facts }) {
    for (const { actions } of statements) {
      let present: ReadonlySet<unknown> | undefined;
      for (const value of actions) {
        const { reading, action, service } = facts.action(value.text);
        const newer = action?.replacedBy;
        if (newer === undefined || reading.kind !== "action" || service === undefined) continue;
        present ??= new Set(actions.flatMap(({ text }) => facts.action(text).reached));
        if (present.has(service.byName.get(newer))) continue;
        const edits = [editInString(value, reading.nameSpan, newer)];
        yield {
          span: value.span,
          message: "found",
          values: { name: reading.name, newer, product: service.product },
          fixes: [{ title: "write", safety: "unsafe", edits }],
        };
      }
    }
  },
});
