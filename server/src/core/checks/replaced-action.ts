// Finds actions for which the vendor names a newer one that does the same.
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
    beside:
      '"{name}" is an older action of {product}, "{newer}" beside it is named as the one that does the same',
    write: 'Change to "{newer}"',
  },

  *run({ statements }, { facts }) {
    for (const { actions } of statements) {
      let present: ReadonlySet<unknown> | undefined;
      for (const value of actions) {
        const { reading, action, service } = facts.action(value.text);
        const newer = action?.replacedBy;
        if (newer === undefined || reading.kind !== "action" || service === undefined) continue;
        present ??= new Set(actions.map(({ text }) => facts.action(text).action));
        const isThere = present.has(service.byName.get(newer));
        const edits = [editInString(value, reading.nameSpan, newer)];
        yield {
          span: value.span,
          message: isThere ? "beside" : "found",
          values: { name: reading.name, newer, product: service.product },
          // Written twice, it would say nothing more.
          ...(!isThere && { fixes: [{ title: "write", safety: "unsafe", edits }] }),
        };
      }
    }
  },
});
