// Which files of the working tree are others than they were at a commit, and what they were then. Files that git does
// not track yet count, and so do those that are only in the index; what git ignores does not.
import * as l10n from "@vscode/l10n";
import type { Git, GitAnswer, GitFailure } from "./git.js";

export interface Repository {
  readonly git: Git;
  /** Where the working tree is. */
  readonly root: string;
  readonly commit: string;
}

/** Paths are relative to the root of the working tree, with forward slashes. */
export interface Change {
  readonly path: string;
  readonly before?: Recorded;
  /** Absent where the file is gone. A file that stands in the working tree comes before what is recorded of it. */
  readonly after?: Recorded | "in-working-tree";
}

export interface Recorded {
  /** Where the file has been renamed, this was its name. */
  readonly path: string;
  /** Name of the object that git keeps. */
  readonly id: string;
  readonly kind: FileKind;
}

export type FileKind = "file" | "link" | "submodule";

export async function openRepository(git: Git, ref: string): Promise<Repository | GitFailure> {
  const place = await git(["rev-parse", "--is-inside-work-tree", "--show-toplevel"]);
  if (place.code !== 0) return { failure: whyNoRepository(place) };
  const [, root = ""] = linesOf(place);
  const found = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", ref]);
  const [id = ""] = linesOf(found);
  if (found.code !== 0) return { failure: await whyNoCommit(git, ref) };
  // A tag may stand for a commit.
  const peeled = await git(["rev-parse", "--verify", "--quiet", `${id}^{commit}`]);
  const [commit = ""] = linesOf(peeled);
  return peeled.code === 0 ? { git, root, commit } : { failure: await whyNoCommit(git, ref, id) };
}

