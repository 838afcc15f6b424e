// What the checks say of a condition, remembered by its text: programs and habits write few different ones.
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import { parsePolicy } from "../policy/parse.js";
import { measure } from "../policy/read-quickly.js";
import { valueFrom } from "../text/value.js";
import { type SketchedCondition, sketchCondition } from "./apart.js";
import type { Check, CheckContext } from "./check.js";
import type { Plan } from "./plan.js";

export interface KnownCondition {
  /** How many keys of objects there are in it. */
  readonly size: number;
  readonly sketch: SketchedCondition;
}

/** Answers for the condition of a statement, both as `JSON.parse` gives them; undefined where a check says something. */
export function createConditionGlance(
  checks: readonly Check[],
  plan: Plan,
  catalog: Catalog,
  facts: DialectCatalog,
) {
  const { dialect } = facts;
  const asked = checks.filter(({ needs }) => needs?.role === "condition");
  const name = dialect.elements.policy.find(({ role }) => role === "statement")?.name ?? "statement";
  const context: CheckContext = { catalog, facts, applications: [], accounts: {}, text: "" };
  const known = new Map<string, KnownCondition | undefined>();

  function judge(condition: unknown, statement: unknown): KnownCondition | undefined {
    const size = { keys: 0, numbers: 0 };
    // Of a number, characters are lost.
    if (!measure(condition, 0, size) || size.numbers > 0) return undefined;
    const value = valueFrom({ [name]: [statement] });
    const policy = value.kind === "map" ? parsePolicy(value, dialect) : undefined;
    const operators = policy?.statements[0]?.operators;
    if (policy === undefined || operators === undefined) return undefined;
    for (const { run } of asked) {
      for (const _ of run?.(policy, context) ?? []) return undefined;
    }
    return { size: size.keys, sketch: sketchCondition(operators, plan) };
  }

  return (condition: unknown, statement: unknown): KnownCondition | undefined => {
    const text = JSON.stringify(condition);
    if (!known.has(text)) {
      if (known.size === REMEMBERED) known.clear();
      known.set(text, judge(condition, statement));
    }
    return known.get(text);
  };
}

const REMEMBERED = 10_000;
