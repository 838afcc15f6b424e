// Reads the options of a command, and says in words of ours what is wrong with them.
import { type ParseArgsConfig, parseArgs } from "node:util";
import * as l10n from "@vscode/l10n";
import { type Dialect, list } from "../core/index.js";
import { visible } from "./reporters/visible.js";
import { complain, EXIT, PROGRAM, type Shell, type UsageError } from "./shell.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

type Arguments<Known extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; options: Known }>
>;

export function readArguments<Known extends Options>(
  argv: readonly string[],
  options: Known,
): Arguments<Known> | UsageError {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    return explainParser(error instanceof Error ? error.message : String(error));
  }
}

/** Node says what it does not like in English, with advice for those who write programs. */
function explainParser(message: string): UsageError {
  const unknown = /^Unknown option '([^']+)'/.exec(message)?.[1];
  if (unknown !== undefined) return { usageError: l10n.t('unknown option "{option}"', { option: unknown }) };
  const option = /^Option '(?:-\w, )?(--[\w-]+)/.exec(message)?.[1];
  if (option !== undefined) {
    if (/argument missing/.test(message)) return needsValue(option);
    if (/argument is ambiguous/.test(message))
      return {
        usageError: l10n.t(
          '"{option}" needs a value; one that begins with "-" is written as in "{option}=-x"',
          { option },
        ),
      };
    if (/does not take an argument/.test(message))
      return { usageError: l10n.t('"{option}" takes no value', { option }) };
  }
  return { usageError: message.split("\n", 1).join() };
}

export function needsValue(option: string): UsageError {
  return { usageError: l10n.t('"{option}" needs a value', { option }) };
}

export type Choice = "change" | "dialect" | "fixes" | "format" | "language" | "severity";

export function unknownChoice(choice: Choice, given: string, known: readonly string[]): UsageError {
  return { usageError: UNKNOWN[choice]({ given, known: list(known, known.length) }) };
}

interface Choosing extends Record<string, string> {
  readonly given: string;
  readonly known: string;
}

const UNKNOWN: Readonly<Record<Choice, (choosing: Choosing) => string>> = {
  change: (choosing) => l10n.t('unknown change "{given}"; one of: {known}', choosing),
  dialect: (choosing) => l10n.t('unknown dialect "{given}"; one of: {known}', choosing),
  fixes: (choosing) => l10n.t('unknown kind of fixes "{given}"; one of: {known}', choosing),
  format: (choosing) => l10n.t('unknown format "{given}"; one of: {known}', choosing),
  language: (choosing) => l10n.t('unknown language "{given}"; one of: {known}', choosing),
  severity: (choosing) => l10n.t('unknown severity "{given}"; one of: {known}', choosing),
};

/** Undefined where each file tells its own. */
export function readDialect(
  id: string,
  dialects: readonly Dialect[],
): { readonly dialect: Dialect | undefined } | UsageError {
  const dialect = dialects.find((known) => known.id === id);
  if (dialect !== undefined || id === "auto") return { dialect };
  return unknownChoice("dialect", id, ["auto", ...dialects.map((known) => known.id)]);
}

/** Gives the exit code. Without a command, it is the program's own help that is named. */
export function complainAboutUsage(
  { usageError }: UsageError,
  command: string | undefined,
  shell: Pick<Shell, "stderr">,
): number {
  complain(shell, visible(usageError));
  const help = [PROGRAM, ...(command === undefined ? [] : [command]), "--help"].join(" ");
  shell.stderr.write(`${l10n.t("Try: {command}", { command: help })}\n`);
  return EXIT.couldNotRun;
}
