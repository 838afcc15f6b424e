// Finds patterns of allowing statements that reach actions which write. What `grants-everything` says of every
// action on every resource is not said again.
import { isEveryName } from "../catalog/action-names.js";
import type { Action, DialectCatalog, ResolvedAction } from "../catalog/catalog.js";
import { type Expansion, expandActions } from "../catalog/expand-actions.js";
import { isOnEverything, mayBeLimited } from "../catalog/resource-limits.js";
import { canBeOfService, isWithoutResources, namedResources } from "../catalog/resources.js";
import type { Policy, Statement } from "../policy/model.js";
import type { TextEdit } from "../text/edit.js";
import { quotedNames } from "../text/name-list.js";
import { defineCheck } from "./check.js";

export const wildcardGrantsWrite = defineCheck({
  id: "wildcard-grants-write",
  title: "Wildcard allows actions that write without naming them",
  category: "action",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  // Of a list that has gaps, the names are less than what the pattern allows.
  fixable: ["safe", "unsafe"],
  perStatement: true,
  needs: { action: ({ isPattern, reached }) => isPattern && reached.some(isWrite) },
  messages: {
    one: '"{text}" allows an action that writes without naming it: {names}',
    some: '"{text}" allows {count} actions that write without naming them: {names}',
    many: '"{text}" allows {count} actions that write without naming them, such as {names}',
    expand: 'Replace "{text}" with the actions that it reaches',
    listed: 'Replace "{text}" with the actions that the catalog knows',
  },

  *run(policy, { facts, text: source }) {
    for (const statement of policy.statements) {
      if (statement.decision !== "allow") continue;
      const found = statement.actions.flatMap((value) => {
        const action = facts.action(value.text);
        const writes = action.isPattern ? writesOf(action, statement, policy, facts) : [];
        return writes.length === 0 ? [] : [{ value, action, writes }];
      });
      if (found.length === 0) continue;
      const expand = expandActions(source, statement, new Set(found.map(({ value }) => value)), facts);
      for (const { value, action, writes } of found) {
        const { text, span } = value;
        const edit = editOf(expand(value));
        const count = writes.length;
        const names = quotedNames(writes.slice(0, NAMED).map(({ fullName }) => fullName));
        yield {
          span,
          message: count === 1 ? "one" : count <= NAMED ? "some" : "many",
          values: { text, count, names },
          ...(edit && {
            fixes: [
              action.reachesUnlisted
                ? { title: "listed", safety: "unsafe", edits: [edit] }
                : { title: "expand", safety: "safe", edits: [edit] },
            ],
          }),
        };
      }
    }
  },
});

const NAMED = 3;

function editOf(expansion: Expansion | undefined): TextEdit | undefined {
  return expansion && { span: expansion.span, text: expansion.text };
}

/** Those that the statement can have an effect for; none for a whole service within limits that are named. */
function writesOf(
  { reading, reached }: ResolvedAction,
  statement: Statement,
  policy: Policy,
  facts: DialectCatalog,
): readonly Action[] {
  const writes = reached.filter(isWrite);
  if (writes.length === 0 || reading.kind !== "action") return [];
  const unlimited = writes.filter(({ service: code }) => {
    const service = facts.service(code);
    return service !== undefined && isWithoutResources(service);
  });
  if (isEveryName(reading.name)) {
    if (reading.service === "*" && isOnEverything(statement, policy, facts)) return [];
    if (mayBeLimited(statement, policy, facts)) return unlimited;
  }
  const named = namedResources(facts, statement);
  if (named === undefined || unlimited.length === writes.length) return writes;
  return writes.filter((action) => {
    const { level, service: code } = action;
    if (unlimited.includes(action)) return true;
    // An action of this level is allowed on everything or not at all.
    return level !== "operation" && named.some((resource) => canBeOfService(resource, code));
  });
}

function isWrite({ access }: Action): boolean {
  return access === "write";
}
