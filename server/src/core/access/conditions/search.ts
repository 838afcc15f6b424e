// Is there a request whose context meets some tests and fails others? Each key has a few cells (key-cells.ts), so
// the question is a puzzle over finite domains. It is solved as such puzzles are: what must hold leaves some cells of
// each key, what must fail needs one test that fails, the choice with the fewest ways is tried first.
import type { DialectCatalog } from "../../catalog/catalog.js";
import { type Bits, bitAt } from "../cells/bits.js";
import { type Budget, spend } from "../cells/budget.js";
import { KNOWN_KEYS_HAVE_ONE_VALUE } from "../readings.js";
import type { ConditionTest } from "./condition-test.js";
import { isOfMixedTypes, type KeyCell, keyCells } from "./key-cells.js";

export type Context = Readonly<Record<string, readonly string[]>>;

export type Found =
  | { readonly kind: "context"; readonly context: Context }
  | { readonly kind: "none" }
  | {
      readonly kind: "undecided";
      readonly reason: "budget" | "mixed-types";
      readonly keys: readonly string[];
    };

export interface Puzzle {
  /** All of them hold. */
  readonly met: readonly ConditionTest[];
  /** Of each list at least one test fails; an empty list cannot fail. */
  readonly failed: readonly (readonly ConditionTest[])[];
}

export interface ConditionSearch {
  readonly find: (puzzle: Puzzle) => Found;
}

/** `asked` are the tests of all policies in question: whether a key may have several values depends on them. */
export function createConditionSearch(
  asked: readonly ConditionTest[],
  facts: DialectCatalog,
  budget: Budget,
): ConditionSearch {
  const several = keysWithSeveral(asked, facts);
  const known = new Map<string, readonly KeyCell[] | undefined>();
  const cellsOf = (key: string, tests: readonly ConditionTest[]) => {
    const id = tests.map((test) => test.id).join("\n");
    if (!known.has(id)) known.set(id, keyCells(tests, several.has(key), budget));
    return known.get(id);
  };
  return { find: (puzzle) => findContext(puzzle, cellsOf, budget) };
}

function keysWithSeveral(asked: readonly ConditionTest[], { keys }: DialectCatalog): ReadonlySet<string> {
  const several = new Set<string>();
  for (const { key, asksSeveral } of asked) {
    const type = keys.get(key)?.type;
    const hasOne = KNOWN_KEYS_HAVE_ONE_VALUE && type !== undefined && type !== "tag";
    if (asksSeveral || !hasOne) several.add(key);
  }
  return several;
}

/** A key with the cells that are left of it. */
interface Domain {
  readonly places: ReadonlyMap<string, number>;
  readonly cells: readonly KeyCell[];
}

type Domains = ReadonlyMap<string, Domain>;

function findContext(
  { met, failed }: Puzzle,
  cellsOf: (key: string, tests: readonly ConditionTest[]) => readonly KeyCell[] | undefined,
  budget: Budget,
): Found {
  if (failed.some((tests) => tests.length === 0)) return NONE;
  const count = failed.reduce((sum, tests) => sum + tests.length, met.length);
  if (!spend(budget, READING * count)) return { kind: "undecided", reason: "budget", keys: [] };
  const byKey = new Map<string, Map<string, ConditionTest>>();
  for (const test of [...met, ...failed.flat()]) {
    const known = byKey.get(test.key);
    if (known === undefined) byKey.set(test.key, new Map([[test.id, test]]));
    else known.set(test.id, test);
  }
  const domains = new Map<string, Domain>();
  const mixed: string[] = [];
  for (const [key, byId] of byKey) {
    const tests = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const cells = cellsOf(key, tests);
    if (cells === undefined) return { kind: "undecided", reason: "budget", keys: [key] };
    if (isOfMixedTypes(tests)) mixed.push(key);
    domains.set(key, { cells, places: new Map(tests.map(({ id }, place) => [id, place])) });
  }
  const left = met.reduce<Domains | undefined>((all, test) => all && withTest(all, test, true), domains);
  const solved = left && solve(left, failed, budget);
  if (solved === "budget") return { kind: "undecided", reason: "budget", keys: [...byKey.keys()] };
  if (solved !== undefined) return { kind: "context", context: contextOf(solved) };
  return mixed.length === 0 ? NONE : { kind: "undecided", reason: "mixed-types", keys: mixed };
}

/** Steps that it takes to get ready for one test. */
const READING = 5;
const NONE: Found = { kind: "none" };

function solve(
  domains: Domains,
  failed: readonly (readonly ConditionTest[])[],
  budget: Budget,
): Domains | "budget" | undefined {
  const open: (readonly ConditionTest[])[] = [];
  for (const tests of failed) {
    if (!spend(budget, tests.length)) return "budget";
    const states = tests.map((test) => stateOf(domains, test));
    if (states.includes("fails")) continue;
    const choices = tests.filter((_, at) => states[at] === "either");
    if (choices.length === 0) return undefined;
    open.push(choices);
  }
  if (open.length === 0) return domains;
  const narrowest = open.reduce((one, other) => (other.length < one.length ? other : one));
  let left: Domains | undefined = domains;
  for (const test of narrowest) {
    const failing = withTest(left, test, false);
    const solved = failing && solve(failing, open, budget);
    if (solved !== undefined) return solved;
    // It cannot fail: what is tried next may count on that.
    left = withTest(left, test, true);
    if (left === undefined) return undefined;
  }
  return undefined;
}

function stateOf(domains: Domains, { key, id }: ConditionTest): "holds" | "fails" | "either" {
  const domain = domains.get(key);
  const bit = bitOf(domain, id);
  const isHeld = ({ holding }: KeyCell) => (holding & bit) !== 0n;
  if (domain === undefined || domain.cells.every(isHeld)) return "holds";
  return domain.cells.some(isHeld) ? "either" : "fails";
}

/** What is left when a test holds, or fails; undefined where nothing is. */
function withTest(domains: Domains, { key, id }: ConditionTest, holds: boolean): Domains | undefined {
  const domain = domains.get(key);
  if (domain === undefined) return domains;
  const bit = bitOf(domain, id);
  const cells = domain.cells.filter(({ holding }) => ((holding & bit) !== 0n) === holds);
  return cells.length === 0 ? undefined : new Map(domains).set(key, { ...domain, cells });
}

function bitOf(domain: Domain | undefined, id: string): Bits {
  const place = domain?.places.get(id);
  return place === undefined ? 0n : bitAt(place);
}

/** The simplest that is left of each key. */
function contextOf(domains: Domains): Context {
  // Keys come from policies, `__proto__` among them.
  return Object.fromEntries(
    Array.from(domains, ([key, { cells }]) => [key, cells[0]?.values] as const).flatMap(([key, values]) =>
      values === undefined ? [] : [[key, values] as const],
    ),
  );
}

/** Whether some request meets all the tests; undefined where it was not decided within the budget. */
export function canHold(
  tests: readonly ConditionTest[],
  facts: DialectCatalog,
  budget: Budget,
): boolean | undefined {
  const { kind } = createConditionSearch(tests, facts, budget).find({ met: tests, failed: [] });
  return kind === "undecided" ? undefined : kind === "context";
}
