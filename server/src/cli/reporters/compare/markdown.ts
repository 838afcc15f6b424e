// The comparison as a comment on a pull request: totals first, then a table for each policy whose access has changed,
// writes before reads, with examples to unfold. It stays below what GitHub takes.
import * as l10n from "@vscode/l10n";
import {
  byWeight,
  type Catalog,
  capitalized,
  describeAccess,
  describeChange,
  describeUndecided,
  fill,
  type ItemWords,
  list,
  NAMED_ACTIONS,
  type Style,
} from "../../../core/index.js";
import { code, escaped } from "../markdown-text.js";
import { describeUnreadPaths, labelled, sentence, sentences } from "../phrases.js";
import {
  type ComparedFile,
  type CompareReporter,
  type CompareReportOptions,
  isWorthTelling,
} from "./compared.js";
import { headingOf, placeOfGap } from "./file-words.js";
import { describeUnlistedWord, hasUnlisted, totalsOf } from "./totals.js";

/** GitHub refuses comments of more than 65,536 characters; the rest is for what is said of what is left out. */
const LONGEST = 65_000;
const LONGEST_VALUE = 120;

const STYLE: Style = { quoted: shortCode, value: shortCode, label: escaped };
/** A bar would end the cell, in code too. */
const cellCode = (text: string) => shortCode(text).replaceAll("|", "\\|");
const CELL_STYLE: Style = { quoted: cellCode, value: cellCode, label: escaped };

export const reportCompareMarkdown: CompareReporter = (files, options) => {
  const totals = totalsOf(files, { strong: (text) => `**${text}**` });
  const head = `${sentence(sentences(totals))}\n${unreadWords(options)}`;
  const foot = hasUnlisted(files) ? `\n_${describeUnlistedWord()}_\n` : "";
  let room = LONGEST - head.length - foot.length;
  const sections: string[] = [];
  const leftOut = { files: 0, items: 0 };
  for (const file of byWeight(files.filter(isWorthTelling))) {
    const { text, dropped } = sectionWithin(file, options, leftOut.files > 0 ? 0 : room);
    if (text === "") leftOut.files++;
    else leftOut.items += dropped;
    sections.push(text);
    room -= text.length;
  }
  return `${head}${sections.join("")}${leftOutWords(leftOut)}${foot}`;
};

/** As many items as there is room for; the empty text where there is none. */
function sectionWithin(
  file: ComparedFile,
  options: CompareReportOptions,
  room: number,
): { readonly text: string; readonly dropped: number } {
  const words = allWords(file, options.catalog);
  const all = words.plain.length;
  for (let items = all; ; items = Math.floor(items / 2)) {
    const text = room <= 0 ? "" : sectionOf(file, items, words);
    if (text.length <= room && (items > 0 || all === 0)) return { text, dropped: all - items };
    if (items === 0) return { text: "", dropped: all };
  }
}

function leftOutWords({ files, items }: { readonly files: number; readonly items: number }): string {
  if (files + items === 0) return "";
  const parts = [
    ...(items > 0 ? [items === 1 ? l10n.t("1 change") : l10n.t("{count} changes", { count: items })] : []),
    ...(files > 0
      ? [files === 1 ? l10n.t("all of 1 policy") : l10n.t("all of {count} policies", { count: files })]
      : []),
  ];
  const said = l10n.t(
    "**Left out, because this would become too long: {parts}.** {command} shows everything.",
    { parts: list(parts, parts.length), command: "`access-policy compare --format text`" },
  );
  return `\n${said}\n`;
}

function sectionOf(file: ComparedFile, items: number, { plain, inCells }: Words): string {
  const { title, notes } = headingOf(file, shortCode);
  const rows = inCells.slice(0, items).map((item) => `${rowOf(item)}\n`);
  const inWords = plain.slice(0, items);
  const examples = inWords.map((item) => `${exampleOf(item)}\n`);
  const summary = inWords.some(hasMany) ? l10n.t("Examples, and all actions") : l10n.t("Examples");
  const dropped = plain.length - rows.length;
  const open = [
    ...file.comparison.undecided.map((one) =>
      labelled(`**${l10n.t("not decided")}**`, describeUndecided(one, STYLE)),
    ),
    ...file.gaps.map((gap) =>
      l10n.t("**not read** in {place}: {reason}", { place: placeOfGap(gap), reason: escaped(gap.reason) }),
    ),
  ].map((item) => `- ${item}\n`);
  const said = capitalized(list(notes, notes.length));
  const titles = [
    l10n.t("access"),
    l10n.t("actions"),
    l10n.t({ message: "on", comment: ["what the actions are allowed on, and when"] }),
  ];
  const head = `| | ${titles.join(" | ")} |\n| --- | --- | --- | --- |\n`;
  return [
    `\n### ${labelled(code(title.path), title.verdict)}\n`,
    notes.length === 0 ? "" : `\n${sentence(said)}\n`,
    rows.length === 0 ? "" : `\n${head}${rows.join("")}`,
    dropped === 0 ? "" : `\n${moreWords(dropped)}\n`,
    ...(open.length === 0 ? [] : ["\n", ...open]),
    rows.length === 0 ? "" : `\n<details><summary>${summary}</summary>\n\n${examples.join("")}\n</details>\n`,
  ].join("");
}

function moreWords(count: number): string {
  return count === 1 ? l10n.t("And 1 more change.") : l10n.t("And {count} more changes.", { count });
}

/** The same items in the same order. */
interface Words {
  readonly plain: readonly ItemWords[];
  readonly inCells: readonly ItemWords[];
}

function allWords(file: ComparedFile, catalog: Catalog): Words {
  const wordsIn = (style: Style) =>
    (["gained", "lost"] as const).flatMap((change) => describeChange(change, file, { catalog, style }));
  return { plain: wordsIn(STYLE), inCells: wordsIn(CELL_STYLE) };
}

function rowOf({ change, access, named, where, except, other }: ItemWords): string {
  const lines = [where, ...[except, other].flatMap((note) => (note === undefined ? [] : `_${note}_`))];
  const word = describeAccess(access);
  return `| ${describeSide(change)} | ${access === "read" ? word : `**${word}**`} | ${named} | ${lines.join("<br>")} |`;
}

function exampleOf({ change, by, example, actions, doubt }: ItemWords): string {
  const notes = [
    ...(hasMany({ actions }) ? [allWordsOf(actions)] : []),
    ...(doubt === undefined ? [] : [doubt]),
  ];
  const said =
    change === "gained"
      ? fill(l10n.t("now allowed by {by}: {example}"), { by, example })
      : fill(l10n.t("no longer allowed by {by}: {example}"), { by, example });
  return [`- ${said}`, ...notes.map((note) => `  - ${note}`)].join("\n");
}

function allWordsOf(actions: readonly string[]): string {
  const names = list(actions.map(shortCode), actions.length);
  return l10n.t("all {count}: {names}", { count: actions.length, names });
}

/** The table then shows some of them only. */
function hasMany({ actions }: Pick<ItemWords, "actions">): boolean {
  return actions.length > NAMED_ACTIONS;
}

function unreadWords({ unread }: CompareReportOptions): string {
  if (unread.length === 0) return "";
  const lines = unread.map(({ path, reason }) => `- ${labelled(code(path), escaped(reason))}\n`);
  return `\n${describeUnreadPaths(unread.length)}\n\n${lines.join("")}`;
}

/** Gained or lost. */
function describeSide(change: ItemWords["change"]): string {
  return change === "gained" ? l10n.t("gained") : l10n.t("lost");
}

function shortCode(text: string): string {
  const short = text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
  return code(short);
}
