// Lays out what has changed in policies as a page in Markdown: the verdict, what is gained and lost with writes first,
// and a request that shows each difference. Knows nothing of git and of editors; places become links by a function.
import { l10n } from "vscode";
import type { CompareResult } from "../../../server/src/protocol/compare.js";
import { inRow } from "../words.js";
import { changesOf, type LinkTo } from "./change-items.js";
import { type Counted, newInWords, restInWords, totalInWords, unchangedInWords } from "./change-words.js";
import { holdersOf } from "./holders-section.js";
import { cell, code, heading, plain } from "./markdown.js";

export interface ComparedFile {
  /** As people are shown it. */
  readonly path: string;
  /** What it was compared with, as people call it. */
  readonly base: string;
  readonly result: CompareResult;
  readonly linkTo: LinkTo;
}

export interface UncomparedFile {
  readonly path: string;
  /** In words. */
  readonly reason: string;
}

/** Policies with all that is to be said of them; the others are counted. */
const MOST_FILES = 100;

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
  const what = files.some(({ result }) => result.holders !== undefined) ? "files" : "policies";
  const parts = [
    heading(1, l10n.t("Access changes since {base}", { base: plain(base) })),
    totalInWords(told.length, files.length, what),
    ...(full.length < 2 ? [] : [overview(told, what)]),
    ...full.flatMap((file) => [heading(2, code(file.path)), ...sectionOf(file, 3)]),
    ...(rest.length === 0 ? [] : [restInWords(rest.length, what)]),
    ...(unchanged === 0 || told.length === 0 ? [] : [unchangedInWords(unchanged, what)]),
    ...uncompared.map(({ path, reason }) =>
      l10n.t("{file} is not compared: {reason}.", { file: code(path), reason: plain(reason) }),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** One line for each policy, of which the first ones are told in full below. */
function overview(files: readonly ComparedFile[], what: Counted): string {
  const rows = files.map(({ path, result }) => `| ${cell(code(path))} | ${cell(summaryOf(result))} |`);
  const head = what === "files" ? l10n.t("File") : l10n.t("Policy");
  return [`| ${head} | ${l10n.t("Access")} |`, "| --- | --- |", ...rows].join("\n");
}

function sectionOf({ base, result, linkTo }: ComparedFile, level: number): readonly string[] {
  const summary = l10n.t("{summary} (compared with {base})", {
    summary: summaryOf(result),
    base: plain(base),
  });
  if (result.holders !== undefined) return [summary, ...holdersOf(result, result.holders, level, linkTo)];
  return [summary, ...changesOf(result, level, linkTo)];
}

function summaryOf({ title, figures, isNew, isDeleted, mayHide, holders }: CompareResult): string {
  const notes = [
    ...(isNew ? [newInWords(holders === undefined ? "policy" : "grants")] : []),
    ...(isDeleted ? [l10n.t("deleted")] : []),
    ...figures.map(plain),
    ...(mayHide ? [l10n.t("as far as it could be read")] : []),
  ];
  return inRow([`**${plain(title)}**`, ...notes]);
}

/** What a reviewer has to look at first comes first; of equal weight, in the order given. */
function byWeight(files: readonly ComparedFile[]): readonly ComparedFile[] {
  const weighed = files.map((file) => ({ file, weight: weightOf(file.result) }));
  return weighed.sort((one, other) => other.weight - one.weight).map(({ file }) => file);
}

function weightOf(result: CompareResult): number {
  return Math.max(ownWeight(result), ...(result.holders ?? []).map(ownWeight));
}

function ownWeight({ gained, lost, undecided, mayHide }: Omit<CompareResult, "figures">): number {
  if (gained.some(({ access }) => access === "write")) return 5;
  if (gained.some(({ access }) => access === "unlisted")) return 4;
  if (gained.length > 0) return 3;
  if (undecided.length > 0 || mayHide) return 2;
  return lost.length > 0 ? 1 : 0;
}
