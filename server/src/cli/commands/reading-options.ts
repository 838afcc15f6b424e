// The options that all commands have which say what policies mean, and not what is wrong with them.
import type { Dialect } from "../../core/index.js";
import { readProjectOptions } from "../labels.js";
import type { ProjectSearch } from "../project-files.js";
import type { UsageError } from "../shell.js";
import { readDialect, unknownChoice } from "../usage.js";

export interface ReadingCommand<Reporter> {
  readonly reporter: Reporter;
  /** Absent: each file tells its own. */
  readonly dialect: Dialect | undefined;
  readonly project: ProjectSearch["wanted"];
}

export const READING_OPTIONS = {
  dialect: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
  "no-project": { type: "boolean" },
  project: { type: "string" },
} as const;

export function readingHelp(dialects: readonly Dialect[]): string {
  const titles = dialects.map(({ id, title }) => `${id} (${title})`).join(", ");
  return `      --format <format>      text (default), json or markdown
      --dialect <dialect>    auto (default): each file tells its own; or ${titles}
      --project <file>       take the names of applications from this project file, instead of from the nearest
                             access-policy.config.json upward from each file
      --no-project           take no names from project files
  -h, --help                 show this help
`;
}

interface ReadingValues {
  readonly dialect?: string | undefined;
  readonly format?: string | undefined;
  readonly "no-project"?: boolean | undefined;
  readonly project?: string | undefined;
}

export function readReadingOptions<Reporter>(
  values: ReadingValues,
  reporters: Readonly<Record<string, Reporter>>,
  dialects: readonly Dialect[],
): ReadingCommand<Reporter> | UsageError {
  const { dialect = "auto", format = "text" } = values;
  const reporter = Object.hasOwn(reporters, format) ? reporters[format] : undefined;
  if (reporter === undefined) return unknownChoice("format", format, Object.keys(reporters));
  const chosen = readDialect(dialect, dialects);
  if ("usageError" in chosen) return chosen;
  const projects = readProjectOptions(values);
  if ("usageError" in projects) return projects;
  return { reporter, ...chosen, ...projects };
}
