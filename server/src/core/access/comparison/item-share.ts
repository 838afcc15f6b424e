// What does a statement say of the actions that a change has given or taken away? Of a listed action by its name; of
// what is left behind a pattern only where the statement, too, reaches names that no list has.
import type { DialectCatalog } from "../../catalog/catalog.js";
import { coversPattern, isPattern, patternsMeet } from "../../catalog/pattern.js";
import type { CompiledStatement } from "../compiled.js";
import { canHold } from "../conditions/search.js";
import { matchesAction, resourcesFor, type Subject, subjectOf } from "../question.js";
import {
  ANY_RESOURCE,
  coversResource,
  type ResourcePattern,
  readResourcePattern,
} from "../resource-pattern.js";
import type { AccessItem } from "./comparison.js";

export interface ItemShare {
  readonly statement: CompiledStatement;
  /** On which it speaks of any of the actions; not empty. */
  readonly resources: readonly ResourcePattern[];
  /** It speaks of all of the actions. */
  readonly isWhole: boolean;
  /** It speaks of each action on the same resources. */
  readonly isEven: boolean;
}

/** Of the statements that have anything to do with the actions of the item. */
export function sharesOf(
  { actions }: Pick<AccessItem, "actions">,
  statements: readonly CompiledStatement[],
  facts: DialectCatalog,
): readonly ItemShare[] {
  const asked = actions.map((text) => askedOf(text, facts));
  return statements.flatMap((statement) => {
    const resources = new Map<string, ResourcePattern>();
    const lists = new Set<string>();
    let isWhole = true;
    for (const { subject, isRest } of asked) {
      const how = isRest
        ? reachesRest(statement, subject, facts)
        : matchesAction(statement.actions, subject.key) && "all";
      const on = how === false ? [] : patternsFor(subject, statement, facts);
      if (how !== "all" || on.length === 0) isWhole = false;
      for (const pattern of on) resources.set(pattern.key, pattern);
      if (on.length > 0) lists.add(on.map(({ key }) => key).join("\t"));
    }
    if (resources.size === 0) return [];
    return [{ statement, resources: [...resources.values()], isWhole, isEven: lists.size === 1 }];
  });
}

interface Asked {
  readonly subject: Subject;
  /** The names behind a pattern that no list has. */
  readonly isRest: boolean;
}

function askedOf(text: string, facts: DialectCatalog): Asked {
  const subject = subjectOf(text, facts) ?? { key: text, reach: "resources" };
  return { subject, isRest: isPattern(text) };
}

function reachesRest(
  { actions }: CompiledStatement,
  { key }: Subject,
  facts: DialectCatalog,
): "all" | "some" | false {
  const reaching = actions.filter((text) => text === "*" || facts.action(text).reachesUnlisted);
  if (reaching.some((text) => coversPattern(text, key))) return "all";
  return reaching.some((text) => patternsMeet(text, key)) && "some";
}

function patternsFor(
  subject: Subject,
  statement: CompiledStatement,
  { dialect }: DialectCatalog,
): readonly ResourcePattern[] {
  if (subject.reach !== "resources-do-not-count") return resourcesFor(subject, statement);
  return [{ ...ANY_RESOURCE, text: dialect.anyResource }];
}

export function resourcesOfItem(
  { resources }: Pick<AccessItem, "resources">,
  facts: DialectCatalog,
): readonly ResourcePattern[] {
  return resources.flatMap((text) => readResourcePattern(text, facts) ?? []);
}

/** Whether some resource fits one of each list. */
export function resourcesMeet(ones: readonly ResourcePattern[], others: readonly ResourcePattern[]): boolean {
  return ones.some((one) => others.some((other) => meets(one, other)));
}

function meets(one: ResourcePattern, other: ResourcePattern): boolean {
  if (one.any || other.any) return true;
  return (
    one.segments.length === other.segments.length &&
    one.segments.every((segment, at) => patternsMeet(segment, other.segments[at] ?? ""))
  );
}

/** Whether each of the inner ones lies within one of the outer ones. */
export function resourcesCover(
  outer: readonly ResourcePattern[],
  inner: readonly ResourcePattern[],
): boolean {
  return inner.every((one) => outer.some((other) => coversResource(other, one)));
}

/** Enough for the conditions that people write; whatever takes longer is taken to be possible. */
const STEPS = 20_000;

/** Whether one request can meet the conditions of both. */
export function conditionsMeet(
  one: CompiledStatement | undefined,
  other: CompiledStatement,
  facts: DialectCatalog,
): boolean {
  if (one === undefined || one.tests.length === 0 || other.tests.length === 0) return true;
  return canHold([...one.tests, ...other.tests], facts, { left: STEPS }) !== false;
}
