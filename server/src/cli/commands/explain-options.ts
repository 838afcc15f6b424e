// What `access-policy explain` can be told.
import * as l10n from "@vscode/l10n";
import type { Dialect } from "../../core/index.js";
import { layOut, optionsTable } from "../help.js";
import type { ExplainReporter } from "../reporters/explain/explained.js";
import { explainJson } from "../reporters/explain/json.js";
import { explainMarkdown } from "../reporters/explain/markdown.js";
import { explainText } from "../reporters/explain/text.js";
import type { UsageError } from "../shell.js";
import { readArguments } from "../usage.js";
import { READING_OPTIONS, type ReadingCommand, readingRows, readReadingOptions } from "./reading-options.js";

export interface ExplainCommand extends ReadingCommand<ExplainReporter> {
  readonly paths: readonly string[];
}

const REPORTERS: Readonly<Record<string, ExplainReporter>> = {
  json: explainJson,
  markdown: explainMarkdown,
  text: explainText,
};

export function explainHelp(dialects: readonly Dialect[]): string {
  return layOut([
    l10n.t("Usage: access-policy explain <file…> [options]"),
    l10n.t("Says what policies let someone do: what may be read and written, on what, and when."),
    {
      title: l10n.t("Files:"),
      column: 25,
      rows: [
        {
          what: l10n.t("file"),
          means: l10n.t("a policy, whatever the file is called; each is explained by itself"),
        },
        {
          what: "file.grants.json",
          means: l10n.t("a grants file: what each user and group may do in the end"),
        },
        { what: "-", means: l10n.t("standard input") },
      ],
    },
    optionsTable(29, readingRows(dialects)),
    l10n.t("Exit code: 0 explained; 2 could not run, or not with all files."),
  ]);
}

export function readExplainOptions(
  argv: readonly string[],
  dialects: readonly Dialect[],
): ExplainCommand | UsageError | "help" {
  const parsed = readArguments(argv, READING_OPTIONS);
  if ("usageError" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return "help";
  if (positionals.length === 0) return { usageError: l10n.t("no file is named") };
  const reading = readReadingOptions(values, REPORTERS, dialects);
  return "usageError" in reading ? reading : { paths: positionals, ...reading };
}
