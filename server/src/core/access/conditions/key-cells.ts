// Which values of one condition key can a comparison tell apart? The tests on a key split all that a request can
// have there into cells: values for which the same tests hold. There are few, because tests compare with constants:
// nothing happens between two neighboring numbers, or inside a range of addresses.
import { type Bits, bitAt, bitsKey } from "../cells/bits.js";
import { type Budget, spend } from "../cells/budget.js";
import { cellTexts } from "../cells/glob-cells.js";
import { type ConditionTest, FAMILIES, isVariable } from "./condition-test.js";
import { textGlob } from "./texts.js";

export interface KeyCell {
  /** The tests that hold, by their places in the list. */
  readonly holding: Bits;
  /** What a request of this cell has there; undefined for a request that lacks the key. */
  readonly values: readonly string[] | undefined;
}

/**
 * The cells of one key, the simplest first; undefined when the budget is used up. `several`: a request may have
 * several values there, or a list of none.
 */
export function keyCells(
  tests: readonly ConditionTest[],
  several: boolean,
  budget: Budget,
): readonly KeyCell[] | undefined {
  const samples = valueSamples(tests, budget);
  const compared = tests.reduce((sum, { values }) => sum + 1 + values.length, 0);
  if (samples === undefined || !spend(budget, 2 * samples.length * compared)) return undefined;
  const cells = new Map<string, KeyCell>();
  const add = (values: readonly string[] | undefined) => {
    const holding = holdingOf(tests, values);
    const key = bitsKey(holding);
    if (cells.has(key)) return undefined;
    const cell = { holding, values };
    cells.set(key, cell);
    return cell;
  };
  add(undefined);
  // One value for each way in which a value can fit, whether or not that is a cell of its own.
  const single = new Map<string, string>();
  for (const sample of samples) {
    const fitting = bitsKey(fittingOf(tests, sample));
    if (!single.has(fitting)) single.set(fitting, sample);
    add([sample]);
  }
  if (!several) return [...cells.values()];
  add([]);
  let front: readonly (readonly string[])[] = Array.from(single.values(), (value) => [value]);
  while (front.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const values of front) {
      for (const value of single.values()) {
        if (!spend(budget, values.length * compared)) return undefined;
        if (values.includes(value)) continue;
        const cell = add([...values, value]);
        if (cell?.values !== undefined) longer.push(cell.values);
      }
    }
    front = longer;
  }
  return [...cells.values()];
}

function holdingOf(tests: readonly ConditionTest[], values: readonly string[] | undefined): Bits {
  let holding = 0n;
  for (const [at, { holds }] of tests.entries()) if (holds(values)) holding |= bitAt(at);
  return holding;
}

function fittingOf(tests: readonly ConditionTest[], value: string): Bits {
  let fitting = 0n;
  for (const [at, { fits }] of tests.entries()) if (fits(value)) fitting |= bitAt(at);
  return fitting;
}

/** At least one value for each way in which a single value can fit the tests. */
function valueSamples(tests: readonly ConditionTest[], budget: Budget): readonly string[] | undefined {
  const samples = new Set<string>();
  for (const [name, family] of Object.entries(FAMILIES)) {
    const values = tests.filter((test) => test.family === name).flatMap((test) => test.values);
    if (values.length === 0) continue;
    for (const sample of family.samples([...new Set(values)])) samples.add(sample);
    for (const value of values) if (isVariable(value)) samples.add(value);
  }
  const texts = textSamples(
    tests.filter(({ family }) => family === "text"),
    budget,
  );
  if (texts === undefined) return undefined;
  for (const text of texts) samples.add(text);
  return samples.size > 0 ? [...samples] : ["x"];
}

function textSamples(tests: readonly ConditionTest[], budget: Budget): readonly string[] | undefined {
  if (tests.length === 0) return [];
  const exact = new Set<string>();
  const globs = new Map<string, ReturnType<typeof textGlob>>();
  for (const { relation, wildcards, values } of tests) {
    for (const value of values) {
      if (relation === "equal") exact.add(value);
      else globs.set(`${relation} ${wildcards} ${value}`, textGlob(relation, value, wildcards));
    }
  }
  const found = cellTexts([...globs.values()], budget, exact);
  return found === undefined ? undefined : [...exact, ...found];
}

/** Values of one key that are compared as several types: how these hang together cannot be told by trying. */
export function isOfMixedTypes(tests: readonly ConditionTest[]): boolean {
  const families = new Set(tests.map(({ family }) => family).filter((family) => family !== "null"));
  return families.size > 1;
}
