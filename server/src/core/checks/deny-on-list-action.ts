// Finds denies of single resources, or by tags, on actions that list resources: they are documented to have no effect
// beside a broad allow. Actions that work on every resource or none are left to `operation-level-action`.
import type { DialectCatalog, ResolvedAction } from "../catalog/catalog.js";
import { findKey } from "../catalog/conditions.js";
import { grantedBy } from "../catalog/granted.js";
import { namedResources } from "../catalog/resources.js";
import type { Policy, Statement } from "../policy/model.js";
import { defineCheck } from "./check.js";

export const denyOnListAction = defineCheck({
  id: "deny-on-list-action",
  title: "Deny of single resources or tags on an action that lists resources",
  category: "meaning",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  needs: { action: isList, decision: "deny" },
  messages: {
    resource: '"{text}" lists resources, and a deny on "{resource}" may leave it as it is',
    tag: '"{text}" lists resources, and a deny by "{key}" may leave it as it is',
  },

  *run(policy, { facts }) {
    if (policy.dialect.listsEscapeDeny !== true) return;
    for (const statement of policy.statements) {
      if (statement.decision !== "deny") continue;
      const resource = singleResource(statement, facts);
      const key = tagKey(statement, facts);
      const message = resource !== undefined ? "resource" : key !== undefined ? "tag" : undefined;
      if (message === undefined) continue;
      const isAllowedNarrowly = allowedNarrowly(policy, facts);
      for (const { text, span } of statement.actions) {
        if (!isList(facts.action(text)) || isAllowedNarrowly(text)) continue;
        yield { span, message, values: { text, resource: resource ?? "", key: key ?? "" } };
      }
    }
  },
});

/** A pattern counts where it reaches nothing else, as far as is known. */
function isList({ reached }: ResolvedAction): boolean {
  return (
    reached.length > 0 && reached.every(({ access, level }) => access === "list" && level !== "operation")
  );
}

/** The first of the resources, where none of them stands for all of its type. */
function singleResource(statement: Statement, facts: DialectCatalog): string | undefined {
  const named = namedResources(facts, statement);
  if (named?.some(({ type, path }) => path === "*" || type === "*") !== false) return undefined;
  return statement.resources[0]?.text;
}

function tagKey({ operators }: Statement, facts: DialectCatalog): string | undefined {
  const keys = operators.flatMap((operator) => operator.keys);
  return keys.find(({ name }) => findKey(name, facts)?.type === "tag")?.name;
}

/** Where the policy allows an action on single resources only, there is nothing for a deny to take back. */
function allowedNarrowly(policy: Policy, facts: DialectCatalog): (action: string) => boolean {
  const allows = policy.statements.filter(({ decision }) => decision === "allow");
  const narrow = allows.filter((statement) => singleResource(statement, facts) !== undefined);
  const broad = allows.filter((statement) => !narrow.includes(statement));
  const isNarrow = grantedBy({ ...policy, statements: narrow }, facts);
  const isBroad = grantedBy({ ...policy, statements: broad }, facts);
  return (action) => isNarrow(action) && !isBroad(action);
}
