// Lays out what has changed in policies as a page in Markdown: the verdict, what is gained and lost with writes first,
// and a request that shows each difference. Knows nothing of git and of editors; places become links by a function.
import { l10n } from "vscode";
import type {
  ComparedGap,
  ComparedItem,
  ComparedRange,
  CompareResult,
} from "../../../server/src/protocol/compare.js";
import { inRow, listOf } from "../words.js";
import {
  accessInWords,
  moreItemsInWords,
  placeInWords,
  restInWords,
  totalInWords,
  unchangedInWords,
} from "./change-words.js";

export interface ComparedFile {
  /** As people are shown it. */
  readonly path: string;
  /** What it was compared with, as people call it. */
  readonly base: string;
  readonly result: CompareResult;
  /** Where a place of one of the versions is opened; undefined where it cannot be. */
  readonly linkTo: (side: Side, range: ComparedRange) => string | undefined;
}

export type Side = ComparedGap["side"];

export interface UncomparedFile {
  readonly path: string;
  /** In words. */
  readonly reason: string;
}

/** Policies with all that is to be said of them, and changes of one policy; the others are counted. */
const MOST_FILES = 100;
const MOST_ITEMS = 60;
/** Actions that are listed; nobody reads more. */
const MOST_ACTIONS = 200;

/** The page about one file that somebody asked about. */
export function filePage(file: ComparedFile): string {
  return [titleOf(file.path), ...sectionOf(file, 2)].join("\n\n").concat("\n");
}

/** The page about one file that cannot be compared, or is no policy in either version. */
export function emptyPage(path: string, reason: string): string {
  return `${titleOf(path)}\n\n${l10n.t("Nothing is compared: {reason}.", { reason: plain(reason) })}\n`;
}

function titleOf(path: string): string {
  return heading(
    1,
    path === "" ? l10n.t("Access changes") : l10n.t("Access changes in {file}", { file: code(path) }),
  );
}

export interface ManyFiles {
  /** What they were compared with. */
  readonly base: string;
  /** Policies, changed or not. */
  readonly files: readonly ComparedFile[];
  readonly uncompared: readonly UncomparedFile[];
}

/** The page about all that has changed; what widens access the most comes first. */
export function manyFilesPage({ base, files, uncompared }: ManyFiles): string {
  const told = byWeight(files.filter(({ result }) => weightOf(result) > 0));
  const full = told.slice(0, MOST_FILES);
  const rest = told.slice(MOST_FILES);
  const unchanged = files.length - told.length;
  const parts = [
    heading(1, l10n.t("Access changes since {base}", { base: plain(base) })),
    totalInWords(told.length, files.length),
    ...(full.length < 2 ? [] : [overview(told)]),
    ...full.flatMap((file) => [heading(2, code(file.path)), ...sectionOf(file, 3)]),
    ...(rest.length === 0 ? [] : [restInWords(rest.length)]),
    ...(unchanged === 0 || told.length === 0 ? [] : [unchangedInWords(unchanged)]),
    ...uncompared.map(({ path, reason }) =>
      l10n.t("{file} is not compared: {reason}.", { file: code(path), reason: plain(reason) }),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** One line for each policy, of which the first ones are told in full below. */
function overview(files: readonly ComparedFile[]): string {
  const rows = files.map(({ path, result }) => `| ${cell(code(path))} | ${cell(summaryOf(result))} |`);
  return [`| ${l10n.t("Policy")} | ${l10n.t("Access")} |`, "| --- | --- |", ...rows].join("\n");
}

function sectionOf({ base, result, linkTo }: ComparedFile, level: number): readonly string[] {
  const { gained, lost, undecided, gaps } = result;
  return [
    l10n.t("{summary} (compared with {base})", { summary: summaryOf(result), base: plain(base) }),
    ...itemsOf("after", l10n.t("Gained"), gained, level, linkTo),
    ...itemsOf("before", l10n.t("Lost"), lost, level, linkTo),
    ...(undecided.length === 0 ? [] : [heading(level, l10n.t("Not decided")), bullets(undecided)]),
    ...(gaps.length === 0
      ? []
      : [heading(level, l10n.t("Not read")), bullets(gaps.map((gap) => gapInWords(gap, linkTo)))]),
  ];
}

function gapInWords({ side, line, reason }: ComparedGap, linkTo: ComparedFile["linkTo"]): string {
  const start = { line: (line ?? 1) - 1, character: 0 };
  const address = line === undefined ? undefined : linkTo(side, { start, end: start });
  const place = linked(placeInWords(side, line), address);
  return l10n.t("{place}: {reason}", { place, reason: plain(reason) });
}

function summaryOf({ title, figures, isNew, isDeleted, mayHide }: CompareResult): string {
  const notes = [
    ...(isNew ? [l10n.t("new policy")] : []),
    ...(isDeleted ? [l10n.t("deleted")] : []),
    ...figures.map(plain),
    ...(mayHide ? [l10n.t("as far as it could be read")] : []),
  ];
  return inRow([`**${plain(title)}**`, ...notes]);
}

function itemsOf(
  side: Side,
  title: string,
  items: readonly ComparedItem[],
  level: number,
  linkTo: ComparedFile["linkTo"],
): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length - MOST_ITEMS;
  return [
    heading(level, title),
    items
      .slice(0, MOST_ITEMS)
      .map((item) => entryOf(side, item, linkTo))
      .join("\n"),
    ...(more > 0 ? [moreItemsInWords(more)] : []),
  ];
}

function entryOf(side: Side, item: ComparedItem, linkTo: ComparedFile["linkTo"]): string {
  const { access, actions, named, where, except, other, example, doubt, by, element } = item;
  const allowedBy = linked(plain(by), linkTo(side, element));
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

/** What a reviewer has to look at first comes first; of equal weight, in the order given. */
function byWeight(files: readonly ComparedFile[]): readonly ComparedFile[] {
  const weighed = files.map((file) => ({ file, weight: weightOf(file.result) }));
  return weighed.sort((one, other) => other.weight - one.weight).map(({ file }) => file);
}

function weightOf({ gained, lost, undecided, mayHide }: CompareResult): number {
  if (gained.some(({ access }) => access === "write")) return 5;
  if (gained.some(({ access }) => access === "unlisted")) return 4;
  if (gained.length > 0) return 3;
  if (undecided.length > 0 || mayHide) return 2;
  return lost.length > 0 ? 1 : 0;
}

function heading(level: number, text: string): string {
  return `${"#".repeat(level)} ${text}`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

/** Angle brackets let an address have blanks and parentheses. */
function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `[${text}](<${address}>)`;
}

function code(text: string): string {
  return `\`${text.replace(/\s+/g, " ").replaceAll("`", "'")}\``;
}

/** A bar would end the cell, in code too. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** Without any meaning in Markdown of its own. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+!|<>~]/g, "\\$&");
}
