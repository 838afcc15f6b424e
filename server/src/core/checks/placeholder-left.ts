// Finds what was copied from a guide and never filled in: placeholders and sample ids, in resources and in the
// values of conditions.
import type { DialectCatalog } from "../catalog/catalog.js";
import { isAllWithoutResources, isSampleResource } from "../catalog/resources.js";
import type { Dialect } from "../policy/dialect.js";
import type { Statement } from "../policy/model.js";
import {
  fillPlaceholders,
  hasPlaceholder,
  placeholdersIn,
  unfilledPlaceholders,
} from "../policy/placeholders.js";
import { quotedTogether } from "../text/quoted.js";
import { itemsOf, type StringValue } from "../text/value.js";
import { defineCheck } from "./check.js";

export const placeholderLeft = defineCheck({
  id: "placeholder-left",
  title: "Placeholder was never filled in",
  category: "resource",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  // Only where the resource would be well-formed with something in the placeholder's stead.
  supersedes: ["malformed-resource"],
  perStatement: true,
  needs: {
    role: "condition",
    resource: (text, reading, { dialect }) =>
      hasPlaceholder(text) ||
      (reading.kind === "resource" && reading.account === dialect.sampleResources?.account),
  },
  messages: {
    resource: 'The placeholder {found} in "{text}" was never filled in',
    several: 'The placeholders {found} in "{text}" were never filled in',
    variable: '{found} stands for a number only in the last segment, in "{text}" it is a placeholder',
    condition: 'The placeholder "{found}" among the values of "{key}" was never filled in',
    sample: '"{text}" is an example of the guides: account and application are no real ones',
  },

  *run({ statements, dialect }, { facts }) {
    for (const statement of statements) {
      yield* inResources(statement, dialect, facts);
      yield* inCondition(statement, dialect);
    }
  },
});

function* inResources(statement: Statement, dialect: Dialect, facts: DialectCatalog) {
  for (const { text, span } of statement.resources) {
    const reading = facts.resource(text);
    if (reading.kind === "resource" && isSampleResource(reading, dialect)) {
      yield { span, message: "sample", values: { text } } as const;
      continue;
    }
    const found = [...new Set(unfilledPlaceholders(text, reading, dialect).map((one) => one.text))];
    if (found.length === 0 || !isReadWhenFilled(text, facts)) continue;
    if (isAllWithoutResources(facts, statement)) return;
    const isVariable = found.every((one) => dialect.variables?.includes(one));
    yield {
      span,
      message: found.length > 1 ? "several" : isVariable ? "variable" : "resource",
      values: { text, found: quotedTogether(found) },
    } as const;
  }
}

/** A placeholder may hold blanks; what is malformed for another reason is left to `malformed-resource`. */
function isReadWhenFilled(text: string, facts: DialectCatalog): boolean {
  return facts.resource(fillPlaceholders(text, "x")).kind === "resource";
}

function* inCondition({ condition }: Statement, { variables = [] }: Dialect) {
  if (condition?.value?.kind !== "map") return;
  for (const { value: keys } of condition.value.entries) {
    if (keys?.kind !== "map") continue;
    for (const { key, value } of keys.entries) {
      for (const item of itemsOf(value)) {
        const found = item.kind === "string" ? inValue(item, variables) : undefined;
        if (found === undefined) continue;
        yield { span: item.span, message: "condition", values: { found, key: key.text } } as const;
      }
    }
  }
}

/** A dollar sign may be part of a value; a word behind it is a placeholder only where it is all there is. */
function inValue({ text }: StringValue, variables: readonly string[]): string | undefined {
  return placeholdersIn(text).find(
    (one) => !variables.includes(one.text) && (/[{<]/.test(one.text) || one.text === text),
  )?.text;
}
