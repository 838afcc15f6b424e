// What `access-policy check` can be told, and what it says to what it does not know.
import { parseArgs } from "node:util";
import type { Dialect, Severity } from "../../core/index.js";
import { reportGithub } from "../reporters/github.js";
import { reportJson } from "../reporters/json.js";
import { reportJunit } from "../reporters/junit.js";
import { reportMarkdown } from "../reporters/markdown.js";
import type { Reporter } from "../reporters/report.js";
import { reportSarif } from "../reporters/sarif.js";
import { reportText } from "../reporters/text.js";
import type { UsageError } from "../shell.js";

export interface CheckCommand {
  readonly paths: readonly string[];
  readonly reporter: Reporter;
  /** Findings of this severity, or of one before it, are a failure. */
  readonly failOn: Severity;
  /** Whether files that git leaves out are left out in folders. */
  readonly ignoring: boolean;
  /** Absent: each file tells its own. */
  readonly dialect?: Dialect;
}

/** The id of a check whose page is wanted. */
export interface HelpCheck {
  readonly helpCheck: string;
}

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "hint"];

const REPORTERS: Readonly<Record<string, Reporter>> = {
  github: reportGithub,
  json: reportJson,
  junit: reportJunit,
  markdown: reportMarkdown,
  sarif: reportSarif,
  text: reportText,
};

export function checkHelp(dialects: readonly Dialect[]): string {
  const titles = dialects.map(({ id, title }) => `${id} (${title})`).join(", ");
  return `Usage: access-policy check [paths…] [options]

Finds mistakes in access policies.

Paths:
  file             is judged whatever it is called
  folder           is searched for policies: *.policy.json, *.cam.json and *.otc.json, and other
                   *.json and *.jsonc files that hold one; the current folder when no path is given;
                   what .gitignore files leave out is left out, and so are .git and node_modules
  'glob/**/*.json' each file that fits is judged
  -                standard input

Options:
      --format <format>      text (default), json, sarif (2.1.0), github (annotations), junit (what fails the
                             command are failed tests) or markdown (for comments)
      --fail-on <severity>   error (default), warning, info or hint: the least severe finding that makes
                             the command fail
      --dialect <dialect>    auto (default): each file tells its own; or ${titles}
      --no-ignore            search also what .gitignore files leave out
      --help-check <check>   show the page about a check; the list of all is "index"
  -h, --help                 show this help

Exit code: 0 nothing to fail on, 1 findings (or a policy that could not be read), 2 could not run.
`;
}

export function readCheckOptions(
  argv: readonly string[],
  dialects: readonly Dialect[],
): CheckCommand | HelpCheck | UsageError | "help" {
  const parsed = parse(argv);
  if ("usageError" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return "help";
  if (values["help-check"] !== undefined) return { helpCheck: values["help-check"] };

  const { format = "text", "fail-on": failOn = "error", dialect: id = "auto" } = values;
  const reporter = Object.hasOwn(REPORTERS, format) ? REPORTERS[format] : undefined;
  if (reporter === undefined) return unknown("format", format, Object.keys(REPORTERS));
  const severity = SEVERITIES.find((known) => known === failOn);
  if (severity === undefined) return unknown("severity", failOn, SEVERITIES);
  const dialect = dialects.find((known) => known.id === id);
  if (dialect === undefined && id !== "auto") {
    return unknown("dialect", id, ["auto", ...dialects.map((known) => known.id)]);
  }
  const ignoring = values["no-ignore"] !== true;
  return { paths: positionals, reporter, failOn: severity, ignoring, ...(dialect && { dialect }) };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        dialect: { type: "string" },
        "fail-on": { type: "string" },
        format: { type: "string" },
        help: { type: "boolean", short: "h" },
        "help-check": { type: "string" },
        "no-ignore": { type: "boolean" },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const option = /^Unknown option '([^']+)'/.exec(message)?.[1];
    return { usageError: option === undefined ? message : `unknown option "${option}"` };
  }
}

function unknown(what: string, given: string, known: readonly string[]): UsageError {
  return { usageError: `unknown ${what} "${given}"; one of: ${known.join(", ")}` };
}
