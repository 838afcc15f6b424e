// Finds allowed actions whose names promise more than they permit, where what is usually meant is not allowed.
import { needlessStatements } from "../access/needless.js";
import type { Action } from "../catalog/catalog.js";
import { grantedBy } from "../catalog/granted.js";
import { remember } from "../catalog/remember.js";
import { quotedNames } from "../text/name-list.js";
import { defineCheck } from "./check.js";

export const lookAlikeAction = defineCheck({
  id: "look-alike-action",
  title: "Action is easily mistaken for another one",
  category: "action",
  severity: "info",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  needs: { action: ({ reached }) => reached.some(isMistaken) },
  messages: {
    found: '"{name}" is no substitute for {meant}, which nothing here allows',
    change: 'Change to "{other}"',
  },

  *run(policy, { facts }) {
    const lookAlikesOf = remember((text) => facts.action(text).reached.filter(isMistaken));
    const found = policy.statements
      .filter(({ decision }) => decision === "allow")
      .flatMap((statement) =>
        statement.actions
          .filter(({ text }) => lookAlikesOf(text).length > 0)
          .map((value) => ({ statement, value })),
      );
    if (found.length === 0) return;
    const isGranted = grantedBy(policy, facts);
    const { isTakenBack } = needlessStatements(policy, facts);
    for (const { statement, value } of found) {
      // A pattern that reaches several is reported for one of them.
      const unmet = lookAlikesOf(value.text).find(({ mistakenFor = [] }) => !mistakenFor.some(isGranted));
      if (unmet === undefined || isTakenBack(statement, value.text)) continue;
      const { fullName: name, mistakenFor: meant = [] } = unmet;
      yield {
        span: value.span,
        message: "found",
        values: { name, meant: quotedNames(meant) },
        // A pattern allows more than the one action, and none of the rest is in question.
        fixes: facts.action(value.text).isPattern
          ? []
          : meant.map((other) => ({
              title: "change",
              values: { other },
              safety: "unsafe",
              edits: [{ span: value.span, text: JSON.stringify(other) }],
            })),
      };
    }
  },
});

function isMistaken({ mistakenFor }: Action): boolean {
  return mistakenFor !== undefined;
}
