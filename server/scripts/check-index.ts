// The list of all checks as a page, made from what the checks say about themselves.
import type { Category, CheckInfo } from "../src/core/index.js";
import type { IndexWords } from "./check-index-words.js";

const CATEGORIES: readonly Category[] = [
  "document",
  "statement",
  "action",
  "resource",
  "condition",
  "meaning",
  "grants",
  "change",
  "project",
];

export function renderCheckIndex(checks: readonly CheckInfo[], words: IndexWords): string {
  const sections = CATEGORIES.flatMap((id) => {
    const rows = checks.filter(({ category }) => category === id).map((check) => rowOf(check, words));
    return rows.length === 0 ? [] : [`## ${words.categories[id]}\n\n${table([words.head, ...rows])}`];
  });
  return [`# ${words.title}`, WARNING, words.introduction, `${sections.join("\n\n")}\n`].join("\n\n");
}

const WARNING = "<!-- Written by server/scripts/build-check-index.ts: change the checks, not this page. -->";

function rowOf({ id, title, severity, fixable = [] }: CheckInfo, words: IndexWords): readonly string[] {
  const fixes = fixable.map((safety) => words.safeties[safety]).join(words.separator);
  return [`[${id}](${id}.md)`, words.translate(title), words.severities[severity], fixes];
}

/** With columns of one width, as the formatter wants them. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => widthOf(row[at] ?? ""))));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - widthOf(cell))).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows].map(line).join("\n");
}

/** In columns of a terminal: Chinese characters and their punctuation take two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uff00-\uff60]/g)?.length ?? 0);
}
