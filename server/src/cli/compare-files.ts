// Compares the two versions of one file: reads both, and says what counts and what could not be read.
import * as l10n from "@vscode/l10n";
import {
  type Application,
  type Catalog,
  type Comparison,
  type compare,
  compareGaps,
  type Dialect,
  mayHideAccess,
  type Policy,
  readPolicyQuickly,
} from "../core/index.js";
import { type NoPolicies, type PolicyText, policiesIn } from "./policy-files.js";
import type { FilePair, ReadSource, Unreadable } from "./policy-pairs.js";
import type { FileText } from "./read-file.js";
import type { ComparedFile } from "./reporters/compare/compared.js";

export interface Comparing {
  readonly catalog: Catalog;
  /** The core's, unless a test wants to say what it answers. */
  readonly compare: typeof compare;
  /** Of all files, where the command says so. */
  readonly dialect: Dialect | undefined;
  readonly applicationsOf: (pair: FilePair) => readonly Application[];
  /** By the project file, or by name. */
  readonly isDeclared: (pair: FilePair) => boolean;
}

/** Undefined for a file that is no policy on either side. */
export function compareFile(pair: FilePair, comparing: Comparing): ComparedFile | Unreadable | undefined {
  const [before, after] = [read(pair.before), read(pair.after)];
  for (const one of [before, after]) if (one !== undefined && "unreadable" in one) return one;
  if (isUnreadable(before) || isUnreadable(after)) return undefined;
  const declared = comparing.isDeclared(pair);
  const { path, previousPath } = pair;
  const file = {
    path,
    ...(previousPath !== undefined && { previousPath }),
    status: statusOf(pair),
    applications: comparing.applicationsOf(pair),
  };
  // Nobody needs to look into what is the same.
  const isSame = before !== undefined && before.text === after?.text;
  if (isSame && isPolicy(before, pair, declared, comparing)) {
    return { ...file, comparison: UNCHANGED, gaps: [], mayHide: false };
  }
  const was = before && policiesOf(previousPath ?? path, before, declared, comparing);
  const is = after && policiesOf(path, after, declared, comparing);
  if (!isPolicyText(was) && !isPolicyText(is)) {
    if (!pair.isNamed) return undefined;
    return { unreadable: is?.failure ?? was?.failure ?? l10n.t("no policy in it") };
  }
  const comparison = comparing.compare(listOf(was), listOf(is), comparing.catalog);
  const sides = { before: was, after: is, leftOut: comparison.leftOut };
  return {
    ...file,
    comparison,
    ...(isPolicyText(was) && { before: was }),
    ...(isPolicyText(is) && { after: is }),
    gaps: compareGaps(sides),
    mayHide: mayHideAccess(sides),
  };
}

const UNCHANGED: Comparison = { verdict: "unchanged", gained: [], lost: [], undecided: [], leftOut: [] };

function read(source: ReadSource | undefined): FileText | Unreadable | undefined {
  return source?.();
}

function isUnreadable(read: FileText | Unreadable | undefined): read is Unreadable {
  return read !== undefined && "unreadable" in read;
}

function isPolicyText(read: PolicyText | NoPolicies | undefined): read is PolicyText {
  return read !== undefined && "policies" in read;
}

function listOf(read: PolicyText | NoPolicies | undefined): readonly Policy[] {
  return isPolicyText(read) ? read.policies : [];
}

function statusOf({ before, after, isRename }: FilePair): ComparedFile["status"] {
  if (before === undefined) return "added";
  if (after === undefined) return "deleted";
  return isRename === true ? "renamed" : "changed";
}

function isPolicy(text: FileText, { path }: FilePair, declared: boolean, comparing: Comparing): boolean {
  const { dialects } = comparing.catalog;
  const quick = readPolicyQuickly(text.text, { dialects, fileName: path, declared });
  if (quick !== undefined && !quick.isOurs) return false;
  return isPolicyText(policiesOf(path, text, declared, comparing));
}

function policiesOf(
  path: string,
  text: FileText,
  declared: boolean,
  { catalog, dialect }: Comparing,
): PolicyText | NoPolicies {
  // A dialect on the command line says how to read policies, and makes none of other files.
  if (declared) return policiesIn(path, text, catalog.dialects, { dialect });
  const read = policiesIn(path, text, catalog.dialects, { declared });
  if (dialect === undefined || !isPolicyText(read)) return read;
  return policiesIn(path, text, catalog.dialects, { dialect });
}
