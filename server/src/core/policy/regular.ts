// Whether a policy is written just as the grammar has it, its conditions left aside. Nearly every policy is, and
// whoever looks for slips of the grammar need not look closer.
import type { Value } from "../text/value.js";
import type { Dialect, ElementRule } from "./dialect.js";
import type { Element, Policy, Statement } from "./model.js";

/**
 * Each element stands once, under its exact name, with a value of a shape that the service takes; none is missing
 * that is required; version and effects are exact; no list and no string is empty.
 */
export function isRegular({ elements, statements, dialect }: Policy): boolean {
  const rules = dialect.elements;
  if (!areRegular(elements, rules.policy, dialect)) return false;
  return statements.every((statement) => areRegular(statement.elements, rules.statement, dialect));
}

/** The same for one statement. */
export function isRegularStatement({ elements }: Statement, dialect: Dialect): boolean {
  return areRegular(elements, dialect.elements.statement, dialect);
}

function areRegular(elements: readonly Element[], rules: readonly ElementRule[], dialect: Dialect): boolean {
  for (const [at, { key, rule, value }] of elements.entries()) {
    if (rule === undefined || rule.name !== key.text || rule.reserved === true || value === undefined)
      return false;
    for (let before = 0; before < at; before++) if (elements[before]?.rule === rule) return false;
    if (!isRegularValue(value, rule, dialect)) return false;
  }
  for (const rule of rules) {
    if (rule.required && !elements.some((element) => element.rule === rule)) return false;
  }
  return true;
}

function isRegularValue(value: Value, rule: ElementRule, { version, effects }: Dialect): boolean {
  switch (rule.role) {
    case "version":
      return value.kind === "string" && value.text === version.current;
    case "effect":
      return value.kind === "string" && (value.text === effects.allow || value.text === effects.deny);
    case "statement":
      return (
        value.kind === "list" && value.items.length > 0 && value.items.every(({ kind }) => kind === "map")
      );
    case "condition":
      return true;
    default:
      return areStrings(value, rule);
  }
}

function areStrings(value: Value, { shapes }: ElementRule): boolean {
  if (value.kind === "string") return value.text !== "" && shapes.includes("string");
  if (value.kind !== "list" || value.items.length === 0 || !shapes.includes("list")) return false;
  return value.items.every((item) => item.kind === "string" && item.text !== "");
}
