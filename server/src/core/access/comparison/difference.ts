// What do some statements allow that others do not? All requests are gone through cell by cell: a cell of actions, in
// it a cell of resources, and in that whatever contexts the conditions tell apart. Inside a cell each statement
// speaks of every request or of none, so that one request per cell is enough to know.
import type { DialectCatalog } from "../../catalog/catalog.js";
import { type ActionCell, actionCells } from "../cells/action-cells.js";
import { type Bits, bitAt } from "../cells/bits.js";
import { type Budget, spend, withShare } from "../cells/budget.js";
import { type ResourceCell, resourceCells } from "../cells/resource-cells.js";
import type { CompiledStatement } from "../compiled.js";
import { type Context, createConditionSearch } from "../conditions/search.js";
import { resourcesFor } from "../question.js";
import { ANY_RESOURCE, coversResource, type ResourcePattern } from "../resource-pattern.js";
import { type ConditionGap, createContextComparison, haveSameKeys } from "./context-difference.js";

export type Side = "before" | "after";
export type Sides = Readonly<Record<Side, readonly CompiledStatement[]>>;

/** Requests of one cell that only one side allows. */
export interface Difference {
  readonly kind: "difference";
  /** The side that allows them. */
  readonly side: Side;
  readonly action: ActionCell;
  readonly resource: string;
  /** The pattern of `by` that the resource fits. */
  readonly pattern: ResourcePattern;
  /** The same, or that of `deniedBy` where it is narrower: the differences lie within both. */
  readonly within: ResourcePattern;
  readonly context: Context;
  readonly by: CompiledStatement;
  /** The statement of the other side that denies it. */
  readonly deniedBy?: CompiledStatement;
}

export interface Gap extends ConditionGap {
  /** A service whose actions are in question, or a cell of actions. */
  readonly about: string | ActionCell;
}

/** Gives each difference, and each part that could not be looked through, as soon as it is known. */
export function* differences(
  sides: Sides,
  facts: DialectCatalog,
  budget: Budget,
): Generator<Difference | Gap> {
  if (haveSameKeys(sides.before, sides.after, contentKey)) return;
  const statements = [...sides.before, ...sides.after];
  const { cells, undecided } = withShare(budget, budget.left / 3, (part) =>
    actionCells(statements, facts, part),
  );
  for (const about of undecided) yield { kind: "undecided", about, reason: "budget", keys: [] };
  const tests = statements.flatMap((statement) => statement.tests);
  const compareContexts = createContextComparison(sides, createConditionSearch(tests, facts, budget));
  const parting = createParting(statements, facts, budget);
  for (const action of cells) {
    const parts = spend(budget, LOOKING * statements.length) ? parting(action) : undefined;
    if (parts === undefined) yield { kind: "undecided", about: action, reason: "budget", keys: [] };
    for (const { speaking, patternOf, resource } of parts ?? []) {
      for (const found of compareContexts(speaking)) {
        if (found.kind === "undecided") yield { ...found, about: action };
        else {
          const pattern = patternOf(found.by);
          const denied = found.deniedBy === undefined ? pattern : patternOf(found.deniedBy);
          const within = coversResource(pattern, denied) ? denied : pattern;
          yield { ...found, action, resource, pattern, within };
        }
      }
    }
  }
}

/** Steps that it takes to find out what one statement has to do with a cell. */
const LOOKING = 5;

/** Equal for statements that say the same, but for the order of their strings. */
function contentKey({ decision, actions, resources, testsKey }: CompiledStatement): string {
  return JSON.stringify([decision, [...actions].sort(), resources.map(({ key }) => key).sort(), testsKey]);
}

/** Resources of a cell of actions that the same statements speak of. */
interface Part {
  readonly speaking: Bits;
  readonly resource: string;
  readonly patternOf: (statement: CompiledStatement) => ResourcePattern;
}

type Parting = (action: ActionCell) => readonly Part[] | undefined;

/** Cuts a cell of actions into parts; undefined when the budget is used up. */
function createParting(
  statements: readonly CompiledStatement[],
  facts: DialectCatalog,
  budget: Budget,
): Parting {
  const any: ResourcePattern = { ...ANY_RESOURCE, text: facts.dialect.anyResource };
  const known = new Map<string, readonly ResourceCell[] | undefined>();
  return ({ named, subject }) => {
    const naming = statements.flatMap((statement, at) =>
      (named & bitAt(at)) === 0n ? [] : [{ statement, at }],
    );
    if (subject.reach === "resources-do-not-count") {
      return [{ speaking: named, resource: any.text, patternOf: () => any }];
    }
    const patterns = new Map<string, ResourcePattern>();
    for (const { statement } of naming) {
      for (const pattern of resourcesFor(subject, statement)) patterns.set(pattern.key, pattern);
    }
    const places = new Map(Array.from(patterns.keys(), (key, place) => [key, bitAt(place)]));
    const own = naming.map(({ statement, at }) => {
      const bits = resourcesFor(subject, statement).map(({ key }) => places.get(key) ?? 0n);
      return { at, bits: bits.reduce((sum, bit) => sum | bit, 0n) };
    });
    const id = [subject.ownService, ...patterns.keys()].join("\t");
    if (!known.has(id)) {
      const search = { service: subject.ownService, facts, budget };
      known.set(id, resourceCells([...patterns.values()], search));
    }
    return known.get(id)?.map(({ fitting, resource }) => {
      const speaking = own.reduce(
        (sum, { at, bits }) => ((bits & fitting) === 0n ? sum : sum | bitAt(at)),
        0n,
      );
      const fits = ({ key }: ResourcePattern) => ((places.get(key) ?? 0n) & fitting) !== 0n;
      return {
        speaking,
        resource,
        patternOf: (statement) => resourcesFor(subject, statement).find(fits) ?? any,
      };
    });
  };
}
