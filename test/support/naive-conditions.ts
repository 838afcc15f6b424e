// Does one condition of a statement hold for a request? Asked directly, operator by operator; the readings where
// the documents are silent are those of the design, and nothing is shared with the engine.
import { BlockList, isIP } from "node:net";

/** A key that is missing is absent; an empty list is an empty set. */
export type NaiveContext = Readonly<Record<string, readonly string[]>>;

export interface NaiveCondition {
  /** As written, with prefix and suffix. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

interface Comparison {
  readonly isNegated?: true;
  /** Whether a value of the request fits one of the policy; the negated operators ask for the contrary. */
  readonly fits: (actual: string, wanted: string) => boolean;
}

export function holds({ operator, key, values }: NaiveCondition, context: NaiveContext): boolean {
  const [, prefix = "", base = "", suffix = ""] = AFFIXES.exec(operator.toLowerCase()) ?? [];
  const actual = Object.hasOwn(context, key) ? context[key] : undefined;
  if (base === "null" || base === "null_equal") {
    // Absent and empty are the same to this operator only.
    const isNull = actual === undefined || actual.length === 0;
    return values.some((value) => value.toLowerCase() === String(isNull));
  }
  const comparison = COMPARISONS[base];
  if (comparison === undefined) throw new Error(`the oracle does not know the operator ${operator}`);
  // Without the suffix nothing holds for an absent key: neither a negated operator nor one for all values.
  if (actual === undefined) return suffix !== "";
  const isMet = (one: string) => {
    const isAmongThem = values.some((value) => comparison.fits(one, value));
    return comparison.isNegated === true ? !isAmongThem : isAmongThem;
  };
  const isForAll = prefix === "for_all_value:" || prefix === "forallvalues:";
  return isForAll ? actual.every(isMet) : actual.some(isMet);
}

const AFFIXES =
  /^(for_any_value:|for_all_value:|foranyvalue:|forallvalues:)?(.*?)(_if_exist|(?<=[a-z])ifexists)?$/;

const isSame = (one: string, other: string) => one === other;
const isSameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const isLike = (text: string, pattern: string) => matchesStars(pattern, text);
const isBefore = (one: number, other: number) => one < other;
const isAfter = (one: number, other: number) => one > other;
const isEqual = (one: number, other: number) => one === other;
const isNotAfter = (one: number, other: number) => one <= other;
const isNotBefore = (one: number, other: number) => one >= other;

/** By the name in lower case: the operators of the second cloud are accepted in any case. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  string_equal: { fits: isSame },
  string_not_equal: { fits: isSame, isNegated: true },
  string_equal_ignore_case: { fits: isSameText },
  string_not_equal_ignore_case: { fits: isSameText, isNegated: true },
  string_like: { fits: isLike },
  string_not_like: { fits: isLike, isNegated: true },
  binary_equal: { fits: isSame },
  numeric_equal: { fits: orItself(numbers(isEqual)) },
  numeric_not_equal: { fits: orItself(numbers(isEqual)), isNegated: true },
  numeric_less_than: { fits: numbers(isBefore) },
  numeric_less_than_equal: { fits: numbers(isNotAfter) },
  numeric_greater_than: { fits: numbers(isAfter) },
  numeric_greater_than_equal: { fits: numbers(isNotBefore) },
  date_equal: { fits: orItself(dates(isEqual)) },
  date_not_equal: { fits: orItself(dates(isEqual)), isNegated: true },
  date_less_than: { fits: dates(isBefore) },
  date_less_than_equal: { fits: dates(isNotAfter) },
  date_greater_than: { fits: dates(isAfter) },
  date_greater_than_equal: { fits: dates(isNotBefore) },
  ip_equal: { fits: orItself(isWithin) },
  ip_not_equal: { fits: orItself(isWithin), isNegated: true },
  bool_equal: { fits: isSameText },

  stringequals: { fits: isSame },
  stringnotequals: { fits: isSame, isNegated: true },
  stringequalsignorecase: { fits: isSameText },
  stringnotequalsignorecase: { fits: isSameText, isNegated: true },
  stringmatch: { fits: matchesStarsAndMarks },
  stringnotmatch: { fits: matchesStarsAndMarks, isNegated: true },
  stringlike: { fits: isLike },
  stringnotlike: { fits: isLike, isNegated: true },
  stringstartwith: { fits: (text, start) => text.startsWith(start) },
  stringnotstartwith: { fits: (text, start) => text.startsWith(start), isNegated: true },
  stringendwith: { fits: (text, end) => text.endsWith(end) },
  stringnotendwith: { fits: (text, end) => text.endsWith(end), isNegated: true },
  numberequals: { fits: orItself(numbers(isEqual)) },
  numbernotequals: { fits: orItself(numbers(isEqual)), isNegated: true },
  numberlessthan: { fits: numbers(isBefore) },
  numberlessthanequals: { fits: numbers(isNotAfter) },
  numbergreaterthan: { fits: numbers(isAfter) },
  numbergreaterthanequals: { fits: numbers(isNotBefore) },
  dateequals: { fits: orItself(dates(isEqual)) },
  datelessthan: { fits: dates(isBefore) },
  datelessthanequals: { fits: dates(isNotAfter) },
  dategreaterthan: { fits: dates(isAfter) },
  dategreaterthanequals: { fits: dates(isNotBefore) },
  bool: { fits: isSameText },
  ipaddress: { fits: orItself(isWithin) },
  notipaddress: { fits: orItself(isWithin), isNegated: true },
};

/** `*` stands for any text. */
export function matchesStars(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.split("*").map(literally).join(".*")}$`, "su").test(text);
}

/** `*` stands for any text, `?` for one character. */
function matchesStarsAndMarks(text: string, pattern: string): boolean {
  const pieces = pattern.split("*").map((piece) => piece.split("?").map(literally).join("."));
  return new RegExp(`^${pieces.join(".*")}$`, "su").test(text);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** What stands for a variable is unknown: it equals itself alone. */
function orItself(fits: Comparison["fits"]): Comparison["fits"] {
  return (actual, wanted) => (wanted.startsWith("${") ? actual === wanted : fits(actual, wanted));
}

function numbers(compare: (one: number, other: number) => boolean): Comparison["fits"] {
  // What is no number is NaN, and NaN fits nothing.
  const read = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
  return (actual, wanted) => compare(read(actual), read(wanted));
}

function dates(compare: (one: number, other: number) => boolean): Comparison["fits"] {
  // `Date.parse` would read much more than ISO 8601.
  const read = (text: string) => (/^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN);
  return (actual, wanted) => compare(read(actual), read(wanted));
}

function isWithin(actual: string, wanted: string): boolean {
  const [address = "", bits] = wanted.split("/");
  const family = isIP(address);
  if (family === 0 || isIP(actual) !== family) return false;
  const name = family === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(address, Number(bits ?? (family === 4 ? 32 : 128)), name);
  return list.check(actual, name);
}
