// How the help of a command is laid out: paragraphs, and tables of what can be written and what that means. Texts
// break their lines themselves, so that each language does where it reads well.
import * as l10n from "@vscode/l10n";
import { widthOf } from "./reporters/visible.js";

export interface HelpTable {
  readonly title: string;
  /** At which the meanings begin, from 0. */
  readonly column: number;
  readonly rows: readonly HelpRow[];
}

export interface HelpRow {
  readonly what: string;
  readonly means: string;
}

export interface OptionRow extends HelpRow {
  /** Another way to write the option, such as `-h`. */
  readonly short?: string;
}

/** One below the other, with a blank line in between. */
export function layOut(parts: readonly (string | HelpTable)[]): string {
  return `${parts.map((part) => (typeof part === "string" ? part : tableOf(part))).join("\n\n")}\n`;
}

/** Those that have a short name begin with it, and the others leave room for one. */
export function optionsTable(column: number, rows: readonly OptionRow[]): HelpTable {
  return {
    title: l10n.t("Options:"),
    column,
    rows: rows.map(({ what, short, means }) => {
      return { what: `${short === undefined ? "    " : `${short}, `}${what}`, means };
    }),
  };
}

/** Every command takes it; it is read before the command is asked. */
export function languageRow(): OptionRow {
  return {
    what: l10n.t("--lang <language>"),
    means: l10n.t("en (default) or zh-cn: the language of reports and of this help"),
  };
}

export function helpRow(): OptionRow {
  return { what: "--help", short: "-h", means: l10n.t("show this help") };
}

function tableOf({ title, column, rows }: HelpTable): string {
  const lines = rows.flatMap(({ what, means }) => {
    const [first = "", ...more] = means.split("\n");
    const gap = " ".repeat(Math.max(1, column - 2 - widthOf(what)));
    return [`  ${what}${gap}${first}`, ...more.map((line) => " ".repeat(column) + line)];
  });
  return [title, ...lines].join("\n");
}
