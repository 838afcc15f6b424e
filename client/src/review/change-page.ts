// Lays out what has changed in policies as a page in Markdown: the verdict, what is gained and lost with writes first,
// and a request that shows each difference. Knows neither VS Code nor git; places become links by a function.
import type { ComparedItem, ComparedRange, CompareResult } from "../../../server/src/protocol/compare.js";

export interface ComparedFile {
  /** As people are shown it. */
  readonly path: string;
  /** What it was compared with, as people call it. */
  readonly base: string;
  readonly result: CompareResult;
  /** Where a place of one of the versions is opened; undefined where it cannot be. */
  readonly linkTo: (side: Side, range: ComparedRange) => string | undefined;
}

export type Side = "before" | "after";

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
  return [heading(1, TEXTS.titleOfFile(code(file.path))), ...sectionOf(file, 2)].join("\n\n").concat("\n");
}

/** The page about one file that cannot be compared, or is no policy in either version. */
export function emptyPage(path: string, reason: string): string {
  return `${heading(1, TEXTS.titleOfFile(code(path)))}\n\n${TEXTS.notCompared(plain(reason))}\n`;
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
    heading(1, TEXTS.titleOfMany(plain(base))),
    TEXTS.total(told.length, files.length),
    ...(full.length < 2 ? [] : [overview(told)]),
    ...full.flatMap((file) => [heading(2, code(file.path)), ...sectionOf(file, 3)]),
    ...(rest.length === 0 ? [] : [TEXTS.rest(rest.length)]),
    ...(unchanged === 0 || told.length === 0 ? [] : [TEXTS.unchanged(unchanged)]),
    ...uncompared.map(({ path, reason }) => TEXTS.fileNotCompared(code(path), plain(reason))),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** One line for each policy, of which the first ones are told in full below. */
function overview(files: readonly ComparedFile[]): string {
  const rows = files.map(({ path, result }) => `| ${cell(code(path))} | ${cell(summaryOf(result))} |`);
  return [`| ${TEXTS.policy} | ${TEXTS.access} |`, "| --- | --- |", ...rows].join("\n");
}

function sectionOf({ base, result, linkTo }: ComparedFile, level: number): readonly string[] {
  const { gained, lost, undecided, gaps } = result;
  return [
    TEXTS.summary(summaryOf(result), plain(base)),
    ...itemsOf("after", TEXTS.gained, gained, level, linkTo),
    ...itemsOf("before", TEXTS.lost, lost, level, linkTo),
    ...(undecided.length === 0 ? [] : [heading(level, TEXTS.undecided), bullets(undecided)]),
    ...(gaps.length === 0
      ? []
      : [
          heading(level, TEXTS.unread),
          bullets(
            gaps.map(({ side, line, reason }) => {
              const place = line === undefined ? TEXTS[side] : TEXTS.line(TEXTS[side], line);
              const start = { line: (line ?? 1) - 1, character: 0 };
              const range = { start, end: start };
              return TEXTS.gap(
                linked(place, line === undefined ? undefined : linkTo(side, range)),
                plain(reason),
              );
            }),
          ),
        ]),
  ];
}

function summaryOf({ title, figures, isNew, isDeleted, mayHide }: CompareResult): string {
  const notes = [
    ...(isNew ? [TEXTS.isNew] : []),
    ...(isDeleted ? [TEXTS.isDeleted] : []),
    ...figures.map(plain),
    ...(mayHide ? [TEXTS.asFarAsRead] : []),
  ];
  return [`**${plain(title)}**`, ...notes].join(", ");
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
    ...(more > 0 ? [TEXTS.moreItems(more)] : []),
  ];
}

function entryOf(side: Side, item: ComparedItem, linkTo: ComparedFile["linkTo"]): string {
  const { access, actions, named, where, except, other, example, doubt, by, element } = item;
  const allowedBy = linked(plain(by), linkTo(side, element));
  const details = [
    ...[except, other].flatMap((note) => (note === undefined ? [] : [note])),
    side === "after" ? TEXTS.nowAllowedBy(allowedBy) : TEXTS.noLongerAllowedBy(allowedBy),
    TEXTS.example(example),
    ...(doubt === undefined ? [] : [doubt]),
    // Where all of them are named already, they need not be listed again.
    ...(actions.every((action) => named.includes(action)) ? [] : [allActions(actions)]),
  ];
  const access_ = access === "read" ? TEXTS.read : `**${TEXTS[access]}**`;
  return [`- ${TEXTS.entry(access_, named, where)}`, ...details.map((detail) => `  - ${detail}`)].join("\n");
}

function allActions(actions: readonly string[]): string {
  const some = actions.slice(0, MOST_ACTIONS).map(code).join(", ");
  const more = actions.length - MOST_ACTIONS;
  return more > 0 ? TEXTS.someActions(actions.length, some, more) : TEXTS.allActions(actions.length, some);
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

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

const TEXTS = {
  titleOfFile: (path: string) => `Access changes in ${path}`,
  titleOfMany: (base: string) => `Access changes since ${base}`,
  notCompared: (reason: string) => `Nothing is compared: ${reason}.`,
  fileNotCompared: (path: string, reason: string) => `${path} is not compared: ${reason}.`,
  total: (told: number, all: number) =>
    all === 0
      ? "No policy has changed."
      : told === 0
        ? `Access is unchanged in ${count(all, "changed policy", "changed policies")}.`
        : `Access has changed in ${told} of ${count(all, "changed policy", "changed policies")}.`,
  rest: (rest: number) => `${count(rest, "more policy is", "more policies are")} in the table only.`,
  unchanged: (unchanged: number) =>
    `In ${count(unchanged, "other policy", "other policies")} the text has changed, and access has not.`,
  moreItems: (more: number) => `And ${count(more, "more change", "more changes")}.`,
  policy: "Policy",
  access: "Access",
  summary: (said: string, base: string) => `${said} (compared with ${base})`,
  gained: "Gained",
  lost: "Lost",
  undecided: "Not decided",
  unread: "Not read",
  before: "the earlier version",
  after: "this version",
  line: (side: string, line: number) => `${side}, line ${line}`,
  gap: (place: string, reason: string) => `${place}: ${reason}`,
  isNew: "new policy",
  isDeleted: "deleted",
  asFarAsRead: "as far as it could be read",
  entry: (access: string, named: string, where: string) => `${access}: ${named} on ${where}`,
  write: "write",
  unlisted: "unlisted",
  read: "read",
  nowAllowedBy: (by: string) => `now allowed by ${by}`,
  noLongerAllowedBy: (by: string) => `no longer allowed by ${by}`,
  example: (example: string) => `for example ${example}`,
  allActions: (all: number, actions: string) => `all ${all}: ${actions}`,
  someActions: (all: number, actions: string, more: number) => `of all ${all}: ${actions} and ${more} more`,
} as const;
