// What the condition of a statement says: operators, their keys, the values of each. Whatever does not have that
// shape is listed as a fault with its place, and the rest is read all the same.
import { itemsOf, type ListValue, type MapValue, type StringValue, type Value } from "../text/value.js";
import type { Dialect } from "./dialect.js";
import type { Element, Policy } from "./model.js";
import { type OperatorName, readOperatorName } from "./operator-name.js";
import { withoutStrayBlanks } from "./stray-blanks.js";

export interface Condition {
  /** In the order of the text; all of them must hold. */
  readonly operators: readonly ConditionOperator[];
  readonly faults: readonly ConditionFault[];
}

export interface ConditionOperator {
  readonly key: StringValue;
  readonly name: OperatorName;
  /** All of them must hold. */
  readonly keys: readonly ConditionKey[];
}

export interface ConditionKey {
  readonly key: StringValue;
  /** As the key is meant: stray blanks left out. */
  readonly name: string;
  /** Absent where the text breaks off. */
  readonly value?: Value;
  /** The strings, numbers and booleans under the key, of which one must fit. */
  readonly values: readonly Scalar[];
}

export type Scalar = Exclude<Value, ListValue | MapValue | { readonly kind: "null" }>;

export type ConditionFault =
  /** The condition, or what stands under an operator, is no object. */
  | { readonly kind: "condition"; readonly key: StringValue; readonly value: Value }
  | { readonly kind: "operator"; readonly key: StringValue; readonly value: Value }
  /** An operator without a key. */
  | { readonly kind: "empty"; readonly key: StringValue; readonly value: MapValue }
  /** One value without the brackets that the dialect wants. */
  | { readonly kind: "bare"; readonly key: StringValue; readonly value: Scalar }
  /** An object, a list in a list, or null where a value stands. */
  | { readonly kind: "value"; readonly key: StringValue; readonly value: Value };

/** Of every element that is a condition: where it is written twice, both are looked at. */
export function readCondition(elements: readonly Element[], dialect: Dialect): Condition {
  const operators: ConditionOperator[] = [];
  const faults: ConditionFault[] = [];
  for (const { key, value, rule } of elements) {
    if (rule?.role !== "condition" || value === undefined) continue;
    if (value.kind === "map") readOperators(value, dialect, operators, faults);
    // An empty list says as little as an empty object, and programs write it.
    else if (value.kind !== "list" || value.items.length > 0) faults.push({ kind: "condition", key, value });
  }
  return { operators, faults };
}

/** The operators of all statements of a policy. */
export function operatorsOf({ statements }: Policy): readonly ConditionOperator[] {
  const all: ConditionOperator[] = [];
  for (const { operators } of statements) for (const operator of operators) all.push(operator);
  return all;
}

function readOperators(
  map: MapValue,
  dialect: Dialect,
  operators: ConditionOperator[],
  faults: ConditionFault[],
): void {
  for (const { key, value } of map.entries) {
    const keys: ConditionKey[] = [];
    if (value?.kind === "map") {
      if (value.entries.length === 0) faults.push({ kind: "empty", key, value });
      for (const entry of value.entries) keys.push(readKey(entry.key, entry.value, dialect, faults));
    } else if (value !== undefined) faults.push({ kind: "operator", key, value });
    operators.push({ key, name: readOperatorName(key.text, dialect), keys });
  }
}

function readKey(
  key: StringValue,
  value: Value | undefined,
  { conditions }: Dialect,
  faults: ConditionFault[],
): ConditionKey {
  const name = withoutStrayBlanks(key.text);
  if (value === undefined) return { key, name, values: [] };
  const values: Scalar[] = [];
  for (const item of itemsOf(value)) {
    if (isScalar(item)) values.push(item);
    else faults.push({ kind: "value", key, value: item });
  }
  if (conditions?.valuesInLists === true && isScalar(value)) faults.push({ kind: "bare", key, value });
  return { key, name, value, values };
}

function isScalar(value: Value): value is Scalar {
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean";
}

/** Tells whether a name stands among operators or keys: writing it once more would be another fault. */
export function writtenAmong(siblings: readonly { readonly key: StringValue }[]): (name: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  return (name) => {
    names ??= new Set(siblings.map(({ key }) => key.text));
    return names.has(name);
  };
}
