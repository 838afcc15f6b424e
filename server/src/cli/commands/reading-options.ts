// The options that all commands have which say what policies mean, and not what is wrong with them.
import * as l10n from "@vscode/l10n";
import { type Dialect, list } from "../../core/index.js";
import { helpRow, languageRow, type OptionRow } from "../help.js";
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

/** The rows of the help about them. */
export function readingRows(dialects: readonly Dialect[]): readonly OptionRow[] {
  return [
    { what: l10n.t("--format <format>"), means: l10n.t("text (default), json or markdown") },
    {
      what: l10n.t("--dialect <dialect>"),
      means: l10n.t("auto (default): each file tells its own; or {titles}", {
        titles: dialectTitles(dialects),
      }),
    },
    {
      what: l10n.t("--project <file>"),
      means: l10n.t(
        "take the names of applications from this project file, instead of from the nearest\naccess-policy.config.json upward from each file",
      ),
    },
    { what: "--no-project", means: l10n.t("take no names from project files") },
    languageRow(),
    helpRow(),
  ];
}

/** `cam (Tencent Cloud CAM), otc (Open Telekom Cloud IAM)`. */
export function dialectTitles(dialects: readonly Dialect[]): string {
  const titles = dialects.map(({ id, title }) => l10n.t("{id} ({title})", { id, title }));
  return list(titles, titles.length);
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
