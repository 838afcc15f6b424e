// One operator over one key, ready to be asked: does it hold for these values of a request? A condition is a list of
// such tests, all of which must hold.
import type { DialectCatalog } from "../../catalog/catalog.js";
import { findOperator } from "../../catalog/conditions.js";
import type { OperatorData } from "../../catalog/data.js";
import type { ConditionKey, ConditionOperator, Scalar } from "../../policy/condition.js";
import {
  ALL_VALUES_HOLDS_OF_NONE,
  ALL_VALUES_HOLDS_WITHOUT_KEY,
  NEGATED_HOLDS_WITHOUT_KEY,
  NO_VALUES_ARE_NULL,
  WITHOUT_PREFIX,
} from "../readings.js";
import { addresses } from "./addresses.js";
import { booleans, truthOf } from "./booleans.js";
import { dates } from "./dates.js";
import { type Comparison, type Family, type Relation, relationOf } from "./family.js";
import { numbers } from "./numbers.js";
import { compareText } from "./texts.js";

export interface ConditionTest {
  /** Equal for tests that always give the same answer because they say the same. */
  readonly id: string;
  readonly key: string;
  readonly family: FamilyName;
  readonly relation: Relation;
  readonly wildcards: "" | "*" | "*?";
  readonly negated: boolean;
  readonly quantifier: "any" | "all";
  /** The policy asks about several values, by a prefix. */
  readonly asksSeveral: boolean;
  readonly ifExists: boolean;
  /** Those that can be compared. */
  readonly values: readonly string[];
  /** Whether one value of a request is as wanted, negation included. Always true for tests of absence. */
  readonly fits: (value: string) => boolean;
  /** Undefined: the request lacks the key. */
  readonly holds: (values: readonly string[] | undefined) => boolean;
}

export type FamilyName = "text" | "number" | "date" | "ip" | "boolean" | "null";

export const FAMILIES: Readonly<Record<Exclude<FamilyName, "text" | "null">, Family>> = {
  number: numbers,
  date: dates,
  ip: addresses,
  boolean: booleans,
};

export interface ReadTest {
  /** Undefined for an operator that nobody knows. */
  readonly test: ConditionTest | undefined;
  /** Values that are none of the operator's type. */
  readonly unreadable: readonly Scalar[];
}

export function readTest({ name }: ConditionOperator, key: ConditionKey, facts: DialectCatalog): ReadTest {
  const operator = findOperator(name, facts);
  if (operator === undefined) return { test: undefined, unreadable: [] };
  const family = familyOf(operator);
  const wildcards = operator.wildcards ?? "";
  const relation = wildcards === "" ? relationOf(operator.name) : "like";
  const comparisons: Exclude<Comparison, undefined>[] = [];
  const values = new Set<string>();
  const unreadable: Scalar[] = [];
  for (const value of key.values) {
    const comparison = compareWith(family, relation, value.text, wildcards);
    if (comparison === undefined) unreadable.push(value);
    else if (!values.has(value.text)) comparisons.push(comparison);
    if (comparison !== undefined) values.add(value.text);
  }
  const negated = operator.negated === true;
  const quantifier = name.quantifier ?? WITHOUT_PREFIX;
  const ifExists = name.ifExists && family !== "null";
  const fits = (value: string) => family === "null" || comparisons.some((isMet) => isMet(value)) !== negated;
  const sorted = [...values].sort();
  const test: ConditionTest = {
    id: JSON.stringify([key.name, operator.name, quantifier, ifExists, ...sorted]),
    key: key.name,
    family,
    relation,
    wildcards,
    negated,
    quantifier,
    asksSeveral: name.quantifier !== undefined,
    ifExists,
    values: [...values],
    fits,
    holds:
      family === "null"
        ? (given) => sorted.some((value) => truthOf(value) === isNull(given))
        : (given) => (given === undefined ? ifExists || holdsWithoutKey(negated, quantifier) : ask(given)),
  };
  const ask = (given: readonly string[]) =>
    quantifier === "any"
      ? given.some(fits)
      : given.length === 0
        ? ALL_VALUES_HOLDS_OF_NONE
        : given.every(fits);
  return { test, unreadable };
}

function isNull(given: readonly string[] | undefined): boolean {
  return given === undefined || (given.length === 0 && NO_VALUES_ARE_NULL);
}

function holdsWithoutKey(negated: boolean, quantifier: "any" | "all"): boolean {
  return quantifier === "all" ? ALL_VALUES_HOLDS_WITHOUT_KEY : negated && NEGATED_HOLDS_WITHOUT_KEY;
}

function familyOf({ type }: OperatorData): FamilyName {
  return type === "string" || type === "binary" || type === "tag" ? "text" : type;
}

function compareWith(
  family: FamilyName,
  relation: Relation,
  value: string,
  wildcards: "" | "*" | "*?",
): Comparison {
  if (family === "text") return compareText(relation, value, wildcards);
  if (family === "null") return truthOf(value) === undefined ? undefined : () => true;
  const { compare } = FAMILIES[family];
  // A variable of the policy is filled in by the service: an unknown value that equals itself alone.
  return (
    compare(relation, value) ??
    (isVariable(value) && relation === "equal" ? (given) => given === value : undefined)
  );
}

export function isVariable(value: string): boolean {
  return /^\$\{\w+\}$/.test(value);
}
