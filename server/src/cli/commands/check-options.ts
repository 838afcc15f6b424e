// What `access-policy check` can be told, and what it says to what it does not know.
import * as l10n from "@vscode/l10n";
import type { Dialect, Severity } from "../../core/index.js";
import { STDIN } from "../files.js";
import { type FixCommand, isSafety } from "../fix-files.js";
import { readProjectOptions } from "../labels.js";
import type { ProjectSearch } from "../project-files.js";
import { reportGithub } from "../reporters/github.js";
import { reportJson } from "../reporters/json.js";
import { reportJunit } from "../reporters/junit.js";
import { reportMarkdown } from "../reporters/markdown.js";
import { type Reporter, SEVERITIES } from "../reporters/report.js";
import { reportSarif } from "../reporters/sarif.js";
import { reportText } from "../reporters/text.js";
import type { UsageError } from "../shell.js";
import { readArguments, readDialect, unknownChoice } from "../usage.js";

export interface CheckCommand {
  readonly paths: readonly string[];
  readonly reporter: Reporter;
  /** Findings of this severity, or of one before it, are a failure. */
  readonly failOn: Severity;
  /** Whether files that git leaves out are left out in folders. */
  readonly ignoring: boolean;
  /** Absent: each file tells its own. */
  readonly dialect?: Dialect;
  readonly project: ProjectSearch["wanted"];
  /** Absent: files are only judged. */
  readonly fix?: FixCommand;
}

/** The id of a check whose page is wanted. */
export interface HelpCheck {
  readonly helpCheck: string;
}

const REPORTERS: Readonly<Record<string, Reporter>> = {
  github: reportGithub,
  json: reportJson,
  junit: reportJunit,
  markdown: reportMarkdown,
  sarif: reportSarif,
  text: reportText,
};

export function readCheckOptions(
  argv: readonly string[],
  dialects: readonly Dialect[],
): CheckCommand | HelpCheck | UsageError | "help" {
  const parsed = parse(argv);
  if ("usageError" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return "help";
  if (values["help-check"] !== undefined) return { helpCheck: values["help-check"] };

  const fix = readFix(values.fix, values["dry-run"] === true, positionals);
  if (fix !== undefined && "usageError" in fix) return fix;
  const { format = "text", "fail-on": failOn = "error", dialect: id = "auto" } = values;
  const reporter = Object.hasOwn(REPORTERS, format) ? REPORTERS[format] : undefined;
  if (reporter === undefined) return unknownChoice("format", format, Object.keys(REPORTERS));
  const severity = SEVERITIES.find((known) => known === failOn);
  if (severity === undefined) return unknownChoice("severity", failOn, SEVERITIES);
  const chosen = readDialect(id, dialects);
  if ("usageError" in chosen) return chosen;
  const { dialect } = chosen;
  const ignoring = values["no-ignore"] !== true;
  const projects = readProjectOptions(values);
  if ("usageError" in projects) return projects;
  return {
    ...{ paths: positionals, reporter, failOn: severity, ignoring, ...projects },
    ...(dialect && { dialect }),
    ...(fix && { fix }),
  };
}

function readFix(
  given: string | undefined,
  dryRun: boolean,
  paths: readonly string[],
): FixCommand | UsageError | undefined {
  if (given === undefined) return dryRun ? { usageError: l10n.t('"--dry-run" needs "--fix"') } : undefined;
  if (!isSafety(given)) return unknownChoice("fixes", given, ["safe", "unsafe"]);
  if (!dryRun && paths.includes(STDIN) && paths.length > 1) {
    return {
      usageError: l10n.t('with "--fix", standard input cannot be named together with other paths'),
    };
  }
  return { safety: given, dryRun };
}

/** `--fix` alone means the safe ones; the parser knows options with a value or without, and none with both. */
function withFixValue(argv: readonly string[]): string[] {
  const end = argv.indexOf("--");
  return argv.map((arg, at) => (arg === "--fix" && (end < 0 || at < end) ? "--fix=safe" : arg));
}

function parse(argv: readonly string[]) {
  return readArguments(withFixValue(argv), {
    dialect: { type: "string" },
    "dry-run": { type: "boolean" },
    "fail-on": { type: "string" },
    fix: { type: "string" },
    format: { type: "string" },
    help: { type: "boolean", short: "h" },
    "help-check": { type: "string" },
    "no-ignore": { type: "boolean" },
    "no-project": { type: "boolean" },
    project: { type: "string" },
  });
}
