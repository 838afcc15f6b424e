// One test of a condition in words: `from 10.0.0.0/8`, `where qcs:resource_tag is env&prod`.

import { truthOf } from "../access/conditions/booleans.js";
import type { ConditionTest } from "../access/conditions/condition-test.js";
import type { Relation } from "../access/conditions/family.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { findKey } from "../catalog/conditions.js";
import { wordsIn } from "../text/words.js";
import { alternatives, list } from "./lists.js";
import type { Style } from "./style.js";

export interface Clause {
  readonly text: string;
  /** It begins with `not`. */
  readonly isNegative: boolean;
}

/** Values that are spelled out before the rest is counted. */
const NAMED_VALUES = 4;

export function describeTest(test: ConditionTest, facts: DialectCatalog, style: Style): Clause {
  const { text, isNegative = false } = friendly(test, facts, style) ?? { text: general(test, style) };
  return { text: test.ifExists ? `${text} (or absent)` : text, isNegative };
}

/** An operator that nobody knows; it is shown as it stands. */
export function describeUnknown(
  operator: string,
  key: string,
  values: readonly string[],
  style: Style,
): Clause {
  const named = alternatives(values.map(style.value), NAMED_VALUES);
  return {
    text: `where ${style.value(key)} ${style.quoted(operator)} ${named}`.trimEnd(),
    isNegative: false,
  };
}

/** What everybody has a word for: where a request comes from, when it comes, and how its sender signed in. */
function friendly(
  test: ConditionTest,
  facts: DialectCatalog,
  style: Style,
): { readonly text: string; readonly isNegative?: boolean } | undefined {
  const { family, key, negated, relation, values } = test;
  if (test.asksSeveral || values.length === 0) return undefined;
  const known = findKey(key, facts);
  const words = known === undefined ? [] : wordsIn(known.name);
  const named = alternatives(values.map(style.value), NAMED_VALUES);
  const not = negated ? "not " : "";
  if (family === "ip" && known?.type === "ip") return { text: `${not}from ${named}`, isNegative: negated };
  if (family === "date" && words.slice(-2).join(" ") === "current time") {
    return { text: `${not}${MOMENTS[relation] ?? "at"} ${named}`, isNegative: negated };
  }
  if (family === "boolean" && /^mfa(?: present)?$/.test(words.slice(1).join(" "))) {
    const truths = new Set(values.map((value) => truthOf(value) !== negated));
    if (truths.size === 1) return { text: truths.has(true) ? "with MFA" : "without MFA" };
  }
  return undefined;
}

const MOMENTS: Readonly<Partial<Record<Relation, string>>> = {
  less: "before",
  "less-equal": "at or before",
  greater: "after",
  "greater-equal": "at or after",
};

function general(test: ConditionTest, style: Style): string {
  const { asksSeveral, quantifier, values, family } = test;
  const isPlural = asksSeveral && quantifier === "all";
  const name = style.value(test.key);
  const subject = asksSeveral ? `${quantifier === "all" ? "all of" : "any of"} ${name}` : name;
  if (family === "null") {
    const states = [...new Set(values.map((value) => (truthOf(value) === true ? "absent" : "present")))];
    return `where ${name} is ${states.length === 0 ? "compared with nothing" : states.join(" or ")}`;
  }
  if (values.length === 0) return `where ${subject} ${isPlural ? "are" : "is"} compared with nothing`;
  return `where ${subject} ${predicate(test, isPlural, values.map(style.value))}`;
}

/** `is env&prod`, `are none of 1, 2`, `starts with x`. */
function predicate(
  { family, relation, negated }: ConditionTest,
  isPlural: boolean,
  values: readonly string[],
): string {
  const none = values.length > 1 ? `none of ${list(values, NAMED_VALUES)}` : undefined;
  const named = alternatives(values, NAMED_VALUES);
  if (relation === "start" || relation === "end") {
    const verb = `${relation}${isPlural ? "" : "s"} with`;
    if (!negated) return `${verb} ${named}`;
    return none === undefined
      ? `${isPlural ? "do" : "does"} not ${relation} with ${named}`
      : `${verb} ${none}`;
  }
  const is = isPlural ? "are" : "is";
  const how = family === "ip" ? "in " : family === "date" ? (WHEN[relation] ?? "") : (HOW[relation] ?? "");
  const text = !negated
    ? `${is} ${how}${named}`
    : `${is} ${none === undefined ? `not ${how}${named}` : how + none}`;
  return relation === "equal-ignoring-case" ? `${text} in any case` : text;
}

const HOW: Readonly<Partial<Record<Relation, string>>> = {
  like: "like ",
  less: "below ",
  "less-equal": "at most ",
  greater: "above ",
  "greater-equal": "at least ",
};

const WHEN: Readonly<Partial<Record<Relation, string>>> = {
  less: "before ",
  "less-equal": "at or before ",
  greater: "after ",
  "greater-equal": "at or after ",
};
