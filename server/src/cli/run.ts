// Which command was meant, and in which language: the table of commands, the help and the version.
import * as l10n from "@vscode/l10n";
import { list, speak } from "../core/index.js";
import { chooseLanguage } from "./choose-language.js";
import { check } from "./commands/check.js";
import { compare } from "./commands/compare.js";
import { explain } from "./commands/explain.js";
import { simulate } from "./commands/simulate.js";
import { languageRow, layOut, optionsTable } from "./help.js";
import { complain, EXIT, type Shell } from "./shell.js";
import { complainAboutUsage } from "./usage.js";

type Command = (argv: readonly string[], shell: Shell) => Promise<number>;

/** All in one bundle, where loading them late was measured to make `check` start later, not sooner. */
const COMMANDS: Readonly<Record<string, Command>> = { check, compare, explain, simulate };

/** The exit code: 0 nothing found, 1 findings, 2 could not run. */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  speak("en", undefined);
  const chosen = chooseLanguage(argv);
  if ("usageError" in chosen) return complainAboutUsage(chosen, undefined, shell);
  speak(chosen.language, shell.loadTranslation(chosen.language));
  const [name, ...rest] = chosen.rest;
  if (name === "-h" || name === "--help") {
    shell.stdout.write(help());
    return EXIT.clean;
  }
  if (name === "--version") {
    shell.stdout.write(`${shell.version}\n`);
    return EXIT.clean;
  }
  const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
  if (command !== undefined) return command(rest, shell);
  if (name === undefined) shell.stderr.write(help());
  else complain(shell, describeUnknown(name));
  return EXIT.couldNotRun;
}

function describeUnknown(name: string): string {
  const names = Object.keys(COMMANDS);
  const commands = list(names, names.length);
  return name.startsWith("-")
    ? l10n.t('unknown option "{name}"; commands: {commands}', { name, commands })
    : l10n.t('unknown command "{name}"; commands: {commands}', { name, commands });
}

function help(): string {
  return layOut([
    l10n.t("Usage: access-policy <command> [options]"),
    l10n.t("Checks access policies of Tencent Cloud CAM (Chat, TRTC) and Open Telekom Cloud IAM (IMS)."),
    {
      title: l10n.t("Commands:"),
      column: 22,
      rows: [
        { what: l10n.t("check [paths…]"), means: l10n.t("find mistakes in policies") },
        {
          what: l10n.t("compare <a> <b>"),
          means: l10n.t("say what a change of policies newly allows, also since a commit: --git <ref>"),
        },
        { what: l10n.t("explain <file…>"), means: l10n.t("say what policies let someone do") },
        {
          what: l10n.t("simulate <file…>"),
          means: l10n.t("say whether a request would be allowed, and by which statement"),
        },
      ],
    },
    optionsTable(26, [
      languageRow(),
      {
        what: "--help",
        short: "-h",
        means: l10n.t("show this help, or that of a command: access-policy check --help"),
      },
      { what: "--version", means: l10n.t("show the version") },
    ]),
  ]);
}
