// Parts of the page about access changes: what is gained and lost, with a request that shows each difference, and what
// could not be read. Places become links by a function.
import { l10n } from "vscode";
import type {
  ComparedGap,
  ComparedItem,
  ComparedRange,
  CompareResult,
} from "../../../server/src/protocol/compare.js";
import { listOf } from "../words.js";
import { accessInWords, moreItemsInWords, placeInWords } from "./change-words.js";
import { bullets, code, heading, linked, plain } from "./markdown.js";

export type Side = ComparedGap["side"];

/** Where a place of one of the versions is opened, or one of a policy that it names; undefined where it cannot be. */
export type LinkTo = (side: Side, range: ComparedRange, attached?: string) => string | undefined;

/** Changes of one policy; the others are counted. */
const MOST_ITEMS = 60;
/** Actions that are listed; nobody reads more. */
const MOST_ACTIONS = 200;

/** Undecided and unread things come last. */
export function changesOf(
  change: Pick<CompareResult, "gained" | "lost" | "undecided" | "gaps">,
  level: number,
  linkTo: LinkTo,
): readonly string[] {
  return [
    ...itemsOf("after", change.gained, level, linkTo),
    ...itemsOf("before", change.lost, level, linkTo),
    ...openOf(change, level, linkTo),
  ];
}

export function openOf(
  { undecided, gaps }: Pick<CompareResult, "undecided" | "gaps">,
  level: number,
  linkTo: LinkTo,
): readonly string[] {
  return [
    ...(undecided.length === 0 ? [] : [heading(level, l10n.t("Not decided")), bullets(undecided)]),
    ...(gaps.length === 0
      ? []
      : [heading(level, l10n.t("Not read")), bullets(gaps.map((gap) => gapInWords(gap, linkTo)))]),
  ];
}

function gapInWords({ side, line, reason }: ComparedGap, linkTo: LinkTo): string {
  const start = { line: (line ?? 1) - 1, character: 0 };
  const address = line === undefined ? undefined : linkTo(side, { start, end: start });
  const place = linked(placeInWords(side, line), address);
  return l10n.t("{place}: {reason}", { place, reason: plain(reason) });
}

function itemsOf(
  side: Side,
  items: readonly ComparedItem[],
  level: number,
  linkTo: LinkTo,
): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length - MOST_ITEMS;
  return [
    heading(level, side === "after" ? l10n.t("Gained") : l10n.t("Lost")),
    items
      .slice(0, MOST_ITEMS)
      .map((item) => entryOf(side, item, linkTo))
      .join("\n"),
    ...(more > 0 ? [moreItemsInWords(more)] : []),
  ];
}

function entryOf(side: Side, item: ComparedItem, linkTo: LinkTo): string {
  const { access, actions, named, where, except, other, example, doubt, by, element, file } = item;
  const allowedBy = linked(by, linkTo(side, element, file));
  const details = [
    ...[except, other].flatMap((note) => (note === undefined ? [] : [note])),
    side === "after"
      ? l10n.t("now allowed by {statement}", { statement: allowedBy })
      : l10n.t("no longer allowed by {statement}", { statement: allowedBy }),
    l10n.t("for example {example}", { example }),
    ...(doubt === undefined ? [] : [doubt]),
    // Where all of them are named already, they need not be listed again.
    ...(actions.every((action) => named.includes(action)) ? [] : [allActions(actions)]),
  ];
  const entry = l10n.t("{access}: {actions} on {where}", {
    access: access === "read" ? accessInWords(access) : `**${accessInWords(access)}**`,
    actions: named,
    where,
  });
  return [`- ${entry}`, ...details.map((detail) => `  - ${detail}`)].join("\n");
}

function allActions(actions: readonly string[]): string {
  const count = actions.length;
  const some = listOf(actions.slice(0, MOST_ACTIONS).map(code));
  const more = count - MOST_ACTIONS;
  return more > 0
    ? l10n.t("of all {count}: {actions} and {more} more", { count, actions: some, more })
    : l10n.t("all {count}: {actions}", { count, actions: some });
}
