// What `access-policy explain` can be told.
import type { Dialect } from "../../core/index.js";
import type { ExplainReporter } from "../reporters/explain/explained.js";
import { explainJson } from "../reporters/explain/json.js";
import { explainMarkdown } from "../reporters/explain/markdown.js";
import { explainText } from "../reporters/explain/text.js";
import type { UsageError } from "../shell.js";
import { readArguments } from "../usage.js";
import { READING_OPTIONS, type ReadingCommand, readingHelp, readReadingOptions } from "./reading-options.js";

export interface ExplainCommand extends ReadingCommand<ExplainReporter> {
  readonly paths: readonly string[];
}

const REPORTERS: Readonly<Record<string, ExplainReporter>> = {
  json: explainJson,
  markdown: explainMarkdown,
  text: explainText,
};

export function explainHelp(dialects: readonly Dialect[]): string {
  return `Usage: access-policy explain <file…> [options]

Says what policies let someone do: what may be read and written, on what, and when.

Files:
  file                   a policy, whatever the file is called; each is explained by itself
  file.grants.json       a grants file: what each user and group may do in the end
  -                      standard input

Options:
${readingHelp(dialects)}
Exit code: 0 explained; 2 could not run, or not with all files.
`;
}

export function readExplainOptions(
  argv: readonly string[],
  dialects: readonly Dialect[],
): ExplainCommand | UsageError | "help" {
  const parsed = readArguments(argv, READING_OPTIONS);
  if ("usageError" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return "help";
  if (positionals.length === 0) return { usageError: "no file is named" };
  const reading = readReadingOptions(values, REPORTERS, dialects);
  return "usageError" in reading ? reading : { paths: positionals, ...reading };
}
