// The sentences of the page about access changes that say a number or one of a few values.
import { l10n } from "vscode";
import type { ComparedGap, ComparedItem } from "../../../server/src/protocol/compare.js";

/** A grants file is no policy. */
export type Counted = "policies" | "files";

/** How many of those whose text has changed, or what they name, have other access. */
export function totalInWords(changed: number, count: number, what: Counted): string {
  if (count === 0) return l10n.t("No policy has changed.");
  if (changed === 0) return TOTALS[what].unchanged(count);
  return TOTALS[what].changed(changed, count);
}

export function restInWords(count: number, what: Counted): string {
  return TOTALS[what].rest(count);
}

export function unchangedInWords(count: number, what: Counted): string {
  return TOTALS[what].others(count);
}

const TOTALS = {
  policies: {
    unchanged: (count: number) =>
      count === 1
        ? l10n.t("Access is unchanged in 1 changed policy.")
        : l10n.t("Access is unchanged in {count} changed policies.", { count }),
    changed: (changed: number, count: number) =>
      count === 1
        ? l10n.t("Access has changed in 1 of 1 changed policy.")
        : l10n.t("Access has changed in {changed} of {count} changed policies.", { changed, count }),
    rest: (count: number) =>
      count === 1
        ? l10n.t("1 more policy is in the table only.")
        : l10n.t("{count} more policies are in the table only.", { count }),
    others: (count: number) =>
      count === 1
        ? l10n.t("In 1 other policy the text has changed, and access has not.")
        : l10n.t("In {count} other policies the text has changed, and access has not.", { count }),
  },
  files: {
    unchanged: (count: number) =>
      count === 1
        ? l10n.t("Access is unchanged in 1 changed file.")
        : l10n.t("Access is unchanged in {count} changed files.", { count }),
    changed: (changed: number, count: number) =>
      count === 1
        ? l10n.t("Access has changed in 1 file.")
        : l10n.t("Access has changed in {changed} of {count} files.", { changed, count }),
    rest: (count: number) =>
      count === 1
        ? l10n.t("1 more file is in the table only.")
        : l10n.t("{count} more files are in the table only.", { count }),
    others: (count: number) =>
      count === 1
        ? l10n.t("In 1 other file the text has changed, and access has not.")
        : l10n.t("In {count} other files the text has changed, and access has not.", { count }),
  },
} as const;

export function moreItemsInWords(count: number): string {
  return count === 1 ? l10n.t("And 1 more change.") : l10n.t("And {count} more changes.", { count });
}

export function accessInWords(access: ComparedItem["access"]): string {
  switch (access) {
    case "read":
      return l10n.t("read");
    case "write":
      return l10n.t("write");
    case "unlisted":
      return l10n.t("unlisted");
    default:
      return access satisfies never;
  }
}

export function placeInWords(side: ComparedGap["side"], line: number | undefined): string {
  if (side === "before") {
    return line === undefined
      ? l10n.t("the earlier version")
      : l10n.t("the earlier version, line {line}", { line });
  }
  return line === undefined ? l10n.t("this version") : l10n.t("this version, line {line}", { line });
}

export function newInWords(what: "policy" | "grants" | "user" | "group"): string {
  switch (what) {
    case "policy":
      return l10n.t("new policy");
    case "grants":
      return l10n.t("new grants file");
    case "user":
      return l10n.t("new user");
    case "group":
      return l10n.t("new group");
    default:
      return what satisfies never;
  }
}

export function moreHoldersInWords(count: number): string {
  return count === 1
    ? l10n.t("And 1 more change of users or groups.")
    : l10n.t("And {count} more changes of users or groups.", { count });
}
