// What the strings of policies mean to all checks together, remembered: which checks may have something to say
// about an action or a resource. Few strings differ from file to file, so nearly all are looked up once.
import { type ConditionTest, readTest } from "../../access/conditions/condition-test.js";
import { canHold } from "../../access/conditions/search.js";
import { keyOf, scopeOf } from "../../access/summary/scope.js";
import { actionKey } from "../../catalog/action-names.js";
import type { DialectCatalog } from "../../catalog/catalog.js";
import { remember } from "../../catalog/remember.js";
import { isWithoutResources } from "../../catalog/resources.js";
import type { ConditionOperator } from "../../policy/condition.js";
import type { Policy, Statement } from "../../policy/model.js";
import type { Check, CheckContext, Needs } from "../check.js";

export interface Plan {
  /** For each check what it needs, with its bits in the masks of strings. Absent: the check is always asked. */
  readonly needs: readonly (PlannedNeeds | undefined)[];
  /** The checks that look at conditions, but for those that are asked anyway. */
  readonly ofConditions: readonly Check[];
  readonly action: (text: string) => KnownAction;
  /** The same for all that differ in the number at their end only. */
  readonly resource: (text: string) => KnownResource;
  /** Remembers by the text of a condition whether it is plain. */
  readonly plainConditions: (text: string, judge: () => boolean) => boolean;
  /** Whether it is certain that a request can meet the condition. */
  readonly canHold: (operators: readonly ConditionOperator[]) => boolean;
  /** The bits of checks that are asked about statements of one decision only. */
  readonly ofAllow: number;
  readonly ofDeny: number;
}

export interface PlannedNeeds extends Needs {
  readonly actionBit: number;
  readonly resourceBit: number;
}

export interface KnownAction {
  /** The bits of the checks that may have something to say about it. */
  readonly mask: number;
  /** Equal for strings that mean the same; undefined where the string is no action of a service. */
  readonly key: string | undefined;
  /** The same as a number. */
  readonly id: number;
  readonly isPattern: boolean;
  /** Of a service that has a list; empty where there is none. */
  readonly service: string;
  /** Permissions for the service can be limited to resources, as far as is known. */
  readonly hasResources: boolean;
  /** A list has it, and it can be permitted on single resources. */
  readonly isOnResources: boolean;
}

export interface KnownResource {
  readonly mask: number;
  readonly any: boolean;
  /** Undefined for what cannot be read. */
  readonly service: string | undefined;
  /** Equal for resources that mean the same but for their numbers. */
  readonly key: string;
}

/** Bits of a number; checks beyond these are always asked. */
const MOST = 31;

const plans = new WeakMap<DialectCatalog, WeakMap<readonly Check[], Plan>>();

/** `facts` are the catalog's own; what they say of a string is the same for every policy. */
export function planOf(checks: readonly Check[], facts: DialectCatalog): Plan {
  const ofFacts = plans.get(facts) ?? new WeakMap<readonly Check[], Plan>();
  plans.set(facts, ofFacts);
  const plan = ofFacts.get(checks) ?? makePlan(checks, facts);
  ofFacts.set(checks, plan);
  return plan;
}

