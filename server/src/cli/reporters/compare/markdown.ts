// The comparison as a comment on a pull request: totals first, then a table for each policy whose access has changed,
// writes before reads, with examples to unfold. It stays below what GitHub takes.
import {
  type Catalog,
  describeChange,
  describeUndecided,
  type ItemWords,
  NAMED_ACTIONS,
  type Style,
} from "../../../core/index.js";
import { code, escaped } from "../markdown-text.js";
import { count } from "../summary.js";
import {
  byWeight,
  type ComparedFile,
  type CompareReporter,
  type CompareReportOptions,
  isWorthTelling,
} from "./compared.js";
import { headingOf } from "./file-words.js";
import { hasUnlisted, totalsOf, UNLISTED_NOTE } from "./totals.js";

/** GitHub refuses comments of more than 65,536 characters; the rest is for what is said of what is left out. */
const LONGEST = 65_000;
const LONGEST_VALUE = 120;

const STYLE: Style = { quoted: shortCode, value: shortCode, label: escaped };
/** A bar would end the cell, in code too. */
const cellCode = (text: string) => shortCode(text).replaceAll("|", "\\|");
const CELL_STYLE: Style = { quoted: cellCode, value: cellCode, label: escaped };

export const reportCompareMarkdown: CompareReporter = (files, options) => {
  const totals = totalsOf(files, { strong: (text) => `**${text}**` });
  const head = `${totals.map((sentence) => `${sentence}.`).join(" ")}\n${unreadWords(options)}`;
  const foot = hasUnlisted(files) ? `\n_${UNLISTED_NOTE}_\n` : "";
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
    ...(items > 0 ? [count(items, "change")] : []),
    ...(files > 0 ? [`all of ${files} ${files === 1 ? "policy" : "policies"}`] : []),
  ];
  return `\n**Left out, because this would become too long: ${parts.join(", ")}.** \`access-policy compare --format text\` shows everything.\n`;
}

function sectionOf(file: ComparedFile, items: number, { plain, inCells }: Words): string {
  const { title, notes } = headingOf(file, shortCode);
  const rows = inCells.slice(0, items).map((item) => `${rowOf(item)}\n`);
  const inWords = plain.slice(0, items);
  const examples = inWords.map((item) => `${exampleOf(item)}\n`);
  const summary = inWords.some(hasMany) ? "Examples, and all actions" : "Examples";
  const dropped = plain.length - rows.length;
  const open = [
    ...file.comparison.undecided.map((one) => `- **not decided**: ${describeUndecided(one, STYLE)}\n`),
    ...file.gaps.map(({ side, line, reason }) => {
      const place = side === "before" ? "the base" : "this version";
      return `- **not read** in ${place}${line === undefined ? "" : `, line ${line}`}: ${escaped(reason)}\n`;
    }),
  ];
  return [
    `\n### ${code(title.path)}: ${title.verdict}\n`,
    notes.length === 0 ? "" : `\n${sentence(notes.join(", "))}\n`,
    rows.length === 0 ? "" : `\n| | access | actions | on |\n| --- | --- | --- | --- |\n${rows.join("")}`,
    dropped === 0 ? "" : `\nAnd ${count(dropped, "more change")}.\n`,
    ...(open.length === 0 ? [] : ["\n", ...open]),
    rows.length === 0 ? "" : `\n<details><summary>${summary}</summary>\n\n${examples.join("")}\n</details>\n`,
  ].join("");
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
  return `| ${change} | ${access === "read" ? access : `**${access}**`} | ${named} | ${lines.join("<br>")} |`;
}

function exampleOf({ change, by, example, actions, doubt }: ItemWords): string {
  const notes = [
    ...(hasMany({ actions }) ? [`all ${actions.length}: ${actions.map(shortCode).join(", ")}`] : []),
    ...(doubt === undefined ? [] : [doubt]),
  ];
  const said = `- ${change === "gained" ? "now" : "no longer"} allowed by ${by}: ${example}`;
  return [said, ...notes.map((note) => `  - ${note}`)].join("\n");
}

/** The table then shows some of them only. */
function hasMany({ actions }: Pick<ItemWords, "actions">): boolean {
  return actions.length > NAMED_ACTIONS;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function unreadWords({ unread }: CompareReportOptions): string {
  if (unread.length === 0) return "";
  const lines = unread.map(({ path, reason }) => `- ${code(path)}: ${escaped(reason)}\n`);
  return `\n${count(unread.length, "path")} could not be read:\n\n${lines.join("")}`;
}

function shortCode(text: string): string {
  const short = text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
  return code(short);
}
