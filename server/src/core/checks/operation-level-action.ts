// Finds actions that work on every resource or none, in statements that name resources: they have no effect.
import type { ResolvedAction } from "../catalog/catalog.js";
import { namedResources } from "../catalog/resources.js";
import { moveActionsToAnyResource, setAnyResource } from "../policy/split-statement.js";
import { defineCheck } from "./check.js";

export const operationLevelAction = defineCheck({
  id: "operation-level-action",
  title: 'Action works only on "*" and the statement names applications',
  category: "meaning",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  // The statement as written has no effect for these actions: a split that gives them one changes access.
  fixable: ["unsafe"],
  perStatement: true,
  needs: { action: isOfOperationLevel },
  messages: {
    allow:
      '"{text}" of {product} works only on the resource "{any}": over named applications it grants nothing',
    deny: '"{text}" of {product} works only on the resource "{any}": over named applications it denies nothing',
    none: '"{text}" of {product} works only on the resource "{any}", and this statement names applications',
    "move-one": 'Move "{text}" to a statement of its own, on "{any}"',
    "move-all": 'Move {count} operation-level actions to a statement of their own, on "{any}"',
    widen: 'Set the resource to "{any}"',
  },

  *run(policy, { facts, text: source }) {
    const { anyResource: any } = policy.dialect;
    for (const statement of policy.statements) {
      if (namedResources(facts, statement) === undefined) continue;
      const found = statement.actions.filter(({ text }) => isOfOperationLevel(facts.action(text)));
      if (found.length === 0) continue;
      const isAll = found.length === statement.actions.length;
      // The same edits for every action of the statement: one fix puts all of them right.
      const edits = isAll
        ? setAnyResource(source, policy, statement)
        : moveActionsToAnyResource(source, policy, statement, new Set(found));
      const title = isAll ? "widen" : found.length === 1 ? "move-one" : "move-all";
      for (const { text, span } of found) {
        const product = facts.action(text).service?.product ?? "";
        yield {
          span,
          message: statement.decision ?? "none",
          values: { text, product, any, count: found.length },
          ...(edits.length > 0 && { fixes: [{ title, safety: "unsafe", edits }] }),
        };
      }
    }
  },
});

/** A pattern counts where all that it is known to reach is of that level. */
function isOfOperationLevel({ service, reached }: ResolvedAction): boolean {
  return service !== undefined && reached.length > 0 && reached.every(({ level }) => level === "operation");
}
