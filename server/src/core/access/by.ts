// Which statement makes a difference, and which of its strings do: the reason that every answer carries.
import type { DialectCatalog } from "../catalog/catalog.js";
import type { Policy, Statement } from "../policy/model.js";
import type { StringValue } from "../text/value.js";
import { type CompiledStatement, patternKey } from "./compiled.js";
import { matchesAction } from "./question.js";

export interface By {
  readonly policy: Policy;
  readonly statement: Statement;
  /** The string of the statement that reaches the action: the name itself rather than a pattern. */
  readonly action?: StringValue;
  /** The string that reaches the resource; absent where the statement has none, or resources do not count. */
  readonly resource?: StringValue;
}

/** `key` is that of an action, `resource` the text of a pattern of the statement. */
export function byOf(
  { policy, statement, actions }: CompiledStatement,
  key: string,
  resource: string | undefined,
  facts: DialectCatalog,
): By {
  const reaching = actions.includes(key) ? key : actions.find((pattern) => matchesAction([pattern], key));
  const action = statement.actions.find((value) => patternKey(value, facts) === reaching);
  const named = statement.resources.find(({ text }) => text === resource);
  return { policy, statement, ...(action && { action }), ...(named && { resource: named }) };
}
