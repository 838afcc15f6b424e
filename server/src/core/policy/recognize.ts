// Decides whose policy a text is. Content decides; the file's name is asked only when content is silent.
import { isString, itemsOf, type MapValue, type Value } from "../text/value.js";
import type { Dialect } from "./dialect.js";

/**
 * Whether a document that nobody declared is a policy of this dialect: it has the dialect's version beside a
 * list of statements, or its elements in the right case and at least one string of its grammar. In other case
 * (`Version` for `version`), version and strings must both be there.
 */
export function isCertain(map: MapValue, dialect: Dialect): boolean {
  const statement = valueOfElement(map, dialect, "statement", "any");
  if (statement?.kind !== "list" && statement?.kind !== "map") return false;
  const version = valueOfElement(map, dialect, "version", "any");
  if (version?.kind !== "string" && version?.kind !== "number") return false;
  const isExact =
    statement === valueOfElement(map, dialect, "statement", "exact") &&
    version === valueOfElement(map, dialect, "version", "exact");
  if (isExact && version.text === dialect.version.current) return true;
  if (!isExact && !sameVersion(version.text, dialect.version.current)) return false;
  return weighStrings(statement, dialect) >= 3;
}

/** The dialect with the heaviest marks; undefined where there is none, or where two weigh the same. */
export function dialectByContent(map: MapValue, dialects: readonly Dialect[]): Dialect | undefined {
  const weights = dialects.map((dialect) => ({ dialect, weight: weighOutline(map, dialect) }));
  weights.sort((a, b) => b.weight - a.weight);
  let heaviest: Dialect | undefined;
  let most = 0;
  for (const { dialect, weight } of weights) {
    // The strings take nearly all the time; where they cannot change the order, they are not looked at.
    if (weight + HEAVIEST_STRINGS < most) continue;
    const sum = weight + weighStrings(valueOfElement(map, dialect, "statement", "any"), dialect);
    if (sum === most) heaviest = undefined;
    if (sum <= most) continue;
    heaviest = dialect;
    most = sum;
  }
  return heaviest;
}

/**
 * Whether its version and the exact names of its elements, beside actions of its grammar, tell a dialect from all
 * others without a look at anything else.
 */
export function isUnmistakable({ elements, version, wrapper }: Dialect, others: readonly Dialect[]): boolean {
  const names = elements.policy.map(({ name }) => name);
  if (!names.some((name) => name.toLowerCase() === "statement")) return false;
  return (
    [...others].every(
      (other) =>
        !sameVersion(version.current, other.version.current) &&
        !other.elements.policy.some(({ name }) => names.includes(name)) &&
        !names.includes(other.wrapper?.[0] ?? ""),
    ) && !names.includes(wrapper?.[0] ?? "")
  );
}

/** Names that say of themselves that the file is a policy: it is judged whatever it holds. */
export function isPolicyFileName(fileName: string, dialects: readonly Dialect[]): boolean {
  return fileName.toLowerCase().endsWith(".policy.json") || dialectByName(fileName, dialects) !== undefined;
}

export function dialectByName(fileName: string, dialects: readonly Dialect[]): Dialect | undefined {
  const lower = fileName.toLowerCase();
  return dialects.find((dialect) => lower.endsWith(dialect.fileSuffix));
}

/**
 * Strings of a dialect's own grammar (a resource prefix, actions with the right number of parts) weigh more
 * than the version, the version more than the case of element names: that is the order in which people
 * make mistakes.
 */
function weighOutline(map: MapValue, dialect: Dialect): number {
  const version = valueOfElement(map, dialect, "version", "any");
  const isVersion =
    version !== undefined && "text" in version && sameVersion(version.text, dialect.version.current);
  const exactNames = dialect.elements.policy.filter((rule) =>
    map.entries.some((entry) => entry.key.text === rule.name),
  );
  return (isVersion ? 4 : 0) + exactNames.length;
}

/** `2` and `2.0` are the same slip away from the number 2.0. */
function sameVersion(text: string, current: string): boolean {
  return text === current || `${text}.0` === current;
}

const HEAVIEST_STRINGS = 1 + 3 + 5;

/** So many statements, and so many strings of each, tell the dialect of a policy. */
const LOOKED_AT = 20;

function weighStrings(statement: Value | undefined, dialect: Dialect): number {
  let names = 0;
  let actions = 0;
  let resources = 0;
  for (const item of itemsOf(statement).slice(0, LOOKED_AT)) {
    if (item.kind !== "map") continue;
    for (const rule of dialect.elements.statement) {
      const entry = item.entries.find(({ key }) => key.text.toLowerCase() === rule.name.toLowerCase());
      if (entry?.key.text === rule.name) names = 1;
      const strings = itemsOf(entry?.value).filter(isString).slice(0, LOOKED_AT);
      if (rule.role === "action")
        actions = Math.max(
          actions,
          share(strings, (text) => text !== "*" && dialect.readAction(text).kind === "action"),
        );
      if (rule.role === "resource") {
        resources = Math.max(
          resources,
          share(
            strings,
            (text) => text !== dialect.anyResource && dialect.readResource(text).kind === "resource",
          ),
        );
      }
    }
    if (actions > 0 && resources > 0) break;
  }
  return names + 3 * actions + 5 * resources;
}

/** 1 where at least half of the strings are of the grammar. */
function share(strings: readonly { text: string }[], test: (text: string) => boolean): number {
  if (strings.length === 0) return 0;
  return strings.filter(({ text }) => test(text)).length * 2 >= strings.length ? 1 : 0;
}

function valueOfElement(
  map: MapValue,
  dialect: Dialect,
  role: "version" | "statement",
  nameCase: "exact" | "any",
): Value | undefined {
  const name = dialect.elements.policy.find((rule) => rule.role === role)?.name ?? role;
  const entry = map.entries.find(({ key }) =>
    nameCase === "exact" ? key.text === name : key.text.toLowerCase() === name.toLowerCase(),
  );
  return entry?.value;
}