/** `paths` are relative to the current folder or absolute. */
export async function changesSince(
  { git, commit }: Repository,
  paths: readonly string[],
): Promise<readonly Change[] | GitFailure> {
  const raw = ["diff-index", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv"];
  const settings = await withoutFilters(git);
  const [tree, index, untracked] = await Promise.all([
    git([...raw, "--no-renames", "--ignore-submodules=dirty", commit, "--", ...paths], { settings }),
    git([...raw, "--cached", "-M", commit, "--"], { settings }),
    git(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ...paths]),
  ]);
  const failed = [tree, untracked].find(({ code }) => code !== 0);
  if (failed !== undefined) return { failure: failed.complaint };
  const changes = new Map<string, Change>();
  for (const { path, before, after } of readRaw(tree.out)) {
    const isGone = after === undefined;
    changes.set(path, { path, ...(before && { before }), ...(!isGone && { after: inTree(after) }) });
  }
  for (const path of fieldsOf(untracked.out)) {
    // A folder is another repository.
    if (!path.endsWith("/")) changes.set(path, { ...changes.get(path), path, after: "in-working-tree" });
  }
  // A clone without the contents of then shows no renames, and is no reason to give up.
  if (index.code === 0) followRenames(changes, readRaw(index.out));
  return [...changes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where size and time of a file do not tell, git looks into it, and would run the filters that it has. */
async function withoutFilters(git: Git): Promise<Readonly<Record<string, string>>> {
  const { out } = await git(["config", "--null", "--name-only", "--get-regexp", "^filter\\."]);
  return Object.fromEntries(
    fieldsOf(out).map((name) => [name, name.endsWith(".required") ? "false" : ""] as const),
  );
}

/** Of files that lie outside of the paths too: a policy may have come from there. */
function followRenames(changes: Map<string, Change>, staged: readonly RawChange[]): void {
  for (const { path, before, isRename } of staged) {
    const target = changes.get(path);
    if (!isRename || before === undefined || target === undefined) continue;
    // What was renamed in the index may have been undone in the working tree.
    if (target.before !== undefined || target.after === undefined) continue;
    if (changes.get(before.path)?.after !== undefined) continue;
    changes.delete(before.path);
    changes.set(path, { ...target, before });
  }
}

/** What is not in the working tree by choice, as in a sparse one, is known by its object. */
function inTree(after: Recorded): Recorded | "in-working-tree" {
  return after.kind === "file" && /^0+$/.test(after.id) ? "in-working-tree" : after;
}

/** The contents of objects in the order of their ids; undefined for those that are larger, or not in this clone. */
export async function readObjects(
  git: Git,
  ids: readonly string[],
  limit: number,
): Promise<readonly (Buffer | "too-large" | "missing")[] | GitFailure> {
  if (ids.length === 0) return [];
  const sizes = await sizesOf(git, ids);
  const wanted = ids.filter((_id, at) => sizes[at] !== undefined && Number(sizes[at]) <= limit);
  const read = await git(["cat-file", "--batch"], { input: toLines(wanted) });
  if (read.code !== 0) return { failure: read.complaint };
  let at = 0;
  return ids.map((_id, index) => {
    const size = Number(sizes[index] ?? Number.NaN);
    if (Number.isNaN(size)) return "missing";
    if (size > limit) return "too-large";
    const start = read.out.indexOf("\n", at) + 1;
    at = start + size + 1;
    return read.out.subarray(start, start + size);
  });
}

/** In a partial clone, one object that would have to be fetched makes git give up: the others are asked apart. */
async function sizesOf(git: Git, ids: readonly string[]): Promise<readonly (string | undefined)[]> {
  const checked = await git(["cat-file", "--batch-check"], { input: toLines(ids) });
  if (checked.code === 0) return linesOf(checked).map((line) => /^\S+ blob (\d+)$/.exec(line)?.[1]);
  if (ids.length === 1) return [undefined];
  const middle = ids.length >> 1;
  return [...(await sizesOf(git, ids.slice(0, middle))), ...(await sizesOf(git, ids.slice(middle)))];
}

function whyNoRepository({ complaint }: GitAnswer): string {
  if (/^not a git repository/.test(complaint)) return l10n.t("not in a git repository");
  // In the folder `.git`, or in a repository without a working tree.
  if (/work tree/.test(complaint)) return l10n.t("not in the working tree of a git repository");
  return l10n.t("git says: {complaint}", { complaint });
}

async function whyNoCommit(git: Git, ref: string, id?: string): Promise<string> {
  const kind = id === undefined ? undefined : linesOf(await git(["cat-file", "-t", id]))[0];
  if (kind !== undefined && kind !== "") return l10n.t('"{ref}" is a {kind} and not a commit', { ref, kind });
  const [head, shallow] = await Promise.all([
    git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]),
    git(["rev-parse", "--is-shallow-repository"]),
  ]);
  if (head.code !== 0) return l10n.t("the git repository has no commits yet");
  if (linesOf(shallow)[0] !== "true") return l10n.t('git knows no commit "{ref}"', { ref });
  return l10n.t(
    'git knows no commit "{ref}", and this clone is shallow: fetch more history, for example with "git fetch --unshallow"',
    { ref },
  );
}

interface RawChange {
  readonly path: string;
  readonly before: Recorded | undefined;
  readonly after: Recorded | undefined;
  readonly isRename: boolean;
}

/** `:<mode> <mode> <id> <id> <status>`, then one path, or two where something was renamed. */
function readRaw(out: Buffer): readonly RawChange[] {
  const fields = fieldsOf(out);
  const changes: RawChange[] = [];
  for (let at = 0; at < fields.length; ) {
    const [from = "", to = "", oldId = "", newId = "", status = ""] = (fields[at++] ?? "")
      .slice(1)
      .split(" ");
    const oldPath = fields[at++] ?? "";
    const isRename = status.startsWith("R");
    const path = isRename ? (fields[at++] ?? "") : oldPath;
    const isUnmerged = status === "U";
    changes.push({
      path,
      before: recorded(oldPath, from, oldId),
      // A file with conflicts stands in the working tree.
      after: isUnmerged ? { path, id: "0", kind: "file" } : recorded(path, to, newId),
      isRename,
    });
  }
  return changes;
}

function recorded(path: string, mode: string, id: string): Recorded | undefined {
  switch (mode.slice(0, 2)) {
    case "10":
      return { path, id, kind: "file" };
    case "12":
      return { path, id, kind: "link" };
    case "16":
      return { path, id, kind: "submodule" };
    default:
      return undefined;
  }
}

function linesOf({ out }: GitAnswer): readonly string[] {
  return out.toString().trimEnd().split(/\r?\n/);
}

function fieldsOf(out: Buffer): readonly string[] {
  return out.toString().split("\0").slice(0, -1);
}

function toLines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join("");
}
