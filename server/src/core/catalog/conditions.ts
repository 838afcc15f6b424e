// Look-ups for conditions: which operator and which key a name stands for, and where an operator may stand.
import { foldFor, type OperatorName } from "../policy/operator-name.js";
import type { DialectCatalog } from "./catalog.js";
import type { KeyData, OperatorData, ValueType } from "./data.js";

/** Found without regard to case where the service is thought to take other case. */
export function findOperator({ base }: OperatorName, facts: DialectCatalog): OperatorData | undefined {
  const exact = facts.operators.get(base);
  if (exact !== undefined) return exact;
  const { conditions } = facts.dialect;
  if (conditions?.operatorCase !== "accepted") return undefined;
  const fold = foldFor(facts.dialect);
  const folded = fold(base);
  return facts.data.operators.find(({ name }) => fold(name) === folded);
}

export interface FoundKey extends KeyData {
  /** The name of the tag that is written behind the key: `qcs:tag/team`. */
  readonly tagName?: string;
}

export function findKey(name: string, facts: DialectCatalog): FoundKey | undefined {
  const exact = facts.keys.get(name);
  if (exact !== undefined) return exact;
  const slash = name.indexOf("/");
  if (slash < 0) return undefined;
  const key = facts.keys.get(name.slice(0, slash));
  const tagName = name.slice(slash + 1);
  return key?.takesName === true && tagName !== "" ? { ...key, tagName } : undefined;
}

/** The service of a key, such as `obs` of `obs:prefix`; absent where the name has none. */
export function serviceOfKey(name: string): string | undefined {
  const colon = name.indexOf(":");
  return colon > 0 ? name.slice(0, colon) : undefined;
}

/** Whether no page shows the operator for this key: some belong to the keys of one service. */
export function isOutOfPlace({ onlyKeysOf }: OperatorData, key: string): boolean {
  return onlyKeysOf !== undefined && serviceOfKey(key)?.toLowerCase() !== onlyKeysOf;
}

/** False only where both types are certain and no value can be of both. */
export function canCompare(operator: OperatorData, key: KeyData): boolean {
  return operator.doubtful === true || key.doubtful === true || comparesType(operator.type, key.type);
}

/** Whether an operator of one type is made for keys of another. */
export function comparesType(operator: ValueType, key: ValueType): boolean {
  return operator === "null" || textual(operator) === textual(key);
}

/** Tags are compared as text, and binary values are written as text. */
function textual(type: ValueType): ValueType {
  return type === "tag" || type === "binary" ? "string" : type;
}
