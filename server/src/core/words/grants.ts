// What is said of users and groups: `li.wei gains 3 writes and loses 1 read`, where their access comes from, and what
// is attached to them and does not count.
import * as l10n from "@vscode/l10n";
import type { AccessItem, Comparison } from "../access/comparison/comparison.js";
import { fill } from "./fill.js";
import { enumerate, enumerateEvents, list } from "./lists.js";
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
  return fill(GAPS[reason](), { name: quoted(text) });
}

/** `names` are the policies, with the groups that they come from. */
export function describeOrigins(names: readonly string[], most: number): string {
  return fill(l10n.t("Attached: {policies}"), { policies: list(names, most) });
}

/** `name` as people are to see it. */
export function describeOrigin(name: string, group: string | undefined): string {
  if (group === undefined) return name;
  return fill(l10n.t({ message: "{policy} ({group})", comment: ["the group that a policy comes from"] }), {
    policy: name,
    group,
  });
}

/** Of somebody whose policies allow nothing; `isCertain` unless something of it does not count. */
export function describeNothing(isCertain: boolean): string {
  return isCertain ? l10n.t("Grants nothing") : l10n.t("Grants nothing that is known");
}

/** What no vendor publishes is told by the pages that name the presets. */
export function describeScopeOfPresets(): string {
  return l10n.t("Presets count by their documented scope.");
}

export function describeMoreGaps(count: number): string {
  return fill(l10n.t("{count} more that do not count"), { count });
}

/** Users or groups by their names, as people are to see them: `li.wei and wang.fang`, `group trtc-ops`. */
export function describeNames(kind: "user" | "group", names: readonly string[]): string {
  const more = names.length - NAMED;
  const first = list(names.slice(0, NAMED), NAMED);
  const listed = more > 0 ? fill(andMore(kind), { names: first, more }) : enumerate(names);
  if (kind === "user") return listed;
  return fill(names.length === 1 ? l10n.t("group {names}") : l10n.t("groups {names}"), { names: listed });
}

/** Other languages count people in another way than things. */
function andMore(kind: "user" | "group"): string {
  return kind === "user"
    ? l10n.t({ message: "{names} and {more} more", comment: ["users"] })
    : l10n.t({ message: "{names} and {more} more", comment: ["groups"] });
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
    ...(gains === "" ? [] : [fill(gain(isOne), { actions: gains })]),
    ...(loses === "" ? [] : [fill(lose(isOne), { actions: loses })]),
    ...(undecided.length === 0 ? [] : [l10n.t("not all could be decided")]),
  ];
  const change = said.length === 0 ? same(isOne) : enumerateEvents(said);
  return fill(l10n.t("{names} {change}"), { names: describeNames(kind, names), change });
}

function gain(isOne: boolean): string {
  return isOne ? l10n.t("gains {actions}") : l10n.t("gain {actions} each");
}

function lose(isOne: boolean): string {
  return isOne ? l10n.t("loses {actions}") : l10n.t("lose {actions} each");
}

function same(isOne: boolean): string {
  return isOne ? l10n.t("keeps the same access") : l10n.t("keep the same access");
}

/** Names that are spelled out before the rest is counted. */
const NAMED = 3;

/** `3 writes and 2 reads`; an action that several statements allow counts once. */
function figuresOf(items: readonly AccessItem[]): string {
  return enumerate(
    ACCESSES.flatMap((access) => {
      const count = new Set(items.flatMap((item) => (item.access === access ? item.actions : []))).size;
      return count === 0 ? [] : [fill(FIGURES[access](count), { count })];
    }),
  );
}

const ACCESSES: readonly AccessItem["access"][] = ["write", "unlisted", "read"];

const FIGURES: Readonly<Record<AccessItem["access"], (count: number) => string>> = {
  write: (count) => (count === 1 ? l10n.t("1 write") : l10n.t("{count} writes")),
  unlisted: (count) => (count === 1 ? l10n.t("1 unlisted action") : l10n.t("{count} unlisted actions")),
  read: (count) => (count === 1 ? l10n.t("1 read") : l10n.t("{count} reads")),
};

const GAPS: Readonly<Record<GrantsGapWords["reason"], () => string>> = {
  "unknown-group": () => l10n.t("{name} is no group of this file"),
  "unknown-preset": () => l10n.t("{name} is no preset that the catalog knows, and does not count"),
  "undocumented-preset": () => l10n.t("{name} does not count, because no page says exactly what it grants"),
  "missing-file": () => l10n.t("{name} leads nowhere, and does not count"),
  "unreadable-file": () => l10n.t("{name} cannot be read, and does not count"),
  "broken-file": () => l10n.t("{name} is broken, and counts in part only"),
  "no-policy": () => l10n.t("{name} holds no policy that is read here, and does not count"),
  "other-dialect": () => l10n.t("{name} is a policy of another cloud, and does not count"),
};
