// Which part of a statement makes the difference between the two sides of a change? The other side is asked about the
// request that shows the difference, and what of it does not fit there has its counterpart here.
import type { Catalog } from "../../catalog/catalog.js";
import type { ConditionKey, Scalar } from "../../policy/condition.js";
import type { Dialect } from "../../policy/dialect.js";
import type { Policy, Statement } from "../../policy/model.js";
import type { StringValue } from "../../text/value.js";
import { createDecider } from "../decide.js";
import type { AccessItem } from "./comparison.js";

/** A part of the statement of `item.by`. */
export type ChangedElement = StringValue | Scalar | Statement;

/** `other` are the policies of the other side: those before the change for what is gained, else those after. */
export function changedElement(item: AccessItem, other: readonly Policy[], catalog: Catalog): ChangedElement {
  return createChangedElements(other, catalog)(item);
}

/** For those who ask about several items of one comparison. */
export function createChangedElements(
  other: readonly Policy[],
  catalog: Catalog,
): (item: AccessItem) => ChangedElement {
  const deciders = new Map<Dialect, ReturnType<typeof createDecider>>();
  const deciderFor = (dialect: Dialect) => {
    const known = deciders.get(dialect);
    if (known !== undefined) return known;
    const made = createDecider(
      other.filter((policy) => policy.dialect === dialect),
      catalog,
    );
    deciders.set(dialect, made);
    return made;
  };
  return ({ by: { policy, statement, action, resource }, witness }) => {
    const { nearest, reason } = deciderFor(policy.dialect)(witness);
    // The statement has been there all the time: what denied it there is gone here.
    if (reason === "denied-by") return statement;
    if (nearest === undefined) return action ?? statement;
    switch (nearest.missed) {
      case "action":
        return action ?? statement;
      case "resource":
      case "every-resource":
        return resource ?? statement;
      case "condition":
        return changedCondition(statement, nearest.statement);
      default:
        return nearest.missed satisfies never;
    }
  };
}

/** A value that is new, a key that says something else, or all of the condition where a part of it is gone. */
function changedCondition(own: Statement, other: Statement): ChangedElement {
  const known = keysOf(other);
  for (const [id, key] of keysOf(own)) {
    const counterpart = known.get(id);
    if (counterpart === undefined) return key.key;
    const values = new Set(counterpart.values.map(textOf));
    const added = key.values.find((value) => !values.has(textOf(value)));
    if (added !== undefined) return added;
    if (values.size !== new Set(key.values.map(textOf)).size) return key.key;
  }
  return own.condition?.key ?? own;
}

function keysOf({ operators }: Statement): ReadonlyMap<string, ConditionKey> {
  return new Map(
    operators.flatMap((operator) =>
      operator.keys.map((key) => [`${operator.key.text}\t${key.name}`, key] as const),
    ),
  );
}

function textOf({ text }: Scalar): string {
  return text;
}
