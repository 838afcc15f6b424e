// Which command was meant, and in which language: the table of commands, the help and the version.
import { LANGUAGES, speak } from "../core/index.js";
import { check } from "./commands/check.js";
import { compare } from "./commands/compare.js";
import { explain } from "./commands/explain.js";
import { simulate } from "./commands/simulate.js";
import { EXIT, type Shell, type UsageError } from "./shell.js";
import { complainAboutUsage, unknownChoice } from "./usage.js";

type Command = (argv: readonly string[], shell: Shell) => Promise<number>;

/** All in one bundle, where loading them late was measured to make `check` start later, not sooner. */
const COMMANDS: Readonly<Record<string, Command>> = { check, compare, explain, simulate };

const HELP = `Usage: access-policy <command> [options]

Checks access policies of Tencent Cloud CAM (Chat, TRTC) and Open Telekom Cloud IAM (IMS).

Commands:
  check [paths…]      find mistakes in policies
  compare <a> <b>     say what a change of policies newly allows, also since a commit: --git <ref>
  explain <file…>     say what policies let someone do
  simulate <file…>    say whether a request would be allowed, and by which statement

Options:
      --lang <language>   en (default) or zh-cn: the language of reports and of this help
  -h, --help          show this help, or that of a command: access-policy check --help
      --version       show the version
`;

/** Speaks the language that `--lang` names, wherever it stands, and gives the other arguments. */
function chooseLanguage(argv: readonly string[], shell: Shell): readonly string[] | UsageError {
  const end = argv.indexOf("--");
  const isOption = (arg: string, at: number) => (end < 0 || at < end) && /^--lang(?:=|$)/.test(arg);
  const at = argv.findIndex(isOption);
  if (at < 0) return argv;
  const [option = "", ...after] = argv.slice(at);
  const isApart = option === "--lang";
  const given = isApart ? (after[0] ?? "") : option.slice("--lang=".length);
  const language = LANGUAGES.find((known) => known === given.toLowerCase());
  if (language === undefined) return unknownChoice("language", given, LANGUAGES);
  speak(shell.loadTranslation(language));
  return [...argv.slice(0, at), ...after.slice(isApart ? 1 : 0)];
}

/** The exit code: 0 nothing found, 1 findings, 2 could not run. */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  speak(undefined);
  const others = chooseLanguage(argv, shell);
  if ("usageError" in others) return complainAboutUsage(others, "check", shell);
  const [name, ...rest] = others;
  if (name === "-h" || name === "--help") {
    shell.stdout.write(HELP);
    return EXIT.clean;
  }
  if (name === "--version") {
    shell.stdout.write(`${shell.version}\n`);
    return EXIT.clean;
  }
  const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
  if (command !== undefined) return command(rest, shell);
  const known = Object.keys(COMMANDS).join(", ");
  shell.stderr.write(
    name === undefined
      ? HELP
      : `access-policy: unknown ${name.startsWith("-") ? "option" : "command"} "${name}"; commands: ${known}\n`,
  );
  return EXIT.couldNotRun;
}
