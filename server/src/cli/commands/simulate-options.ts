// What `access-policy simulate` can be told.
import * as l10n from "@vscode/l10n";
import type { Dialect } from "../../core/index.js";
import { layOut, type OptionRow, optionsTable } from "../help.js";
import {
  type DecisionReporter,
  decisionJson,
  decisionMarkdown,
  decisionText,
} from "../reporters/decision.js";
import type { UsageError } from "../shell.js";
import { readArguments } from "../usage.js";
import { READING_OPTIONS, type ReadingCommand, readingRows, readReadingOptions } from "./reading-options.js";

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
  return layOut([
    l10n.t("Usage: access-policy simulate <file…> --action <action> [options]"),
    l10n.t(
      "Says whether a request would be allowed, and which statement decides. The policies of all files count\ntogether, as those that are attached to one user. A denial says what would have to be otherwise.",
    ),
    {
      title: l10n.t("Files:"),
      column: 25,
      rows: [
        { what: l10n.t("file"), means: l10n.t("a policy, whatever the file is called") },
        { what: "-", means: l10n.t("standard input") },
      ],
    },
    optionsTable(29, [...requestRows(), ...readingRows(dialects)]),
    l10n.t("Exit code: 0 decided, whether allowed or denied; 2 could not run, or not with all files."),
  ]);
}

function requestRows(): readonly OptionRow[] {
  return [
    {
      what: l10n.t("--action <action>"),
      means: l10n.t("the action that is asked for, such as trtc:RemoveUser"),
    },
    {
      what: l10n.t("--resource <resource>"),
      means: l10n.t(
        "the resource that it is asked for; without it, a call that no single resource\ndescribes, which only a statement about every resource allows",
      ),
    },
    {
      what: l10n.t("--set <key>=<value>"),
      means: l10n.t(
        "a condition key of the request, such as qcs:ip=10.0.0.1; for a key with several\nvalues once for each; a key that is not set is absent",
      ),
    },
  ];
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
  if (positionals.length === 0) return { usageError: l10n.t("no file is named") };
  if (action === undefined) return { usageError: l10n.t('"--action" is missing') };
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
    if (at < 1) {
      return {
        usageError: l10n.t('"--set" takes a key and a value, as in key=value, and not "{setting}"', {
          setting,
        }),
      };
    }
    const key = setting.slice(0, at);
    context.set(key, [...(context.get(key) ?? []), setting.slice(at + 1)]);
  }
  return { context: Object.fromEntries(context) };
}
