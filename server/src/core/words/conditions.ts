// When a statement counts, in one phrase: `only from 10.0.0.0/8 and with MFA`.
import * as l10n from "@vscode/l10n";
import { readTest } from "../access/conditions/condition-test.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import type { Statement } from "../policy/model.js";
import {
  type Clause,
  type ClauseKind,
  describeTest,
  describeUnknown,
  describeUnreadable,
} from "./condition-clause.js";
import { fill } from "./fill.js";
import { enumerateTests } from "./lists.js";
import { PLAIN, type Style } from "./style.js";

/** Null for a statement without conditions. */
export function describeConditions(
  statement: Statement,
  facts: DialectCatalog,
  style: Style = PLAIN,
): string | null {
  const clauses = clausesOf(statement, facts, style);
  if (clauses.length === 0) return null;
  const tests = phraseOf(clauses);
  return isNegative(clauses)
    ? fill(l10n.t({ message: "{tests}", comment: ["conditions that begin with `not`"] }), { tests })
    : fill(l10n.t("only {tests}"), { tests });
}

/** Behind or before what happens then: `only from 10.0.0.0/8`, `when not from 10.0.0.0/8`. Null as above. */
export function describeWhen(
  statement: Statement,
  facts: DialectCatalog,
  style: Style = PLAIN,
): string | null {
  const clauses = clausesOf(statement, facts, style);
  if (clauses.length === 0) return null;
  const tests = phraseOf(clauses);
  return isNegative(clauses)
    ? fill(l10n.t({ message: "when {tests}", comment: ["beside what happens then"] }), { tests })
    : fill(l10n.t({ message: "only {tests}", comment: ["beside what happens then"] }), { tests });
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
  const tests = phraseOf(clauses);
  if (on === undefined) {
    return isNegative(clauses)
      ? fill(l10n.t("except when {tests}"), { tests })
      : fill(l10n.t("except {tests}"), { tests });
  }
  return isNegative(clauses)
    ? fill(l10n.t("except on {resources} when {tests}"), { resources: on, tests })
    : fill(l10n.t("except on {resources} {tests}"), { resources: on, tests });
}

/** Tests that are spelled out before the rest is counted. */
const NAMED_TESTS = 6;

function phraseOf(clauses: readonly Clause[]): string {
  const texts = clauses.map(({ text }) => text);
  const more = texts.length - NAMED_TESTS;
  if (more <= 0) return enumerateTests(texts);
  const rest = fill(l10n.t({ message: "{count} more", comment: ["tests of a condition"] }), { count: more });
  return enumerateTests([...texts.slice(0, NAMED_TESTS), rest]);
}

function isNegative([first]: readonly Clause[]): boolean {
  return first?.kind === "negative";
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
    add(describeUnreadable());
  }
  return [...clauses.values()].sort((one, other) => PLACES[one.kind] - PLACES[other.kind]);
}

const PLACES: Readonly<Record<ClauseKind, number>> = { friendly: 0, general: 1, negative: 2 };
