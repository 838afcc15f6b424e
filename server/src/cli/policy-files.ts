// Reads the policies of files that a command names. Unlike a folder's, such a file must hold one: otherwise it is
// said why nothing can be told about it.
import { resolve } from "node:path";
import {
  type Dialect,
  policyTextOf,
  readJson,
  readPolicyValue,
  type PolicyText as TextOfPolicies,
  type NoPolicies as TextWithoutPolicies,
} from "../core/index.js";
import { describeError, describeTooLarge } from "./failure.js";
import { STDIN, STDIN_PATH } from "./files.js";
import { decode, type FileText, LARGEST } from "./read-file.js";
import type { Shell } from "./shell.js";

export interface PolicyText extends TextOfPolicies {
  /** As given, with forward slashes. */
  readonly path: string;
}

export interface NoPolicies extends TextWithoutPolicies {
  readonly path: string;
}

export interface PolicyFileOptions {
  /** Absent: the file tells its own. */
  readonly dialect?: Dialect | undefined;
  /** False for a file that nobody named: it is read when its content says that it is ours. */
  readonly declared?: boolean;
}

/** `given` is the path of a file, or `-` for standard input. */
export async function readPolicies(
  given: string,
  shell: Pick<Shell, "catalog" | "cwd" | "disk" | "readStdin">,
  options: PolicyFileOptions = {},
): Promise<PolicyText | NoPolicies> {
  const path = shownPath(given);
  const read = await readNamed(given, shell);
  return "failure" in read ? { path, ...read } : policiesIn(path, read, shell.catalog.dialects, options);
}

/** The text alone. */
export async function readNamed(
  given: string,
  { cwd, disk, readStdin }: Pick<Shell, "cwd" | "disk" | "readStdin">,
): Promise<FileText | TextWithoutPolicies> {
  try {
    const bytes = given === STDIN ? await readStdin() : disk.read(resolve(cwd, given), LARGEST);
    if (bytes !== undefined && bytes.length <= LARGEST) return decode(bytes);
    return { failure: describeTooLarge() };
  } catch (error) {
    return { failure: describeError(error) };
  }
}

/** Without names of files that others name too. */
export function eachOnce(paths: readonly string[], { cwd }: Pick<Shell, "cwd">): readonly string[] {
  const places = new Map<string, string>();
  for (const path of paths) {
    const place = path === STDIN ? path : resolve(cwd, path);
    if (!places.has(place)) places.set(place, path);
  }
  return [...places.values()];
}

/** The same for a text that was read already. */
export function policiesIn(
  path: string,
  { text, problems }: FileText,
  dialects: readonly Dialect[],
  { dialect, declared = true }: PolicyFileOptions = {},
): PolicyText | NoPolicies {
  const read = readJson(text);
  const all = problems.length === 0 ? read.problems : [...read.problems, ...problems];
  const options = { dialects, fileName: path, declared, ...(dialect && { dialect }) };
  const file = readPolicyValue({ ...read, problems: all, text }, options);
  return { path, ...policyTextOf(text, file) };
}

export function shownPath(given: string): string {
  if (given === STDIN) return STDIN_PATH;
  return process.platform === "win32" ? given.replaceAll("\\", "/") : given;
}
