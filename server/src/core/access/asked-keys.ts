// Which condition keys matter to a request: those that the statements ask about which speak of its action and its
// resource. What the request says of any other key changes nothing.
import type { Catalog } from "../catalog/catalog.js";
import { findKey } from "../catalog/conditions.js";
import type { ValueType } from "../catalog/data.js";
import type { Policy } from "../policy/model.js";
import { compilePolicy } from "./compiled.js";
import type { ConditionTest } from "./conditions/condition-test.js";
import { valuesMeeting } from "./conditions/meeting-values.js";
import { type AccessRequest, answer, questionOf } from "./question.js";

export interface AskedKey {
  readonly name: string;
  /** As the catalog has it, or as the operators compare it. */
  readonly type: ValueType;
  /** The policy asks about several values at once. */
  readonly takesSeveral: boolean;
  /** Values that a request may have, of which each meets or fails something. */
  readonly examples: readonly string[];
}

/** In the order of the statements. */
export function keysAskedAbout(
  policies: readonly Policy[],
  request: AccessRequest,
  catalog: Catalog,
): readonly AskedKey[] {
  const tests = new Map<string, ConditionTest[]>();
  const types = new Map<string, ValueType>();
  for (const policy of policies) {
    const facts = catalog.of(policy.dialect);
    const question = questionOf(request, facts);
    if (question === undefined) continue;
    for (const statement of compilePolicy(policy, facts).statements) {
      const given = answer(statement, question);
      if (given !== "met" && given !== "condition") continue;
      for (const test of statement.tests) {
        tests.set(test.key, [...(tests.get(test.key) ?? []), test]);
        const known = findKey(test.key, facts)?.type;
        if (known !== undefined && known !== "null") types.set(test.key, known);
      }
    }
  }
  return [...tests].map(([name, asked]) => ({
    name,
    type: types.get(name) ?? typeOf(asked),
    takesSeveral: asked.some(({ asksSeveral }) => asksSeveral),
    examples: examplesOf(asked),
  }));
}

function typeOf(tests: readonly ConditionTest[]): ValueType {
  const family = tests.find((test) => test.family !== "null")?.family;
  return family === undefined || family === "text" ? "string" : family;
}

/** Of every test a value that meets it, then one that does not. */
function examplesOf(tests: readonly ConditionTest[]): readonly string[] {
  const examples = new Set<string>();
  for (const wanted of ["all", "not-all"] as const) {
    for (const test of tests) {
      for (const values of valuesMeeting([test], wanted)) {
        const [value, ...more] = values === "absent" ? [] : values;
        if (value === undefined || more.length > 0) continue;
        examples.add(value);
        break;
      }
    }
  }
  return [...examples];
}
