// What does a change of policies newly allow, and what does it take away? The answer is exact, or says what it leaves
// open; each difference comes with one request that shows it.
import type { Catalog, DialectCatalog } from "../../catalog/catalog.js";
import type { Dialect } from "../../policy/dialect.js";
import type { Policy } from "../../policy/model.js";
import type { Budget } from "../cells/budget.js";
import { type Compiled, compilePolicy } from "../compiled.js";
import type { Comparison, Undecided, Verdict } from "./comparison.js";
import { type Difference, differences, type Gap } from "./difference.js";
import { accessItems } from "./items.js";

export interface CompareOptions {
  /** How many steps the answer may take. */
  readonly budget?: number;
}

/** About a second's worth; policies at the size limit need a hundredth of it. */
const BUDGET = 2_000_000;

/** The policies of each side count together, as those attached to one user do. */
export function compare(
  before: readonly Policy[],
  after: readonly Policy[],
  catalog: Catalog,
  { budget: steps = BUDGET }: CompareOptions = {},
): Comparison {
  const budget: Budget = { left: steps };
  const parts = dialectsOf([...before, ...after]).map((dialect) => {
    const facts = catalog.of(dialect);
    const of = (policies: readonly Policy[]) =>
      compileAll(
        policies.filter((policy) => policy.dialect === dialect),
        facts,
      );
    return compareOfDialect(of(before), of(after), facts, budget);
  });
  const [gained, lost, undecided] = [
    parts.flatMap((part) => part.gained),
    parts.flatMap((part) => part.lost),
    parts.flatMap((part) => part.undecided),
  ];
  const verdict = verdictOf(gained.length > 0, lost.length > 0, undecided.length > 0);
  return { verdict, gained, lost, undecided, leftOut: parts.flatMap(({ leftOut }) => leftOut) };
}

function verdictOf(isGained: boolean, isLost: boolean, isUndecided: boolean): Verdict {
  if (isUndecided) return "indeterminate";
  if (isGained) return isLost ? "changed" : "widened";
  return isLost ? "narrowed" : "unchanged";
}

function dialectsOf(policies: readonly Policy[]): readonly Dialect[] {
  return [...new Set(policies.map(({ dialect }) => dialect))];
}

function compileAll(policies: readonly Policy[], facts: DialectCatalog): Compiled {
  const all = policies.map((policy) => compilePolicy(policy, facts));
  return {
    statements: all.flatMap(({ statements }) => statements),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  };
}

function compareOfDialect(
  before: Compiled,
  after: Compiled,
  facts: DialectCatalog,
  budget: Budget,
): Omit<Comparison, "verdict"> {
  const found: Difference[] = [];
  const gaps: Gap[] = [];
  const sides = { before: before.statements, after: after.statements };
  for (const one of differences(sides, facts, budget)) {
    if (one.kind === "difference") found.push(one);
    else gaps.push(one);
  }
  return {
    gained: accessItems(
      found.filter(({ side }) => side === "after"),
      facts,
    ),
    lost: accessItems(
      found.filter(({ side }) => side === "before"),
      facts,
    ),
    undecided: undecidedOf(gaps),
    leftOut: [...before.leftOut, ...after.leftOut],
  };
}

/** Gaps for the same reason are told together. */
function undecidedOf(gaps: readonly Gap[]): readonly Undecided[] {
  const merged = new Map<string, { actions: Set<string>; reason: Gap["reason"]; keys: readonly string[] }>();
  for (const { about, reason, keys } of gaps) {
    const id = JSON.stringify([reason, keys]);
    const known = merged.get(id) ?? { actions: new Set(), reason, keys };
    const actions =
      typeof about === "string"
        ? [`${about}:*`]
        : about.listed.length > 0
          ? about.listed.map(({ fullName }) => fullName)
          : [`${about.subject.key.split(":")[0]}:*`];
    for (const action of actions) known.actions.add(action);
    merged.set(id, known);
  }
  return Array.from(merged.values(), ({ actions, reason, keys }) => ({
    actions: [...actions],
    reason,
    keys,
  }));
}
