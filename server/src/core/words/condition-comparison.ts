// How a condition compares its key, where there is no better word for it: `where all of qcs:request_tag are env&prod`.
import * as l10n from "@vscode/l10n";
import type { ConditionTest } from "../access/conditions/condition-test.js";
import type { Relation } from "../access/conditions/family.js";
import { fill } from "./fill.js";
import { alternatives, list } from "./lists.js";
import type { Style } from "./style.js";

/** At most `most` of the values are spelled out. */
export function describeComparison(test: ConditionTest, style: Style, most: number): string {
  const values = test.values.map(style.value);
  const isNone = test.negated && values.length > 1;
  const form = !test.negated ? "is" : isNone ? "isNone" : "isNot";
  const named = isNone ? list(values, most) : alternatives(values, most);
  const { relation } = test;
  if (relation === "start" || relation === "end") {
    const asked = isPlural(test) ? ENDS_OF_ALL[relation] : ENDS[relation];
    return fill(asked[form](), { subject: subjectOf(test, style), values: named });
  }
  return fill(templateOf(test, form), { subject: subjectWithVerb(test, style), values: named });
}

/** Of a test without values. */
export function describeNothingCompared(test: ConditionTest, style: Style): string {
  const subject = subjectWithVerb(test, style);
  return fill(l10n.t("where {subject} compared with nothing"), { subject });
}

type Form = "is" | "isNot" | "isNone";

/** Templates with `{subject}` and `{values}`. */
type Forms = Readonly<Record<Form, () => string>>;

function isPlural({ asksSeveral, quantifier, family }: ConditionTest): boolean {
  return asksSeveral && quantifier === "all" && family !== "null";
}

function subjectOf(test: ConditionTest, style: Style): string {
  const key = style.value(test.key);
  if (!test.asksSeveral) return key;
  return isPlural(test) ? fill(l10n.t("all of {key}"), { key }) : fill(l10n.t("any of {key}"), { key });
}

/** In English the verb agrees with it; the rest is the same for one value and for all. */
function subjectWithVerb(test: ConditionTest, style: Style): string {
  const key = style.value(test.key);
  if (isPlural(test)) return fill(l10n.t("all of {key} are"), { key });
  if (test.asksSeveral && test.family !== "null") return fill(l10n.t("any of {key} is"), { key });
  return fill(l10n.t("{key} is"), { key });
}

function templateOf({ family, relation, negated }: ConditionTest, form: Form): string {
  if (family === "ip") return IN[form]();
  const order = ORDERS[relation];
  if (order === undefined) return (FORMS[relation] ?? EQUAL)[form]();
  const { says, opposite } = order[family === "date" ? "date" : "number"];
  return negated ? opposite() : says();
}

const EQUAL: Forms = {
  is: () => l10n.t("where {subject} {values}"),
  isNot: () => l10n.t("where {subject} not {values}"),
  isNone: () => l10n.t("where {subject} none of {values}"),
};

const IN: Forms = {
  is: () => l10n.t("where {subject} in {values}"),
  isNot: () => l10n.t("where {subject} not in {values}"),
  isNone: () => l10n.t("where {subject} in none of {values}"),
};

const FORMS: Readonly<Partial<Record<Relation, Forms>>> = {
  like: {
    is: () => l10n.t("where {subject} like {values}"),
    isNot: () => l10n.t("where {subject} not like {values}"),
    isNone: () => l10n.t("where {subject} like none of {values}"),
  },
  "equal-ignoring-case": {
    is: () => l10n.t("where {subject} {values} in any case"),
    isNot: () => l10n.t("where {subject} not {values} in any case"),
    isNone: () => l10n.t("where {subject} none of {values} in any case"),
  },
};

const ENDS: Readonly<Record<"start" | "end", Forms>> = {
  start: {
    is: () => l10n.t("where {subject} starts with {values}"),
    isNot: () => l10n.t("where {subject} does not start with {values}"),
    isNone: () => l10n.t("where {subject} starts with none of {values}"),
  },
  end: {
    is: () => l10n.t("where {subject} ends with {values}"),
    isNot: () => l10n.t("where {subject} does not end with {values}"),
    isNone: () => l10n.t("where {subject} ends with none of {values}"),
  },
};

const ENDS_OF_ALL: Readonly<Record<"start" | "end", Forms>> = {
  start: {
    is: () => l10n.t("where {subject} start with {values}"),
    isNot: () => l10n.t("where {subject} do not start with {values}"),
    isNone: () => l10n.t("where {subject} start with none of {values}"),
  },
  end: {
    is: () => l10n.t("where {subject} end with {values}"),
    isNot: () => l10n.t("where {subject} do not end with {values}"),
    isNone: () => l10n.t("where {subject} end with none of {values}"),
  },
};

const below = () => l10n.t("where {subject} below {values}");
const atMost = () => l10n.t("where {subject} at most {values}");
const above = () => l10n.t("where {subject} above {values}");
const atLeast = () => l10n.t("where {subject} at least {values}");

const before = () => l10n.t("where {subject} before {values}");
const atOrBefore = () => l10n.t("where {subject} at or before {values}");
const after = () => l10n.t("where {subject} after {values}");
const atOrAfter = () => l10n.t("where {subject} at or after {values}");

interface Order {
  readonly says: () => string;
  /** What is left where that is not so. */
  readonly opposite: () => string;
}

const ORDERS: Readonly<Partial<Record<Relation, Readonly<Record<"number" | "date", Order>>>>> = {
  less: {
    number: { says: below, opposite: atLeast },
    date: { says: before, opposite: atOrAfter },
  },
  "less-equal": {
    number: { says: atMost, opposite: above },
    date: { says: atOrBefore, opposite: after },
  },
  greater: {
    number: { says: above, opposite: atMost },
    date: { says: after, opposite: atOrBefore },
  },
  "greater-equal": {
    number: { says: atLeast, opposite: below },
    date: { says: atOrAfter, opposite: before },
  },
};
