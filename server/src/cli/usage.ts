// Reads the options of a command, and says in words of ours what is wrong with them.
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Dialect } from "../core/index.js";
import { EXIT, type Shell, type UsageError } from "./shell.js";

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
    const message = error instanceof Error ? error.message : String(error);
    const option = /^Unknown option '([^']+)'/.exec(message)?.[1];
    return { usageError: option === undefined ? message : `unknown option "${option}"` };
  }
}

export function unknownChoice(what: string, given: string, known: readonly string[]): UsageError {
  return { usageError: `unknown ${what} "${given}"; one of: ${known.join(", ")}` };
}

/** Undefined where each file tells its own. */
export function readDialect(
  id: string,
  dialects: readonly Dialect[],
): { readonly dialect: Dialect | undefined } | UsageError {
  const dialect = dialects.find((known) => known.id === id);
  if (dialect !== undefined || id === "auto") return { dialect };
  return unknownChoice("dialect", id, ["auto", ...dialects.map((known) => known.id)]);
}

/** Gives the exit code. */
export function complainAboutUsage({ usageError }: UsageError, command: string, { stderr }: Shell): number {
  stderr.write(`access-policy: ${usageError}\nTry: access-policy ${command} --help\n`);
  return EXIT.couldNotRun;
}
