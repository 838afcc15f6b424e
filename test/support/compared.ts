// Comparisons of policies that tests make up, and what the naive judge says of the same change.
import {
  type AccessItem,
  type Comparison,
  compare,
  decide,
  type Policy,
} from "../../server/src/core/index.js";
import { type NaiveQuestion, naivelyAllows, type PolicyData } from "./naive-evaluator.js";
import { LISTED, OPERATION_LEVEL, oracleCatalog, SINGLE_VALUED } from "./oracle-catalog.js";
import { policyOf } from "./oracle-policies.js";

export interface Compared {
  readonly comparison: Comparison;
  readonly before: Policy;
  readonly after: Policy;
}

export function compared(before: PolicyData, after: PolicyData): Compared {
  const sides = { before: policyOf(before), after: policyOf(after) };
  return { ...sides, comparison: compare([sides.before], [sides.after], oracleCatalog) };
}

export function verdictOf(before: PolicyData, after: PolicyData): Comparison["verdict"] {
  return compared(before, after).comparison.verdict;
}

/** `+` for what the judge allows after only, `-` for before only, `=` for both or neither. */
export function signOf(before: PolicyData, after: PolicyData, question: NaiveQuestion): "+" | "-" | "=" {
  const isBefore = isAllowed(before, question);
  const isAfter = isAllowed(after, question);
  return isBefore === isAfter ? "=" : isAfter ? "+" : "-";
}

function isAllowed(policy: PolicyData, question: NaiveQuestion): boolean {
  return naivelyAllows([policy], question, (action) => OPERATION_LEVEL.has(action));
}

/** What is wrong with the examples that a comparison gives; empty where the judge and `decide` confirm each. */
export function faultsOfWitnesses(
  before: PolicyData,
  after: PolicyData,
  { comparison, before: policyBefore, after: policyAfter }: Compared,
): readonly string[] {
  const items = [
    ...comparison.gained.map((item) => ({ sign: "+", item })),
    ...comparison.lost.map((item) => ({ sign: "-", item })),
  ];
  return items.flatMap(({ sign, item }) => {
    const { witness } = item;
    const faults = [];
    if (signOf(before, after, witness) !== sign) faults.push("the judge says otherwise");
    const decisions = [policyBefore, policyAfter].map((policy) => decisionOf(policy, witness));
    const wanted = sign === "+" ? ["denied", "allowed"] : ["allowed", "denied"];
    if (String(decisions) !== String(wanted)) faults.push(`decide says ${decisions}`);
    if (!namesQuestion(item, witness)) faults.push("the item does not name it");
    return faults.map((fault) => `${sign} ${JSON.stringify(witness)}: ${fault}`);
  });
}

function decisionOf(policy: Policy, question: NaiveQuestion): string {
  return decide([policy], question, oracleCatalog).decision;
}

/** Whether what an item says of actions and resources is about the question. */
export function namesQuestion({ actions, resources, by }: AccessItem, question: NaiveQuestion): boolean {
  const isCam = by.policy.dialect.id === "cam";
  const action = isCam ? question.action.replace("name/", "") : question.action.toLowerCase();
  const isListed = LISTED.has(action);
  const named = isListed
    ? actions.filter((one) => (isCam ? one : one.toLowerCase()) === action)
    : actions.filter((one) => !LISTED.has(isCam ? one : one.toLowerCase()));
  const policy: PolicyData = isCam
    ? { version: "2.0", statement: [{ effect: "allow", action: named, resource: resources }] }
    : { Version: "1.1", Statement: [{ Effect: "Allow", Action: named, Resource: resources }] };
  return isAllowed(policy, { ...question, context: {} });
}

/** Whether the statement that an item comes from allows the question by itself. */
export function comesFrom({ by }: AccessItem, question: NaiveQuestion, data: PolicyData): boolean {
  const at = by.policy.statements.indexOf(by.statement);
  const alone: PolicyData =
    "version" in data
      ? { ...data, statement: data.statement.slice(at, at + 1) }
      : { ...data, Statement: data.Statement.slice(at, at + 1) };
  return isAllowed(alone, question);
}

/**
 * A request as comparisons think of them: several values only where a key can have them. That is a reading of ours,
 * `KNOWN_KEYS_HAVE_ONE_VALUE`.
 */
export function asCompared(question: NaiveQuestion, policies: readonly PolicyData[]): NaiveQuestion {
  const severals = new Set(policies.flatMap(keysAskedForSeveral));
  const entries = Object.entries(question.context).flatMap(([key, values]) => {
    if (!SINGLE_VALUED.has(key) || severals.has(key)) return [[key, values] as const];
    return values.length === 0 ? [] : [[key, values.slice(0, 1)] as const];
  });
  return { ...question, context: Object.fromEntries(entries) };
}

function keysAskedForSeveral(policy: PolicyData): readonly string[] {
  const conditions =
    "version" in policy
      ? policy.statement.map(({ condition = {} }) => condition)
      : policy.Statement.map(({ Condition = {} }) => Condition);
  return conditions
    .flatMap(Object.entries)
    .flatMap(([operator, keys]) => (/^for_?(any|all)/i.test(operator) ? Object.keys(keys) : []));
}
