// What the checks say of a condition, remembered by its text: programs and habits write few different ones.
import type { Catalog, DialectCatalog } from "../../catalog/catalog.js";
import type { Statement } from "../../policy/model.js";
import { parsePolicy } from "../../policy/parse.js";
import { measure } from "../../policy/read-quickly.js";
import { valueFrom } from "../../text/value.js";
import type { CheckContext } from "../check.js";
import { type SketchedCondition, sketchCondition } from "./apart.js";
import { isPlainCondition, type Plan } from "./plan.js";

export interface KnownCondition {
  /** How many keys of objects there are in it. */
  readonly size: number;
  readonly sketch: SketchedCondition;
}

/** Answers for a condition as `JSON.parse` gives it; undefined where a check says something. */
export function createConditionGlance(plan: Plan, catalog: Catalog, facts: DialectCatalog) {
  const { dialect } = facts;
  const nameOf = (role: "statement" | "condition") =>
    [...dialect.elements.policy, ...dialect.elements.statement].find((rule) => rule.role === role)?.name ??
    role;
  const names = { statement: nameOf("statement"), condition: nameOf("condition") };
  const context: CheckContext = { catalog, facts, applications: [], accounts: {}, text: "" };
  const known = new Map<string, KnownCondition | undefined>();

  function judge(condition: unknown): KnownCondition | undefined {
    const size = { keys: 0, numbers: 0 };
    // Of a number, characters are lost.
    if (!measure(condition, 0, size) || size.numbers > 0) return undefined;
    const value = valueFrom({ [names.statement]: [{ [names.condition]: condition }] });
    const policy = value.kind === "map" ? parsePolicy(value, dialect) : undefined;
    const [statement]: readonly (Statement | undefined)[] = policy?.statements ?? [];
    if (policy === undefined || statement === undefined) return undefined;
    if (!isPlainCondition(statement, policy, plan, context)) return undefined;
    return { size: size.keys, sketch: sketchCondition(statement.operators, plan) };
  }

  return (condition: unknown): KnownCondition | undefined => {
    const text = JSON.stringify(condition);
    if (!known.has(text)) {
      if (known.size === REMEMBERED) known.clear();
      known.set(text, judge(condition));
    }
    return known.get(text);
  };
}

const REMEMBERED = 1000;
