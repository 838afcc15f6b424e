// Which actions of a statement have no effect in it: what they reach cannot be permitted on the resources that
// the statement names.
import type { DialectCatalog } from "../../catalog/catalog.js";
import type { Policy, Statement } from "../../policy/model.js";
import { requiresInStatement } from "../../policy/walk.js";
import { itemsOf, type StringValue } from "../../text/value.js";
import { atomKey, atomsOf, reachOf } from "./reach.js";

export interface Gaps {
  /** Actions, or patterns with all that they reach, that allow or deny nothing here. */
  readonly ineffective: readonly StringValue[];
  /** Actions or resources are missing or malformed, and do not count. */
  readonly incomplete: boolean;
}

/** What of a statement does not take part in what it allows or denies. */
export function gapsOf(statement: Statement, policy: Policy, facts: DialectCatalog): Gaps {
  const { reaches, incomplete } = reachOf(statement, policy, facts);
  if (!areResourcesRead(statement, policy, facts)) return { ineffective: [], incomplete };
  const effective = new Set(reaches.map(({ atom }) => atomKey(atom)));
  const ineffective = statement.actions.filter(({ text }) => {
    const keys = atomsOf(facts.action(text)).map(atomKey);
    return keys.length > 0 && keys.every((key) => !effective.has(key));
  });
  return { ineffective, incomplete };
}

/** Nothing can be said about actions over resources that are not understood. */
function areResourcesRead(
  { resource, resources }: Statement,
  { dialect }: Policy,
  facts: DialectCatalog,
): boolean {
  if (resource === undefined) return !requiresInStatement(dialect, "resource");
  return (
    resources.length > 0 &&
    resources.length === itemsOf(resource.value).length &&
    resources.every(({ text }) => facts.resource(text).kind === "resource")
  );
}