function makePlan(checks: readonly Check[], facts: DialectCatalog): Plan {
  const actionTests: NonNullable<Needs["action"]>[] = [];
  const resourceTests: NonNullable<Needs["resource"]>[] = [];
  let ofAllow = 0;
  let ofDeny = 0;
  const needs = checks.map((check): PlannedNeeds | undefined => {
    if (check.needs === undefined) return undefined;
    const { action, resource, decision } = check.needs;
    if (action !== undefined && actionTests.length === MOST) return undefined;
    if (resource !== undefined && resourceTests.length === MOST) return undefined;
    const actionBit = action === undefined ? 0 : 1 << (actionTests.push(action) - 1);
    const resourceBit = resource === undefined ? 0 : 1 << (resourceTests.push(resource) - 1);
    if (decision === "allow") ofAllow |= actionBit;
    if (decision === "deny") ofDeny |= actionBit;
    return { ...check.needs, actionBit, resourceBit };
  });
  const ids = remember(() => nextId++);
  let nextId = 0;
  const action = remember((text): KnownAction => {
    const resolved = facts.action(text);
    const { reading, isPattern, service } = resolved;
    const key = reading.kind === "action" ? actionKey(reading, facts.dialect) : undefined;
    return {
      mask: maskOf(actionTests, (test) => test(resolved, facts)),
      key,
      id: ids(key ?? text),
      isPattern,
      service: service?.code ?? "",
      hasResources: service === undefined || !isWithoutResources(service),
      isOnResources: resolved.action !== undefined && resolved.action.level !== "operation",
    };
  });
  const know = (text: string): KnownResource => {
    const reading = facts.dialect.readResource(text);
    return {
      mask: maskOf(resourceTests, (test) => test(text, reading, facts)),
      any: reading.kind === "resource" && reading.any,
      service: reading.kind === "resource" ? reading.service : undefined,
      key: reading.kind === "resource" ? keyOf(scopeOf(text, reading)) : text,
    };
  };
  const asWritten = remember(know);
  const numbered = remember((start) => know(`${start}1`));
  const resource = (text: string) => {
    const end = endWithoutNumber(text);
    return end === text.length ? asWritten(text) : numbered(text.slice(0, end));
  };
  const held = rememberWith<boolean>();
  const canHoldAll = (operators: readonly ConditionOperator[]) =>
    held(JSON.stringify(operators.map(wordsOf)), () => canBeMet(operators, facts));
  const ofConditions = checks.filter(({ needs }) => needs?.role === "condition");
  return {
    needs,
    ofConditions,
    action,
    resource,
    plainConditions: rememberWith(),
    canHold: canHoldAll,
    ofAllow,
    ofDeny,
  };
}

/** As `remember`, for answers that take more than the text. */
function rememberWith<Result>(): (text: string, compute: () => Result) => Result {
  const memory = new Map<string, Result>();
  return (text, compute) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    if (memory.size === MOST_CONDITIONS) memory.clear();
    const result = compute();
    memory.set(text, result);
    return result;
  };
}

const MOST_CONDITIONS = 1000;

/** Whether no check finds anything in the condition of a statement, whatever stands beside it. */
export function isPlainCondition(
  statement: Statement,
  policy: Policy,
  { ofConditions }: Plan,
  context: CheckContext,
): boolean {
  const elements = statement.elements.filter(({ rule }) => rule?.role === "condition");
  const alone: Policy = {
    ...policy,
    elements: [],
    statements: [{ ...statement, elements, actions: [], resources: [] }],
  };
  for (const { run } of ofConditions) for (const _ of run?.(alone, context) ?? []) return false;
  return true;
}

function wordsOf({ key, keys }: ConditionOperator) {
  return [key.text, keys.map(({ name, values }) => [name, ...values.map(({ text }) => text)])];
}

/** What cannot be read, or is not decided in a moment, is not certain. */
function canBeMet(operators: readonly ConditionOperator[], facts: DialectCatalog): boolean {
  const tests: ConditionTest[] = [];
  for (const operator of operators) {
    for (const key of operator.keys) {
      const { test, unreadable } = readTest(operator, key, facts);
      if (test === undefined || unreadable.length > 0) return false;
      tests.push(test);
    }
  }
  return canHold(tests, facts, { left: STEPS }) === true;
}

const STEPS = 1000;

function maskOf<Test>(tests: readonly Test[], holds: (test: Test) => boolean): number {
  let mask = 0;
  for (let at = 0; at < tests.length; at++) {
    const test = tests[at];
    if (test !== undefined && holds(test)) mask |= 1 << at;
  }
  return mask;
}

/**
 * Most resources end in the number of an application, and those of ten thousand files differ in nothing else: what
 * a check wants to know of one, it knows of all. Of what is so long that a limit may be near, all counts.
 */
function endWithoutNumber(text: string): number {
  let end = text.length;
  if (end > LONG) return end;
  while (end > 0 && isDigit(text.charCodeAt(end - 1))) end--;
  return end;
}

const LONG = 100;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
