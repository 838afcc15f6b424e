// One test of a condition in words: `from 10.0.0.0/8`, `where qcs:resource_tag is env&prod`.
import * as l10n from "@vscode/l10n";
import { truthOf } from "../access/conditions/booleans.js";
import type { ConditionTest } from "../access/conditions/condition-test.js";
import type { Relation } from "../access/conditions/family.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { findKey } from "../catalog/conditions.js";
import { wordsIn } from "../text/words.js";
import { describeComparison, describeNothingCompared } from "./condition-comparison.js";
import { fill } from "./fill.js";
import { alternatives } from "./lists.js";
import type { Style } from "./style.js";

export interface Clause {
  readonly text: string;
  readonly kind: ClauseKind;
}

/** Of a negative one, the text says by itself what is excluded: `not from 10.0.0.0/8`. */
export type ClauseKind = "friendly" | "general" | "negative";

/** Values that are spelled out before the rest is counted. */
const NAMED_VALUES = 4;

export function describeTest(test: ConditionTest, facts: DialectCatalog, style: Style): Clause {
  const clause = friendly(test, facts, style) ?? { text: general(test, style), kind: "general" };
  if (!test.ifExists) return clause;
  return { ...clause, text: fill(l10n.t("{test} (or absent)"), { test: clause.text }) };
}

/** An operator that nobody knows; it is shown as it stands. */
export function describeUnknown(
  operator: string,
  key: string,
  values: readonly string[],
  style: Style,
): Clause {
  const named = { key: style.value(key), operator: style.quoted(operator) };
  const text =
    values.length === 0
      ? fill(l10n.t("where {key} {operator}"), named)
      : fill(l10n.t("where {key} {operator} {values}"), {
          ...named,
          values: alternatives(values.map(style.value), NAMED_VALUES),
        });
  return { text, kind: "general" };
}

/** Its condition stands there and cannot be read. */
export function describeUnreadable(): Clause {
  return { text: l10n.t("under a condition that cannot be read"), kind: "general" };
}

/** What everybody has a word for: where a request comes from, when it comes, and how its sender signed in. */
function friendly(test: ConditionTest, facts: DialectCatalog, style: Style): Clause | undefined {
  const { family, key, negated, relation, values } = test;
  if (test.asksSeveral || values.length === 0) return undefined;
  const known = findKey(key, facts);
  const words = known === undefined ? [] : wordsIn(known.name);
  const named = alternatives(values.map(style.value), NAMED_VALUES);
  if (family === "ip" && known?.type === "ip") {
    return negated
      ? { text: fill(l10n.t("not from {ranges}"), { ranges: named }), kind: "negative" }
      : { text: fill(l10n.t("from {ranges}"), { ranges: named }), kind: "friendly" };
  }
  if (family === "date" && words.at(-2) === "current" && words.at(-1) === "time") {
    return {
      text: fill(momentOf(relation, negated), { time: named }),
      kind: negated ? "negative" : "friendly",
    };
  }
  if (family === "boolean" && /^mfa(?: present)?$/.test(words.slice(1).join(" "))) {
    const truths = new Set(values.map((value) => truthOf(value) !== negated));
    if (truths.size > 1) return undefined;
    return { text: truths.has(true) ? l10n.t("with MFA") : l10n.t("without MFA"), kind: "friendly" };
  }
  return undefined;
}

function momentOf(relation: Relation, negated: boolean): string {
  switch (relation) {
    case "less":
      return negated ? l10n.t("not before {time}") : l10n.t("before {time}");
    case "less-equal":
      return negated ? l10n.t("not at or before {time}") : l10n.t("at or before {time}");
    case "greater":
      return negated ? l10n.t("not after {time}") : l10n.t("after {time}");
    case "greater-equal":
      return negated ? l10n.t("not at or after {time}") : l10n.t("at or after {time}");
    default:
      return negated ? l10n.t("not at {time}") : l10n.t("at {time}");
  }
}

function general(test: ConditionTest, style: Style): string {
  const { values, family } = test;
  if (values.length === 0) return describeNothingCompared(test, style);
  if (family !== "null") return describeComparison(test, style, NAMED_VALUES);
  const states = new Set(
    values.map((value) => (truthOf(value) === true ? l10n.t("absent") : l10n.t("present"))),
  );
  const named = { key: style.value(test.key), states: alternatives([...states], states.size) };
  return fill(l10n.t("where {key} is {states}"), named);
}
