// Reads the policies of files that a command names. Unlike a folder's, such a file must hold one: otherwise it is
// said why nothing can be told about it.
import { resolve } from "node:path";
import {
  type Dialect,
  indexLines,
  type Policy,
  type PolicyFile,
  policiesOf,
  positionAt,
  readJson,
  readPolicyValue,
  type Span,
} from "../core/index.js";
import { describeError } from "./failure.js";
import { STDIN, STDIN_PATH } from "./files.js";
import { decode, type FileText, LARGEST } from "./read-file.js";
import type { Shell } from "./shell.js";

export interface PolicyText {
  /** As given, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly file: PolicyFile;
  /** At least one: those of the file and of the texts in it. */
  readonly policies: readonly Policy[];
  /** Where a part of one of these policies stands in the text of the file. */
  readonly placeOf: (policy: Policy, span: Span) => Span;
  /** The line of the file, from 1, on which a part of one of these policies begins. */
  readonly lineOf: (policy: Policy, span: Span) => number;
}

export interface NoPolicies {
  readonly path: string;
  /** In words for the person who named the file. */
  readonly failure: string;
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
  try {
    const bytes = given === STDIN ? await shell.readStdin() : readBytes(resolve(shell.cwd, given), shell);
    if (bytes !== undefined && bytes.length <= LARGEST) {
      return policiesIn(path, decode(bytes), shell.catalog.dialects, options);
    }
    return { path, failure: `not read, because it is larger than ${LARGEST / 1_000_000} MB` };
  } catch (error) {
    return { path, failure: describeError(error) };
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
  const policies = policiesOf(file).filter(isMeantAsPolicy);
  if (policies.length === 0) return { path, failure: whyNone(file) };
  const lines = indexLines(text);
  const places = placesIn(file);
  const placeOf = (policy: Policy, span: Span) => places.get(policy)?.(span) ?? span;
  return {
    ...{ path, text, file, policies, placeOf },
    lineOf: (policy, span) => positionAt(lines, placeOf(policy, span).start).line + 1,
  };
}

function readBytes(place: string, { disk }: Pick<Shell, "disk">): Uint8Array | undefined {
  return disk.read(place, LARGEST);
}

export function shownPath(given: string): string {
  if (given === STDIN) return STDIN_PATH;
  return process.platform === "win32" ? given.replaceAll("\\", "/") : given;
}

/** Any object can stand in a file that somebody names; without these elements it says nothing about access. */
function isMeantAsPolicy({ version, statement }: Policy): boolean {
  return version !== undefined || statement !== undefined;
}

function whyNone({ root, foreign, principalDocuments = [] }: PolicyFile): string {
  if (foreign !== undefined)
    return `"${foreign.mark}" marks a policy of ${foreign.vendor}, which is not read here`;
  const [document] = principalDocuments;
  if (document !== undefined)
    return `"${document.name}" marks the policy of a ${document.kind}, which is not read here`;
  return root === undefined ? "it is empty" : "no policy in it";
}

type ToOuter = (span: Span) => Span;

/** For policies that stand as strings in others' texts: how their places become places of the file. */
function placesIn(file: PolicyFile, outer: ToOuter = (span) => span): ReadonlyMap<Policy, ToOuter> {
  const own = file.policies.map((policy) => [policy, outer] as const);
  const inner = file.embedded.flatMap(({ source, file: inside }) => [
    ...placesIn(inside, (span) => outer(source.toOuter(span))),
  ]);
  return new Map([...own, ...inner]);
}
