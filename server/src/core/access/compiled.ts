// Statements made ready for questions: patterns folded and cut, conditions read. Whatever is broken is left out and
// named, and the rest still counts.
import { actionKey, isEveryName } from "../catalog/action-names.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import type { Policy, Statement } from "../policy/model.js";
import { requiresInStatement } from "../policy/walk.js";
import type { Span } from "../text/span.js";
import type { StringValue } from "../text/value.js";
import { type ConditionTest, readTest } from "./conditions/condition-test.js";
import { ANY_RESOURCE, type ResourcePattern, readResourcePattern } from "./resource-pattern.js";

export interface CompiledStatement {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly decision: "allow" | "deny";
  /** Patterns of `service:name` without prefix, folded where case does not count; `*` for every action. */
  readonly actions: readonly string[];
  readonly resources: readonly ResourcePattern[];
  /** All of them must hold. */
  readonly tests: readonly ConditionTest[];
  /** Equal for statements with the same tests. */
  readonly testsKey: string;
}

export interface LeftOut {
  readonly policy: Policy;
  readonly span: Span;
  readonly reason: LeftOutReason;
}

export type LeftOutReason =
  | "unknown-effect"
  | "not-action"
  | "missing-action"
  | "malformed-action"
  | "missing-resource"
  | "malformed-resource"
  | "malformed-condition"
  | "unknown-operator"
  | "unreadable-value";

export interface Compiled {
  readonly statements: readonly CompiledStatement[];
  readonly leftOut: readonly LeftOut[];
}

export function compilePolicy(policy: Policy, facts: DialectCatalog): Compiled {
  const statements: CompiledStatement[] = [];
  const leftOut: LeftOut[] = [];
  for (const statement of policy.statements) {
    const compiled = compileStatement(statement, policy, facts, leftOut);
    if (compiled !== undefined) statements.push(compiled);
  }
  return { statements, leftOut };
}

function compileStatement(
  statement: Statement,
  policy: Policy,
  facts: DialectCatalog,
  leftOut: LeftOut[],
): CompiledStatement | undefined {
  const leave = (span: Span, reason: LeftOutReason) => void leftOut.push({ policy, span, reason });
  const { decision, notAction } = statement;
  if (decision === undefined) return leave(statement.span, "unknown-effect");
  if (notAction !== undefined) return leave(notAction.entry.span, "not-action");
  const tests = testsOf(statement, facts, leave);
  if (tests === undefined) return undefined;
  const actions = actionsOf(statement, facts, leave);
  const resources = resourcesOf(statement, policy, facts, leave);
  const testsKey = keyOfTests(tests);
  return { policy, statement, decision, actions, resources, tests, testsKey };
}

type Leave = (span: Span, reason: LeftOutReason) => undefined;

function actionsOf({ actions, span }: Statement, facts: DialectCatalog, leave: Leave): readonly string[] {
  if (actions.length === 0) leave(span, "missing-action");
  const keys = new Set<string>();
  for (const action of actions) {
    const key = patternKey(action, facts);
    if (key === undefined) leave(action.span, "malformed-action");
    else keys.add(key);
  }
  return [...keys];
}

/**
 * An action of a statement as `actions` has it; undefined where it is malformed. Permissions that are no actions of a
 * service count as names that only they themselves match.
 */
export function patternKey({ text }: StringValue, facts: DialectCatalog): string | undefined {
  const { reading } = facts.action(text);
  if (reading.kind === "other") return text;
  if (reading.kind !== "action") return undefined;
  if (reading.service === "*" && isEveryName(reading.name)) return "*";
  return actionKey(reading, facts.dialect).replace(/\*{2,}/g, "*");
}

function resourcesOf(
  { resource, resources, span }: Statement,
  { dialect }: Policy,
  facts: DialectCatalog,
  leave: Leave,
): readonly ResourcePattern[] {
  if (resource === undefined) {
    if (!requiresInStatement(dialect, "resource")) return [{ ...ANY_RESOURCE, text: dialect.anyResource }];
    leave(span, "missing-resource");
  }
  // The list of another form, such as the agencies of an object, is read by nobody here.
  else if (resources.length === 0) leave(resource.entry.span, "missing-resource");
  const patterns = new Map<string, ResourcePattern>();
  for (const { text, span } of resources) {
    const pattern = readResourcePattern(text, facts);
    if (pattern === undefined) leave(span, "malformed-resource");
    else if (!patterns.has(pattern.key)) patterns.set(pattern.key, pattern);
  }
  return [...patterns.values()];
}

/** Undefined where it cannot be told when the condition of the statement holds. */
export function testsKeyOf(statement: Statement, facts: DialectCatalog): string | undefined {
  const tests = testsOf(statement, facts, () => undefined);
  return tests && keyOfTests(tests);
}

function keyOfTests(tests: readonly ConditionTest[]): string {
  return tests.map(({ id }) => id).join("\n");
}

/** Sorted, each once. Undefined where it cannot be told when the condition holds: nothing is certain then. */
function testsOf(
  { operators, conditionFaults }: Statement,
  facts: DialectCatalog,
  leave: Leave,
): readonly ConditionTest[] | undefined {
  for (const { kind, value } of conditionFaults) {
    if (kind === "condition" || kind === "operator") return leave(value.span, "malformed-condition");
    if (kind === "value") leave(value.span, "unreadable-value");
  }
  const tests = new Map<string, ConditionTest>();
  for (const operator of operators) {
    for (const key of operator.keys) {
      const { test, unreadable } = readTest(operator, key, facts);
      if (test === undefined) return leave(operator.key.span, "unknown-operator");
      for (const { span } of unreadable) leave(span, "unreadable-value");
      tests.set(test.id, test);
    }
  }
  return [...tests.values()].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}
