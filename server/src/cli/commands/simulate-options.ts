// What `access-policy simulate` can be told.
import type { Dialect } from "../../core/index.js";
import {
  type DecisionReporter,
  decisionJson,
  decisionMarkdown,
  decisionText,
} from "../reporters/decision.js";
import type { UsageError } from "../shell.js";
import { readArguments } from "../usage.js";
import { READING_OPTIONS, type ReadingCommand, readingHelp, readReadingOptions } from "./reading-options.js";

export interface SimulateCommand extends ReadingCommand<DecisionReporter> {
  readonly paths: readonly string[];
  readonly action: string;
  /** Absent: what no single resource describes. */
  readonly resource: string | undefined;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

const REPORTERS: Readonly<Record<string, DecisionReporter>> = {
  json: decisionJson,
  markdown: decisionMarkdown,
  text: decisionText,
};

export function simulateHelp(dialects: readonly Dialect[]): string {
  return `Usage: access-policy simulate <file…> --action <action> [options]

Says whether a request would be allowed, and which statement decides. The policies of all files count
together, as those that are attached to one user. A denial says what would have to be otherwise.

Files:
  file                   a policy, whatever the file is called
  -                      standard input

Options:
      --action <action>      the action that is asked for, such as trtc:RemoveUser
      --resource <resource>  the resource that it is asked for; without it, a call that no single resource
                             describes, which only a statement about every resource allows
      --set <key>=<value>    a condition key of the request, such as qcs:ip=10.0.0.1; for a key with several
                             values once for each; a key that is not set is absent
${readingHelp(dialects)}
Exit code: 0 decided, whether allowed or denied; 2 could not run, or not with all files.
`;
}

export function readSimulateOptions(
  argv: readonly string[],
  dialects: readonly Dialect[],
): SimulateCommand | UsageError | "help" {
  const parsed = readArguments(argv, {
    ...READING_OPTIONS,
    action: { type: "string" },
    resource: { type: "string" },
    set: { type: "string", multiple: true },
  });
  if ("usageError" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return "help";
  const { action, resource } = values;
  if (positionals.length === 0) return { usageError: "no file is named" };
  if (action === undefined) return { usageError: '"--action" is missing' };
  const context = readContext(values.set ?? []);
  if ("usageError" in context) return context;
  const reading = readReadingOptions(values, REPORTERS, dialects);
  if ("usageError" in reading) return reading;
  return { paths: positionals, action, resource, ...context, ...reading };
}

function readContext(settings: readonly string[]): Pick<SimulateCommand, "context"> | UsageError {
  const context = new Map<string, string[]>();
  for (const setting of settings) {
    const at = setting.indexOf("=");
    if (at < 1)
      return { usageError: `"--set" takes a key and a value, as in key=value, and not "${setting}"` };
    const key = setting.slice(0, at);
    context.set(key, [...(context.get(key) ?? []), setting.slice(at + 1)]);
  }
  return { context: Object.fromEntries(context) };
}
