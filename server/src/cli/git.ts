// Asks git about a repository, as little as possible and without running anything that the repository brings along:
// no shell, no hooks, filters, diff programs or file system monitors of its configuration, and no network.
import { delimiter, isAbsolute, join } from "node:path";
import * as l10n from "@vscode/l10n";
import type { Disk } from "../disk/disk.js";
import type { Shell } from "./shell.js";

/** What cannot be answered, in words for the person who asked. */
export interface GitFailure {
  readonly failure: string;
}

export interface GitAnswer {
  readonly code: number;
  readonly out: Buffer;
  /** What git said of it, on one line. */
  readonly complaint: string;
}

/** Runs git in one folder. */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<GitAnswer>;

export interface GitOptions {
  /** What it reads from standard input. */
  readonly input?: string;
  /** Stronger than those of the repository. */
  readonly settings?: Readonly<Record<string, string>>;
}

const SETTINGS = [
  "--no-pager",
  "--literal-pathspecs",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.quotePath=false",
];

/** Missing objects are not fetched, and the index is not written. */
const VARIABLES = {
  GIT_ALLOW_PROTOCOL: "",
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
};

export function openGit({ cwd, disk, env }: Pick<Shell, "cwd" | "disk" | "env">): Git | GitFailure {
  const program = findGit(env, disk);
  if (program === undefined) return { failure: l10n.t("git is not installed, or not found by PATH") };
  const options = {
    cwd,
    encoding: "buffer",
    env: { ...env, ...VARIABLES },
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  } as const;
  return async (args, { input = "", settings = {} } = {}) => {
    // Loaded where it is needed: most runs ask git nothing, and start sooner.
    const { execFile } = await import("node:child_process");
    const own = { ...options, env: { ...options.env, ...asVariables(settings, env) } };
    return new Promise((resolve) => {
      const child = execFile(program, [...SETTINGS, ...args], own, (error, out, err) => {
        const lines = err.toString().trim().split("\n");
        const line = lines.find((one) => /^(?:fatal|error): /.test(one)) ?? lines[0] ?? "";
        const said = line.replace(/^(?:fatal|error): /, "");
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ code, out, complaint: said === "" && error !== null ? error.message : said });
      });
      // A git that does not want to hear it all has its reasons, which it gives.
      child.stdin?.on("error", () => {});
      child.stdin?.end(input);
    });
  };
}

/** As arguments, settings could not have a name with an equals sign. Those that are there already are kept. */
function asVariables(settings: Readonly<Record<string, string>>, env: Shell["env"]): Record<string, string> {
  const entries = Object.entries(settings);
  if (entries.length === 0) return {};
  const first = Number.parseInt(env.GIT_CONFIG_COUNT ?? "", 10) || 0;
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(first + entries.length) };
  for (const [at, [name, value]] of entries.entries()) {
    variables[`GIT_CONFIG_KEY_${first + at}`] = name;
    variables[`GIT_CONFIG_VALUE_${first + at}`] = value;
  }
  return variables;
}

/** Systems look for programs in the current folder too, where a repository could have put another git. */
function findGit(env: Shell["env"], disk: Disk): string | undefined {
  const names = process.platform === "win32" ? ["git.exe"] : ["git"];
  const path = Object.entries(env).find(([name]) => name.toUpperCase() === "PATH")?.[1] ?? "";
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    for (const name of names) {
      const program = join(folder, name);
      if (isFile(program, disk)) return program;
    }
  }
  return undefined;
}

function isFile(path: string, disk: Disk): boolean {
  try {
    return disk.kindOf(path) === "file";
  } catch {
    return false;
  }
}
