// What a command is given of the world around it, so that tests can give it another one.
import type { Catalog, Language, Translation } from "../core/index.js";
import type { Disk } from "../disk/disk.js";
import type { Pages } from "./reporters/report.js";

export interface Shell {
  readonly catalog: Catalog;
  readonly cwd: string;
  readonly disk: Disk;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Undefined for English, which the program has. */
  readonly loadTranslation: (language: Language) => Translation | undefined;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Read when they are asked for; in English what has no translation. */
  readonly pages: (language: Language) => Pages;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Everything but reports. */
  readonly stderr: Output;
  /** Reports. */
  readonly stdout: Output;
  /** The day, as in `2027-06-30`. */
  readonly today: () => string;
  readonly version: string;
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

/** What is wrong with the command as typed, in words for the person who typed it. */
export interface UsageError {
  readonly usageError: string;
}

/** What it is called by, also in front of what it says. */
export const PROGRAM = "access-policy";

/** Says something that belongs to no report, as text that a terminal can be sent. */
export function complain({ stderr }: Pick<Shell, "stderr">, text: string): void {
  stderr.write(`${PROGRAM}: ${text}\n`);
}

export const EXIT = { clean: 0, findings: 1, couldNotRun: 2 } as const;

/** NO_COLOR and FORCE_COLOR come before what the terminal is (no-color.org, force-color.org). */
export function wantsColors(output: Output, env: Shell["env"]): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return output.isTTY === true && env.TERM !== "dumb";
}
