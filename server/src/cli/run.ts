// Which command was meant: the table of commands, the help and the version.
import { check } from "./commands/check.js";
import { compare } from "./commands/compare.js";
import { explain } from "./commands/explain.js";
import { simulate } from "./commands/simulate.js";
import { EXIT, type Shell } from "./shell.js";

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
  -h, --help          show this help, or that of a command: access-policy check --help
      --version       show the version
`;

/** The exit code: 0 nothing found, 1 findings, 2 could not run. */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  const [name, ...rest] = argv;
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
