// Tells of most clean policies that no check can find anything in them, by one look at what `JSON.parse` gives: before
// there is a model, and without asking a single check. Thousands of files are checked at nearly the cost of reading
// them. Whatever is not plain is left to the checks.
import type { Catalog, DialectCatalog } from "../../catalog/catalog.js";
import type { Dialect, ElementRule } from "../../policy/dialect.js";
import { isOwnVersion } from "../../policy/foreign.js";
import { NEARLY_FULL } from "../../policy/minified-length.js";
import { countKeys } from "../../policy/read-quickly.js";
import { isUnmistakable } from "../../policy/recognize.js";
import type { Check } from "../check.js";
import { areSketchesApart, type Sketch } from "./apart.js";
import { createConditionGlance, type KnownCondition } from "./glance-condition.js";
import { mayMismatch, mayRepeat } from "./one-statement.js";
import { type KnownAction, type Plan, planOf } from "./plan.js";

/** The dialect of a policy in which nothing can be found; undefined where that is not certain. */
export function glanceAt(text: string, catalog: Catalog, checks: readonly Check[]): Dialect | undefined {
  // Without escapes no text is shorter than what it stands for.
  if (text.length > LONGEST || text.includes("\\")) return undefined;
  const data = parse(text);
  if (!isMap(data)) return undefined;
  for (const dialect of catalog.dialects) {
    const { version, statement } = namesOf(dialect);
    if (data[version] !== dialect.version.current || data[statement] === undefined) continue;
    const glance = glancerFor(dialect, catalog, checks);
    return glance?.(data, text) === true ? dialect : undefined;
  }
  return undefined;
}

/** Longer than any policy in which nothing is found. */
const LONGEST = 20_000;

type Data = Readonly<Record<string, unknown>>;

type Glance = (data: Data, text: string) => boolean;

const glances = new WeakMap<DialectCatalog, WeakMap<readonly Check[], Glance>>();

/** Undefined where a check does not say what it needs, or where it takes more to know the dialect. */
function glancerFor(dialect: Dialect, catalog: Catalog, checks: readonly Check[]): Glance | undefined {
  const facts = catalog.of(dialect);
  const ofFacts = glances.get(facts) ?? new WeakMap<readonly Check[], Glance>();
  glances.set(facts, ofFacts);
  const known = ofFacts.get(checks);
  if (known !== undefined) return known;
  const plan = planOf(checks, facts);
  const others = catalog.dialects.filter((other) => other !== dialect);
  if (plan.needs.includes(undefined) || !isOwnVersion(dialect.version.current)) return undefined;
  if (!isUnmistakable(dialect, others)) return undefined;
  const glance = createGlance(plan, facts, createConditionGlance(plan, catalog, facts));
  ofFacts.set(checks, glance);
  return glance;
}

function createGlance(plan: Plan, { dialect }: DialectCatalog, conditionOf: ConditionGlance): Glance {
  const { limits, effects } = dialect;
  const rules = new Map(dialect.elements.statement.map((rule) => [rule.name, rule]));
  const required = dialect.elements.statement.filter((rule) => rule.required).length;
  const names = namesOf(dialect);
  let keys = 0;

  return (data, text) => {
    if (text.length >= limits.policyLength * NEARLY_FULL) return false;
    const statements = data[names.statement];
    if (Object.keys(data).length !== 2 || !Array.isArray(statements) || statements.length === 0) return false;
    if (statements.length > (limits.statements ?? Number.POSITIVE_INFINITY)) return false;
    keys = 2;
    const sketches: Sketch[] = [];
    let hasAllow = false;
    for (const statement of statements) {
      const sketch = isMap(statement) ? sketchOf(statement) : undefined;
      if (sketch === undefined) return false;
      hasAllow ||= sketch.decision === "allow";
      sketches.push(sketch);
    }
    // A key that stands twice is lost by `JSON.parse`; see `readPolicyQuickly`.
    return hasAllow && areSketchesApart(sketches, plan) && keys === countKeys(text);
  };

  function sketchOf(statement: Data): Sketch | undefined {
    let decision: Sketch["decision"] | undefined;
    let actions: readonly KnownAction[] | undefined;
    let resources: readonly string[] | undefined;
    let condition: KnownCondition | undefined;
    let missing = required;
    for (const name of Object.keys(statement)) {
      const rule = rules.get(name);
      const value = statement[name];
      keys++;
      if (rule?.required === true) missing--;
      switch (rule?.role) {
        case "effect":
          decision = value === effects.allow ? "allow" : value === effects.deny ? "deny" : undefined;
          if (decision === undefined) return undefined;
          break;
        case "action":
          actions = plainActions(textsOf(value, rule, limits.actions));
          if (actions === undefined) return undefined;
          break;
        case "resource":
          resources = textsOf(value, rule, limits.resources);
          if (resources === undefined) return undefined;
          break;
        case "condition":
          condition = conditionOf(value);
          if (condition === undefined) return undefined;
          keys += condition.size;
          break;
        default:
          return undefined;
      }
    }
    if (missing > 0 || decision === undefined || actions === undefined) return undefined;
    const silent = ~(decision === "allow" ? plan.ofDeny : plan.ofAllow);
    for (const { mask } of actions) if ((mask & silent) !== 0) return undefined;
    const texts = resources ?? [];
    const entries = { actions, texts, resources: texts.map(plan.resource) };
    for (const { mask } of entries.resources) if (mask !== 0) return undefined;
    if (mayRepeat(entries) || (resources !== undefined && mayMismatch(entries))) return undefined;
    return { decision, actions, resources, condition: condition?.sketch };
  }

  /** Undefined unless all of them are names of actions. */
  function plainActions(texts: readonly string[] | undefined): readonly KnownAction[] | undefined {
    const actions = texts?.map(plan.action);
    return actions?.every(({ key, isPattern }) => key !== undefined && !isPattern) === true
      ? actions
      : undefined;
  }
}

type ConditionGlance = ReturnType<typeof createConditionGlance>;

/** The strings of an action or resource element that has a regular value. */
function textsOf(
  value: unknown,
  { shapes }: ElementRule,
  limit = Number.POSITIVE_INFINITY,
): readonly string[] | undefined {
  if (typeof value === "string") return value !== "" && shapes.includes("string") ? [value] : undefined;
  if (!Array.isArray(value) || !shapes.includes("list")) return undefined;
  if (value.length === 0 || value.length > limit) return undefined;
  return value.every((item) => typeof item === "string" && item !== "") ? value : undefined;
}

function namesOf({ elements }: Dialect) {
  const nameOf = (role: "version" | "statement") =>
    elements.policy.find((rule) => rule.role === role)?.name ?? role;
  return { version: nameOf("version"), statement: nameOf("statement") };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMap(data: unknown): data is Data {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
