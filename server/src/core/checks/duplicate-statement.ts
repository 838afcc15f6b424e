// Finds statements that stand in the policy already, whatever the order of their elements and entries. What is
// granted by other words elsewhere is left to the checks of the access engine.
import { repeatedStatements } from "../policy/same-statement.js";
import { openingOf } from "../policy/walk.js";
import { spanOf } from "../text/span.js";
import type { Value } from "../text/value.js";
import { defineCheck } from "./check.js";

export const duplicateStatement = defineCheck({
  id: "duplicate-statement",
  title: "Statement stands twice",
  category: "meaning",
  severity: "hint",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  needs: { overlap: true },
  messages: {
    twice: "Statement {number} says the same as statement {first}",
    first: "Statement {first}",
    remove: "Remove statement {number}",
  },

  *run(policy) {
    const repeated = repeatedStatements(policy);
    if (repeated.size === 0) return;
    const list = policy.statement?.value;
    const previous = new Map<Value, Value | undefined>();
    const items = list?.kind === "list" ? list.items : [];
    for (const [at, item] of items.entries()) previous.set(item, items[at - 1]);
    for (const [statement, first] of repeated) {
      const before = previous.get(statement.value);
      const edits =
        before === undefined ? [] : [{ span: spanOf(before.span.end, statement.span.end), text: "" }];
      yield {
        span: openingOf(statement.span),
        message: "twice",
        values: { number: statement.index + 1, first: first.index + 1 },
        related: [{ span: openingOf(first.span), message: "first" }],
        ...(edits.length > 0 && { fixes: [{ title: "remove", safety: "safe", edits }] }),
      };
    }
  },
});
