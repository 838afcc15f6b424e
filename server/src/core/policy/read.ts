// The first step of everything: what policies does this text hold, in which dialect, and is it ours at all?

import type { Problem } from "../text/problem.js";
import { readJson } from "../text/read-json.js";
import type { MapValue, Value } from "../text/value.js";
import type { Dialect } from "./dialect.js";
import { foreignPolicy } from "./foreign.js";
import { isPrincipalDocument, locatePolicies } from "./locate.js";
import type { ForeignPolicy, Policy } from "./model.js";
import { parsePolicy } from "./parse.js";
import { dialectByContent, dialectByName, isCertain } from "./recognize.js";

export interface ReadOptions {
  /** The languages to choose from; the first stands in where neither content nor name says anything. */
  readonly dialects: readonly Dialect[];
  /** Name of the file, with or without folders. */
  readonly fileName?: string;
  /** Somebody said that this is a policy: by language id, by name on the command line, by the project file. */
  readonly declared?: boolean;
  /** Judge by this dialect whatever the content says. */
  readonly dialect?: Dialect;
}

export interface PolicyFile {
  /** As in a document of the text's own syntax; absent for an empty text and a foreign one. */
  readonly root?: Value;
  /** Why the text is not strict JSON; empty where the file is not ours or foreign. */
  readonly problems: readonly Problem[];
  readonly policies: readonly Policy[];
  /** Set where the document is another vendor's; then there are no policies. */
  readonly foreign?: ForeignPolicy;
  /** Whether the file is to be judged and served at all. */
  readonly isOurs: boolean;
  /** The dialect of the file; absent where it is foreign, or where nothing in a request tells. */
  readonly dialect?: Dialect;
}

const NOT_OURS: PolicyFile = { problems: [], policies: [], isOurs: false };

/** Never fails; a text that is cut off anywhere gives what is there. */
export function readPolicyFile(text: string, options: ReadOptions): PolicyFile {
  const { root, problems } = readJson(text);
  return readPolicyValue(root, problems, options);
}

/** The same for values that were read already, without places where they come from `JSON.parse`. */
export function readPolicyValue(
  root: Value | undefined,
  problems: readonly Problem[],
  options: ReadOptions,
): PolicyFile {
  const declared = options.declared === true || options.dialect !== undefined;
  const { policies, isRequest, hidden } = locatePolicies(root);
  const file = { ...(root && { root }), problems };
  if (policies.length === 0) {
    if (!isRequest && !declared) return NOT_OURS;
    const told = hidden && dialectByContent(hidden, options.dialects);
    const dialect = options.dialect ?? told ?? (isRequest ? undefined : fallback(options));
    return { ...file, policies: [], isOurs: true, ...(dialect && { dialect }) };
  }
  return judge(
    policies.map(({ map }) => map),
    file,
    options,
    declared || isRequest,
  );
}

function judge(
  maps: readonly MapValue[],
  file: Pick<PolicyFile, "root" | "problems">,
  options: ReadOptions,
  declared: boolean,
): PolicyFile {
  const certain = options.dialects.find((dialect) => maps.some((map) => isCertain(map, dialect)));
  if (!declared && certain === undefined) return NOT_OURS;
  for (const map of maps) {
    const foreign = options.dialect === undefined ? foreignPolicy(map) : undefined;
    // Only what was declared as ours is told that it is not; nothing else in it is looked at.
    if (foreign !== undefined) return declared ? { ...NOT_OURS, foreign, isOurs: true } : NOT_OURS;
  }
  const dialect = options.dialect ?? byContent(maps, options.dialects) ?? fallback(options);
  if (dialect === undefined) return NOT_OURS;
  const own = maps.filter((map) => !isPrincipalDocument(map));
  return { ...file, policies: own.map((map) => parsePolicy(map, dialect)), isOurs: true, dialect };
}

function byContent(maps: readonly MapValue[], dialects: readonly Dialect[]): Dialect | undefined {
  for (const map of maps) {
    const dialect = dialectByContent(map, dialects);
    if (dialect !== undefined) return dialect;
  }
  return undefined;
}

function fallback(options: ReadOptions): Dialect | undefined {
  return dialectByName(options.fileName ?? "", options.dialects) ?? options.dialects[0];
}
