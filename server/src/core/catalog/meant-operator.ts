// Finds the condition operator that a name was meant to be: misspelled, or in the words of another cloud.
// `StringEquals`, `string_equal` and `STRING-EQUALS` are the same words, and no table of names is needed.
import { writeOperatorName } from "../policy/operator-name.js";
import { nearest } from "../text/nearest.js";
import { wordsIn } from "../text/words.js";
import type { DialectCatalog } from "./catalog.js";
import type { DialectData, OperatorData } from "./data.js";

/** Gives the whole name, affixes included, in the spelling of the dialect; undefined where nothing is near. */
export type OperatorFinder = (text: string, fits?: Fits) => string | undefined;

/** Leaves out what may not stand in the place of the name. */
type Fits = (operator: OperatorData) => boolean;

export function createOperatorFinder({ data, dialect }: DialectCatalog): OperatorFinder {
  // Made when first asked for: most policies have no such name.
  let known: readonly { readonly operator: OperatorData; readonly words: string }[] | undefined;
  return (text, fits = () => true) => {
    const [name = "", prefix, ...more] = text.split(":").reverse();
    const quantifier = prefix === undefined ? undefined : quantifierOf(prefix);
    if (more.length > 0 || (prefix !== undefined && quantifier === undefined)) return undefined;
    const base = withoutSuffix(name);
    known ??= data.operators.map((operator) => ({ operator, words: wordsOf(operator.name) }));
    const wanted = wordsOf(base);
    const same = known.flatMap(({ operator, words }) =>
      words === wanted && fits(operator) ? [operator] : [],
    );
    // Those that every page shows are meant before those that only some do.
    const found = same.find(({ doubtful }) => doubtful !== true) ?? same[0] ?? nearestName(base, data, fits);
    if (found === undefined) return undefined;
    const ifExists = base !== name && found.type !== "null";
    return writeOperatorName(found.name, { quantifier, ifExists }, dialect);
  };
}

function nearestName(base: string, { operators }: DialectData, fits: Fits): OperatorData | undefined {
  const candidates = operators.filter(fits);
  const found = nearest(
    base,
    candidates.map(({ name }) => name),
  );
  return candidates.find(({ name }) => name === found);
}

function quantifierOf(prefix: string): "any" | "all" | undefined {
  const words = wordsIn(prefix).join("");
  if (/^for(?:any|each|some)values?$/.test(words)) return "any";
  return /^for(?:all|every)values?$/.test(words) ? "all" : undefined;
}

function withoutSuffix(name: string): string {
  return name.replace(/[_-]?if[_-]?exi?s?i?ts?$/i, "");
}

/** What other clouds call it; an empty word says nothing of its own. */
const SYNONYMS: Readonly<Record<string, string>> = {
  address: "equal",
  arn: "string",
  boolean: "bool",
  datetime: "date",
  greaterthan: "greater",
  ignorecase: "case",
  ignore: "",
  is: "equal",
  larger: "greater",
  lessthan: "less",
  like: "match",
  numeric: "number",
  or: "",
  than: "",
  time: "date",
  to: "",
};

/** What an operator compares with stands first; where nothing follows, equality is meant. */
const TYPES = ["binary", "bool", "date", "ip", "null", "number", "string"];

/** The words of a name in one order and without endings. */
function wordsOf(name: string): string {
  const words = wordsIn(name)
    .map((word) => word.replace(/(?<=[^s])s$/, ""))
    .map((word) => (Object.hasOwn(SYNONYMS, word) ? (SYNONYMS[word] ?? word) : word))
    .filter((word) => word !== "");
  const [only] = words;
  if (words.length === 1 && only !== undefined && TYPES.includes(only)) words.push("equal");
  return words.sort().join(" ");
}
