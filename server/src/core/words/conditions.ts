// When a statement counts, in one phrase: `only from 10.0.0.0/8 and with MFA`.
import { readTest } from "../access/conditions/condition-test.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import type { Statement } from "../policy/model.js";
import { type Clause, describeTest, describeUnknown } from "./condition-clause.js";
import { enumerate } from "./lists.js";
import { PLAIN, type Style } from "./style.js";

/** Null for a statement without conditions. */
export function describeConditions(
  statement: Statement,
  facts: DialectCatalog,
  style: Style = PLAIN,
): string | null {
  const clauses = clausesOf(statement, facts, style);
  if (clauses.length === 0) return null;
  return `${clauses[0]?.isNegative === true ? "" : "only "}${phraseOf(clauses)}`;
}

/**
 * What a deny takes away: `except from 192.168.0.0/16`, `except on app 1400100200 from 192.168.0.0/16`. Null for a
 * statement without conditions.
 */
export function describeException(
  statement: Statement,
  facts: DialectCatalog,
  style: Style = PLAIN,
  { on }: { readonly on?: string } = {},
): string | null {
  const clauses = clausesOf(statement, facts, style);
  if (clauses.length === 0) return null;
  const where = on === undefined ? "" : `on ${on} `;
  return `except ${where}${clauses[0]?.isNegative === true ? "when " : ""}${phraseOf(clauses)}`;
}

/** Tests that are spelled out before the rest is counted. */
const NAMED_TESTS = 6;

function phraseOf(clauses: readonly Clause[]): string {
  const texts = clauses.map(({ text }) => text);
  if (texts.length <= NAMED_TESTS) return enumerate(texts);
  return enumerate([...texts.slice(0, NAMED_TESTS), `${texts.length - NAMED_TESTS} more`]);
}

/** The shortest words stand first, what begins with `not` last: `from 10.0.0.0/8 and not from 10.1.0.0/16`. */
function clausesOf(
  { operators, conditionFaults }: Statement,
  facts: DialectCatalog,
  style: Style,
): readonly Clause[] {
  const clauses = new Map<string, Clause>();
  const add = (clause: Clause) => clauses.set(clause.text, clause);
  for (const operator of operators) {
    for (const key of operator.keys) {
      const { test } = readTest(operator, key, facts);
      if (test === undefined) {
        const values = key.values.map(({ text }) => text);
        add(describeUnknown(operator.key.text, key.name, values, style));
      } else add(describeTest(test, facts, style));
    }
  }
  if (conditionFaults.some(({ kind }) => kind === "condition" || kind === "operator")) {
    add({ text: "under a condition that cannot be read", isNegative: false });
  }
  return [...clauses.values()].sort((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ text, isNegative }: Clause): number {
  return isNegative ? 2 : /^(?:where|under) /.test(text) ? 1 : 0;
}
