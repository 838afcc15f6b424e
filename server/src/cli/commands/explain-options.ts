// What `access-policy explain` can be told.
import type { Dialect } from "../../core/index.js";
import { readProjectOptions } from "../labels.js";
import type { ProjectSearch } from "../project-files.js";
import type { ExplainReporter } from "../reporters/explain/explained.js";
import { explainJson } from "../reporters/explain/json.js";
import { explainMarkdown } from "../reporters/explain/markdown.js";
import { explainText } from "../reporters/explain/text.js";
import type { UsageError } from "../shell.js";
import { readArguments, readDialect, unknownChoice } from "../usage.js";

export interface ExplainCommand {
  readonly paths: readonly string[];
  readonly reporter: ExplainReporter;
  /** Absent: each file tells its own. */
  readonly dialect: Dialect | undefined;
  readonly project: ProjectSearch["wanted"];
}

const REPORTERS: Readonly<Record<string, ExplainReporter>> = {
  json: explainJson,
  markdown: explainMarkdown,
  text: explainText,
};

export function explainHelp(dialects: readonly Dialect[]): string {
  const titles = dialects.map(({ id, title }) => `${id} (${title})`).join(", ");
  return `Usage: access-policy explain <file…> [options]

Says what policies let someone do: what may be read and written, on what, and when.

Files:
  file                   a policy, whatever the file is called; each is explained by itself
  -                      standard input

Options:
      --format <format>      text (default), json or markdown
      --dialect <dialect>    auto (default): each file tells its own; or ${titles}
      --project <file>       take the names of applications from this project file, instead of from the nearest
                             access-policy.config.json upward from each file
      --no-project           take no names from project files
  -h, --help                 show this help

Exit code: 0 explained; 2 could not run, or not with all files.
`;
}

export function readExplainOptions(
  argv: readonly string[],
  dialects: readonly Dialect[],
): ExplainCommand | UsageError | "help" {
  const parsed = readArguments(argv, {
    dialect: { type: "string" },
    format: { type: "string" },
    help: { type: "boolean", short: "h" },
    "no-project": { type: "boolean" },
    project: { type: "string" },
  });
  if ("usageError" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return "help";
  if (positionals.length === 0) return { usageError: "no file is named" };
  const { format = "text" } = values;
  const reporter = Object.hasOwn(REPORTERS, format) ? REPORTERS[format] : undefined;
  if (reporter === undefined) return unknownChoice("format", format, Object.keys(REPORTERS));
  const chosen = readDialect(values.dialect ?? "auto", dialects);
  if ("usageError" in chosen) return chosen;
  const projects = readProjectOptions(values);
  if ("usageError" in projects) return projects;
  return { paths: positionals, reporter, ...chosen, ...projects };
}
