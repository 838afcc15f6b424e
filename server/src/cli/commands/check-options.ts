// What `access-policy check` can be told, and what it says to what it does not know.
import { parseArgs } from "node:util";
import type { Dialect, Severity } from "../../core/index.js";
import { reportJson } from "../reporters/json.js";
import type { Reporter } from "../reporters/report.js";
import { reportText } from "../reporters/text.js";
import type { UsageError } from "../shell.js";

export interface CheckCommand {
  readonly paths: readonly string[];
  readonly reporter: Reporter;
  /** Findings of this severity, or of one before it, are a failure. */
  readonly failOn: Severity;
  /** Absent: each file tells its own. */
  readonly dialect?: Dialect;
}

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "hint"];

const REPORTERS: Readonly<Record<string, Reporter>> = { json: reportJson, text: reportText };

export function checkHelp(dialects: readonly Dialect[]): string {
  const titles = dialects.map(({ id, title }) => `${id} (${title})`).join(", ");
  return `Usage: access-policy check [paths…] [options]

Finds mistakes in access policies.

Paths:
  file             is judged whatever it is called
  folder           is searched for policies: *.policy.json, *.cam.json and *.otc.json, and other
                   *.json and *.jsonc files that hold one; the current folder when no path is given
  'glob/**/*.json' each file that fits is judged
  -                standard input

Options:
      --format <format>      text (default) or json
      --fail-on <severity>   error (default), warning, info or hint: the least severe finding that makes
                             the command fail
      --dialect <dialect>    auto (default): each file tells its own; or ${titles}
  -h, --help                 show this help

Exit code: 0 nothing to fail on, 1 findings (or a policy that could not be read), 2 could not run.
`;
}

export function readCheckOptions(
  argv: readonly string[],
  dialects: readonly Dialect[],
): CheckCommand | UsageError | "help" {
  const parsed = parse(argv);
  if ("usageError" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return "help";

  const { format = "text", "fail-on": failOn = "error", dialect: id = "auto" } = values;
  const reporter = Object.hasOwn(REPORTERS, format) ? REPORTERS[format] : undefined;
  if (reporter === undefined) return unknown("format", format, Object.keys(REPORTERS));
  const severity = SEVERITIES.find((known) => known === failOn);
  if (severity === undefined) return unknown("severity", failOn, SEVERITIES);
  const dialect = dialects.find((known) => known.id === id);
  if (dialect === undefined && id !== "auto") {
    return unknown("dialect", id, ["auto", ...dialects.map((known) => known.id)]);
  }
  return { paths: positionals, reporter, failOn: severity, ...(dialect && { dialect }) };
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
