// What has changed in a grants file, or in the policies that it names, since an earlier version: who gains and loses
// what. The line above the document and the page about the change take it from here.
import * as l10n from "@vscode/l10n";
import {
  type Application,
  type AttachedFile,
  brokenIn,
  byWeight,
  type Catalog,
  type CompareGap,
  type Comparison,
  compare,
  compareGrants,
  createAttachedFiles,
  type Grants,
  gapsDiffer,
  type HeldAccess,
  type HeldChangeSide,
  type HeldSide,
  type HoldersChange,
  heldGaps,
  heldSide,
  indexLines,
  overallVerdict,
  type PolicyText,
  plainPath,
  policyTextIn,
  readGrants,
  type Verdict,
} from "../../core/index.js";
import type { Base } from "../change.js";

export interface GrantsChange {
  readonly base: Base;
  readonly verdict: Verdict;
  readonly isNew: boolean;
  readonly isDeleted: boolean;
  /** The text is the same: what it names may have changed. */
  readonly isSameText: boolean;
  /** Why nothing could be read of what it is compared with. */
  readonly failure?: string;
  /** Those with other access than before, and those of whom nobody knows; what to look at first comes first. */
  readonly holders: readonly HoldersDifference[];
  /** How many others have something else attached, and were not compared. */
  readonly uncompared: number;
  /** The policies that the base names are those of today. */
  readonly isWithFilesOfToday: boolean;
  readonly applications: readonly Application[];
}

export interface HoldersDifference extends Pick<HoldersChange, "kind" | "names" | "comparison"> {
  readonly before?: HeldVersion;
  readonly after?: HeldVersion;
  /** What is attached and does not count. */
  readonly gaps: readonly CompareGap[];
  /** What does not count may hide that somebody gains something. */
  readonly mayHide: boolean;
}

/** What a holder has in one version, with the places of all of it. */
export interface HeldVersion extends HeldChangeSide {
  readonly access: HeldAccess;
  readonly version: GrantsVersion;
}

export interface GrantsVersion extends HeldSide {
  readonly text: string;
  readonly grants: Grants;
  readonly fileAt: (path: string) => AttachedFile;
}

export interface GrantsNow {
  /** Null: the file is gone. */
  readonly text: string | null;
  /** What was read from the text, where somebody has read it already. */
  readonly grants?: Grants;
  /** What is at a path from its folder. */
  readonly fileAt: (path: string) => AttachedFile;
}

export interface GrantsChangeContext {
  readonly catalog: Catalog;
  readonly applications: readonly Application[];
  readonly effort: Effort;
}

/** Each of ten thousand users may have something else attached. */
export interface Effort {
  /** Comparisons; the rest is counted. */
  readonly most: number;
  /** Steps of each; the core's own number without it. */
  readonly budget?: number;
}

/** A keystroke must not wait for a whole second. */
export const WHILE_TYPING: Effort = { most: 50, budget: 50_000 };
export const WHOLE_PAGE: Effort = { most: 400, budget: 500_000 };

export function grantsChangeOf(
  base: Base,
  now: GrantsNow,
  { catalog, applications, effort }: GrantsChangeContext,
): GrantsChange {
  const was =
    base.text === null ? undefined : versionOf(base.text, filesOf(base.files, now.fileAt, catalog), catalog);
  const after = now.text === null ? undefined : versionOf(now.text, now.fileAt, catalog, now.grants);
  const failure = was && failureOf(was);
  const before = failure === undefined ? was : undefined;
  let left = effort.most;
  const changes = compareGrants(before, after, catalog, {
    comparePolicies(old, current, facts) {
      left -= 1;
      if (left < 0) return NOT_COMPARED;
      return compare(old, current, facts, effort.budget === undefined ? {} : { budget: effort.budget });
    },
  });
  const isHidden = isBroken(before) || isBroken(after) ? before?.text !== after?.text : false;
  const compared = changes.filter(({ comparison }) => comparison !== NOT_COMPARED);
  const holders = compared
    .filter((change) => isHidden || mayDiffer(change))
    .map((change) => differenceOf(change, { before, after, isHidden }))
    .filter(({ comparison, mayHide }) => comparison.verdict !== "unchanged" || mayHide);
  const uncompared = countOf(changes) - countOf(compared);
  return {
    ...{ base, applications, uncompared, holders: byWeight(holders) },
    verdict: overallVerdict([
      ...holders.map(({ comparison }) => comparison.verdict),
      ...(uncompared > 0 ? (["indeterminate"] as const) : []),
    ]),
    isNew: base.text === null,
    isDeleted: now.text === null,
    isSameText: base.text === now.text,
    ...(failure !== undefined && { failure }),
    isWithFilesOfToday:
      before !== undefined && base.files === undefined && namedPaths(before.grants).length > 0,
  };
}

