// Finds conditions that no request can meet, because what they ask of one key contradicts itself. Operators, keys
// and values that cannot be read are left to the checks of these.
import { type ConditionTest, readTest } from "../access/conditions/condition-test.js";
import { canHold } from "../access/conditions/search.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import type { Statement } from "../policy/model.js";
import type { StringValue } from "../text/value.js";
import { defineCheck } from "./check.js";

/** A few milliseconds' worth. */
const STEPS = 10_000;

export const conditionNeverTrue = defineCheck({
  id: "condition-never-true",
  title: "No request can meet the condition",
  category: "condition",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  perStatement: true,
  needs: { role: "condition" },
  messages: {
    two: 'No request meets both "{one}" and "{other}" of "{key}", so this statement never applies',
    several: 'No request meets all that this condition asks of "{key}", so this statement never applies',
    asked: '"{one}" asks this',
  },

  *run({ statements }, { facts }) {
    for (const statement of statements) {
      if (statement.operators.length < 2) continue;
      for (const [name, asked] of questionsByKey(statement, facts)) {
        if (asked.length < 2 || isPossible(asked, facts)) continue;
        const pair = contradiction(asked, facts);
        const [one, other] = pair ?? [asked[0], asked[asked.length - 1]];
        if (one === undefined || other === undefined) continue;
        yield {
          span: other.key.span,
          message: pair === undefined ? "several" : "two",
          values: { key: name, one: one.operator, other: other.operator },
          related: [{ span: one.key.span, message: "asked" }],
        };
      }
    }
  },
});

/** One operator over one key. */
interface Asked {
  readonly operator: string;
  readonly key: StringValue;
  readonly test: ConditionTest;
}

/** Keys of which not everything can be read are left out: it is not known what is asked of them. */
function questionsByKey(
  { operators, conditionFaults }: Statement,
  facts: DialectCatalog,
): ReadonlyMap<string, readonly Asked[]> {
  const byKey = new Map<string, Asked[]>();
  const unclear = new Set<string>();
  if (conditionFaults.some(({ kind }) => kind !== "bare" && kind !== "empty")) return byKey;
  for (const operator of operators) {
    for (const key of operator.keys) {
      const { test, unreadable } = readTest(operator, key, facts);
      if (test === undefined || test.values.length === 0 || unreadable.length > 0) unclear.add(key.name);
      else
        byKey.set(key.name, [
          ...(byKey.get(key.name) ?? []),
          { operator: operator.key.text, key: key.key, test },
        ]);
    }
  }
  for (const name of unclear) byKey.delete(name);
  return byKey;
}

function contradiction(asked: readonly Asked[], facts: DialectCatalog): readonly [Asked, Asked] | undefined {
  for (const [at, other] of asked.entries()) {
    for (const one of asked.slice(0, at)) if (!isPossible([one, other], facts)) return [one, other];
  }
  return undefined;
}

/** What is not decided counts as possible. */
function isPossible(asked: readonly Asked[], facts: DialectCatalog): boolean {
  const tests = asked.map(({ test }) => test);
  return canHold(tests, facts, { left: STEPS }) !== false;
}
