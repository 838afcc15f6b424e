// How the name of a condition operator is put together: a prefix for keys with several values, the operator
// itself, and a suffix for requests without the key. Which operators there are is left to the catalog.
import { type Span, spanOf } from "../text/span.js";
import type { Dialect } from "./dialect.js";
import { withoutStrayBlanks } from "./stray-blanks.js";

export interface OperatorName {
  /** What the prefix says of a key with several values; absent without one. */
  readonly quantifier?: "any" | "all";
  readonly ifExists: boolean;
  /** The three parts as written, stray blanks left out; those that are not there are empty. */
  readonly prefix: string;
  readonly base: string;
  readonly suffix: string;
  /** Where the operator itself stands in the string; all of it where blanks shift the parts. */
  readonly baseSpan: Span;
}

export function readOperatorName(text: string, dialect: Dialect): OperatorName {
  const { anyValue, allValues, ifExists } = dialect.operatorAffixes;
  const fold = foldFor(dialect);
  const name = withoutStrayBlanks(text);
  const folded = fold(name);
  const quantifier = startsWith(folded, fold(anyValue))
    ? "any"
    : startsWith(folded, fold(allValues))
      ? "all"
      : undefined;
  const start = quantifier === undefined ? 0 : (quantifier === "any" ? anyValue : allValues).length;
  const hasSuffix = ifExists !== "" && folded.length > start && folded.slice(start).endsWith(fold(ifExists));
  const end = hasSuffix ? name.length - ifExists.length : name.length;
  return {
    ...(quantifier && { quantifier }),
    ifExists: hasSuffix,
    prefix: name.slice(0, start),
    base: name.slice(start, end),
    suffix: name.slice(end),
    baseSpan: name === text ? spanOf(start, end) : spanOf(0, text.length),
  };
}

/** The name of an operator with the affixes that another name has, in the spelling of the dialect. */
export function writeOperatorName(
  base: string,
  {
    quantifier,
    ifExists,
  }: Pick<OperatorName, "ifExists"> & { readonly quantifier?: "any" | "all" | undefined },
  { operatorAffixes }: Dialect,
): string {
  const { anyValue, allValues, ifExists: suffix } = operatorAffixes;
  const prefix = quantifier === undefined ? "" : quantifier === "any" ? anyValue : allValues;
  return `${prefix}${base}${ifExists ? suffix : ""}`;
}

/** What makes names equal that the service is thought to take for the same. */
export function foldFor({ conditions }: Dialect): (name: string) => string {
  return conditions?.operatorCase === "accepted" ? (name) => name.toLowerCase() : (name) => name;
}

function startsWith(name: string, prefix: string): boolean {
  return prefix !== "" && name.startsWith(prefix);
}