const NOT_COMPARED: Comparison = { verdict: "unchanged", gained: [], lost: [], undecided: [], leftOut: [] };

/** What a text names, each once. Nothing else is ever read. */
export function namedPaths({ holders }: Pick<Grants, "holders">): readonly string[] {
  const paths = holders.flatMap(({ policies }) => policies.filter(({ kind }) => kind === "path"));
  return [...new Set(paths.map(({ text }) => plainPath(text)))].filter((path) => /\.jsonc?$/i.test(path));
}

function versionOf(
  text: string,
  fileAt: (path: string) => AttachedFile,
  catalog: Catalog,
  grants: Grants = readGrants(text, catalog).grants,
): GrantsVersion {
  const known = new Map<string, PolicyText | undefined>();
  return {
    ...{ text, grants, fileAt },
    lines: indexLines(text),
    problems: grants.problems,
    textAt(path) {
      if (!known.has(path)) known.set(path, policyTextIn(fileAt(path)));
      return known.get(path);
    },
  };
}

/** `files` as an editor gives them, and what it does not say as it is now. */
export function filesOf(
  files: Base["files"],
  fileAt: GrantsNow["fileAt"],
  { dialects }: Catalog,
): GrantsNow["fileAt"] {
  if (files === undefined) return fileAt;
  const isKnown = (path: string) => Object.hasOwn(files, path);
  const then = createAttachedFiles((path) => {
    const text = files[path] ?? null;
    return text === null ? { kind: "missing" } : { kind: "text", text };
  }, dialects);
  return (path) => (isKnown(plainPath(path)) ? then(path) : fileAt(path));
}

/** Of a text without users and groups, only one that is whole says that there were none. */
function failureOf(version: GrantsVersion): string | undefined {
  const { root, holders } = version.grants;
  if (version.text.trim() === "") return l10n.t("it is empty");
  if (root?.kind === "map" && (holders.length > 0 || !isBroken(version))) return undefined;
  return l10n.t("it cannot be read");
}

function isBroken(version: GrantsVersion | undefined): boolean {
  return version !== undefined && brokenIn(version) !== undefined;
}

/** Most users are as they were, which is soon told. */
function mayDiffer({ comparison: { verdict, leftOut }, before, after }: HoldersChange): boolean {
  const gaps = [...(before?.gaps ?? []), ...(after?.gaps ?? [])];
  return verdict !== "unchanged" || leftOut.length > 0 || gaps.length > 0;
}

interface Sides {
  readonly before: GrantsVersion | undefined;
  readonly after: GrantsVersion | undefined;
  readonly isHidden: boolean;
}

function differenceOf(change: HoldersChange, { before, after, isHidden }: Sides): HoldersDifference {
  const { comparison, kind, names } = change;
  const was = change.before && before && heldIn(change.before, before);
  const is = change.after && after && heldIn(change.after, after);
  const gaps = [
    ...(was ? heldGaps("before", was.access, was.version, comparison.leftOut) : []),
    ...(is ? heldGaps("after", is.access, is.version, comparison.leftOut) : []),
  ];
  return {
    ...{ comparison, kind, names, gaps },
    ...(was && { before: was }),
    ...(is && { after: is }),
    mayHide: is !== undefined && (isHidden || gapsDiffer(gaps)),
  };
}

function heldIn(access: HeldAccess, version: GrantsVersion): HeldVersion {
  return { ...heldSide(access, version), access, version };
}

function countOf(changes: readonly HoldersChange[]): number {
  return changes.reduce((sum, { names }) => sum + names.length, 0);
}
