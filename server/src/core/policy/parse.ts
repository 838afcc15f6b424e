// Turns a value that is a policy into the model. Which dialect it is, and where in a file it stands, is
// decided in `recognize.ts` and `locate.ts`.
import { type Entry, itemsOf, type MapValue, type StringValue, type Value } from "../text/value.js";
import { type Condition, readCondition } from "./condition.js";
import type { Dialect, ElementRole, ElementRule } from "./dialect.js";
import type { Element, Policy, Statement } from "./model.js";

export function parsePolicy(map: MapValue, dialect: Dialect): Policy {
  const elements = readElements(map, dialect.elements.policy);
  const statement = byRole(elements, "statement");
  const version = byRole(elements, "version");
  return {
    dialect,
    span: map.span,
    value: map,
    elements,
    ...(version && { version }),
    ...(statement && { statement }),
    statements: elements
      .filter((element) => element.rule?.role === "statement")
      .flatMap((element) => statementMaps(element.value))
      .map((value, index) => readStatement(value, index, dialect)),
  };
}

function statementMaps(value: Value | undefined): MapValue[] {
  return itemsOf(value).filter((item) => item.kind === "map");
}

function readStatement(value: MapValue, index: number, dialect: Dialect): Statement {
  const elements = readElements(value, dialect.elements.statement);
  const effect = byRole(elements, "effect");
  const action = byRole(elements, "action");
  const resource = byRole(elements, "resource");
  const condition = byRole(elements, "condition");
  const notAction = byRole(elements, "not-action");
  const principal = byRole(elements, "principal");
  const { operators, faults } = condition === undefined ? NO_CONDITION : readCondition(elements, dialect);
  // Assigned one by one: statements are many, and spreading optional parts takes several times as long.
  const statement: { -readonly [Name in keyof Statement]: Statement[Name] } = {
    index,
    span: value.span,
    value,
    elements,
    decision: decisionOf(effect?.value, dialect),
    actions: stringsOf(elements, "action"),
    resources: stringsOf(elements, "resource"),
    operators,
    conditionFaults: faults,
  };
  if (effect !== undefined) statement.effect = effect;
  if (action !== undefined) statement.action = action;
  if (resource !== undefined) statement.resource = resource;
  if (condition !== undefined) statement.condition = condition;
  if (notAction !== undefined) statement.notAction = notAction;
  if (principal !== undefined) statement.principal = principal;
  return statement;
}

const NO_CONDITION: Condition = { operators: [], faults: [] };

function readElements(map: MapValue, rules: readonly ElementRule[]): Element[] {
  return map.entries.map((entry) => readElement(entry, rules));
}

function readElement(entry: Entry, rules: readonly ElementRule[]): Element {
  const { key, value } = entry;
  const rule = ruleFor(key.text, rules);
  if (value !== undefined && rule !== undefined) return { key, entry, value, rule };
  return { key, entry, ...(value && { value }), ...(rule && { rule }) };
}

/** Other case is the commonest mistake, and it must not hide what the element says. */
function ruleFor(name: string, rules: readonly ElementRule[]): ElementRule | undefined {
  for (const rule of rules) if (rule.name === name) return rule;
  const lower = name.toLowerCase();
  for (const rule of rules) if (rule.name.toLowerCase() === lower) return rule;
  return undefined;
}

function byRole(elements: readonly Element[], role: ElementRole): Element | undefined {
  for (const element of elements) if (element.rule?.role === role) return element;
  return undefined;
}

/** Strings of every element with that role: where one is written twice, both are looked at. */
function stringsOf(elements: readonly Element[], role: ElementRole): StringValue[] {
  const strings: StringValue[] = [];
  for (const element of elements) {
    if (element.rule?.role !== role) continue;
    for (const item of itemsOf(element.value)) if (item.kind === "string") strings.push(item);
  }
  return strings;
}

function decisionOf(value: Value | undefined, dialect: Dialect): "allow" | "deny" | undefined {
  if (value?.kind !== "string") return undefined;
  const word = value.text.trim().toLowerCase();
  if (word === dialect.effects.allow.toLowerCase()) return "allow";
  if (word === dialect.effects.deny.toLowerCase()) return "deny";
  return undefined;
}
