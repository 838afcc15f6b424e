// What is said of users and groups: `li.wei gains 3 writes and loses 1 read`, where their access comes from, and what
// is attached to them and does not count.
import type { AccessItem, Comparison } from "../access/comparison/comparison.js";
import { enumerate, list, plural } from "./lists.js";
import { PLAIN, type Style } from "./style.js";

/** Something that is attached and of which nobody can say what it grants. */
export interface GrantsGapWords {
  /** A name or path as written, or the name of a group. */
  readonly text: string;
  readonly reason:
    | "unknown-group"
    | "unknown-preset"
    | "undocumented-preset"
    | "missing-file"
    | "unreadable-file"
    | "broken-file"
    | "no-policy"
    | "other-dialect";
}

export function describeGrantsGap({ text, reason }: GrantsGapWords, { quoted }: Style = PLAIN): string {
  return GAPS[reason](quoted(text));
}

/** `names` are the policies, with the groups that they come from. */
export function describeOrigins(names: readonly string[], most: number): string {
  return WORDS.attached(list(names, most));
}

/** `name` as people are to see it. */
export function describeOrigin(name: string, group: string | undefined): string {
  return group === undefined ? name : WORDS.throughGroup(name, group);
}

/** Of somebody whose policies allow nothing; `isCertain` unless something of it does not count. */
export function describeNothing(isCertain: boolean): string {
  return isCertain ? WORDS.nothing : WORDS.nothingKnown;
}

/** What no vendor publishes is told by the pages that name the presets. */
export const PRESETS_COUNT_BY_SCOPE = "Presets count by their documented scope.";

export function describeMoreGaps(count: number): string {
  return WORDS.moreGaps(count);
}

/** Users or groups by their names, as people are to see them: `li.wei and wang.fang`, `group trtc-ops`. */
export function describeNames(kind: "user" | "group", names: readonly string[]): string {
  const listed = names.length > NAMED ? list(names, NAMED) : enumerate(names);
  return kind === "user" ? listed : WORDS.groups(names.length, listed);
}

/** Who a change is about, and what it gives and takes away: `li.wei, sun.li and 2 more gain 3 writes each`. */
export function describeHolders(
  kind: "user" | "group",
  names: readonly string[],
  { gained, lost, undecided }: Comparison,
): string {
  const isOne = names.length === 1;
  const gains = figuresOf(gained);
  const loses = figuresOf(lost);
  const said = [
    ...(gains === "" ? [] : [isOne ? WORDS.gains(gains) : WORDS.gain(gains)]),
    ...(loses === "" ? [] : [isOne ? WORDS.loses(loses) : WORDS.lose(loses)]),
    ...(undecided.length === 0 ? [] : [WORDS.undecided]),
  ];
  return WORDS.who(
    describeNames(kind, names),
    said.length === 0 ? (isOne ? WORDS.same : WORDS.sameForAll) : enumerate(said),
  );
}

/** Names that are spelled out before the rest is counted. */
const NAMED = 3;

/** `3 writes and 2 reads`; an action that several statements allow counts once. */
function figuresOf(items: readonly AccessItem[]): string {
  return enumerate(
    ACCESSES.flatMap((access) => {
      const count = new Set(items.flatMap((item) => (item.access === access ? item.actions : []))).size;
      return count === 0 ? [] : [WORDS[access](count)];
    }),
  );
}

const ACCESSES: readonly AccessItem["access"][] = ["write", "unlisted", "read"];

const GAPS: Readonly<Record<GrantsGapWords["reason"], (text: string) => string>> = {
  "unknown-group": (text) => `${text} is no group of this file`,
  "unknown-preset": (text) => `${text} is no preset that the catalog knows, and does not count`,
  "undocumented-preset": (text) => `${text} does not count, because no page says exactly what it grants`,
  "missing-file": (text) => `${text} leads nowhere, and does not count`,
  "unreadable-file": (text) => `${text} cannot be read, and does not count`,
  "broken-file": (text) => `${text} is broken, and counts in part only`,
  "no-policy": (text) => `${text} holds no policy that is read here, and does not count`,
  "other-dialect": (text) => `${text} is a policy of another cloud, and does not count`,
};

const WORDS = {
  attached: (names: string) => `Attached: ${names}`,
  groups: (count: number, names: string) => `${plural(count, "group")} ${names}`,
  throughGroup: (name: string, group: string) => `${name} (${group})`,
  moreGaps: (count: number) => `${count} more that do not count`,
  nothing: "Grants nothing",
  nothingKnown: "Grants nothing that is known",
  who: (names: string, what: string) => `${names} ${what}`,
  gains: (what: string) => `gains ${what}`,
  gain: (what: string) => `gain ${what} each`,
  loses: (what: string) => `loses ${what}`,
  lose: (what: string) => `lose ${what} each`,
  same: "keeps the same access",
  sameForAll: "keep the same access",
  undecided: "not all could be decided",
  write: (count: number) => `${count} ${plural(count, "write")}`,
  unlisted: (count: number) => `${count} unlisted ${plural(count, "action")}`,
  read: (count: number) => `${count} ${plural(count, "read")}`,
} as const;
