// The grants files of a working tree, with the policies that they named at a commit. Those that have not changed
// themselves are among them: what they name may have.
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { type Catalog, isGrantsFileName, plainPath, readGrants } from "../core/index.js";
import type { Git, GitFailure } from "./git.js";
import { type Repository, readObjects } from "./git-changes.js";
import { type AttachedReader, readerIn, textOf } from "./grants-files.js";
import type { FilePair, ReadSource } from "./policy-pairs.js";
import { LARGEST } from "./read-file.js";
import type { Shell } from "./shell.js";

export interface GrantsSearch {
  readonly repository: Repository;
  /** What limits the search, as given. */
  readonly paths: readonly string[];
  readonly shell: Pick<Shell, "catalog" | "cwd" | "disk">;
  readonly shown: (path: string) => string;
  readonly sourceAt: (place: string) => ReadSource;
}

/** The same pairs, and those of grants files that are as they were. */
export async function withGrants(
  pairs: readonly FilePair[],
  search: GrantsSearch,
): Promise<readonly FilePair[] | GitFailure> {
  const { repository, shell } = search;
  const { root } = repository;
  const same = await unchangedGrants(pairs, search);
  if ("failure" in same) return same;
  const all = [...pairs, ...same];
  const grants = all.filter(({ path }) => isGrantsFileName(path));
  if (grants.length === 0) return all;
  const folderOf = ({ path, previousPath }: FilePair) =>
    withSlashes(relative(root, dirname(resolve(shell.cwd, previousPath ?? path))));
  const wanted = grants.flatMap((pair) =>
    pathsIn(pair, shell.catalog).map((path) => inTree(folderOf(pair), path)),
  );
  const then = await readAt(repository, [...new Set(wanted)].filter(isInside));
  if ("failure" in then) return then;
  return all.map((pair) => {
    if (!isGrantsFileName(pair.path)) return pair;
    const folder = folderOf(pair);
    const before: AttachedReader = (path) => {
      const full = inTree(folder, path);
      // What lies outside of the repository has one version only.
      if (!isInside(full)) return readerIn(join(root, folder), shell.disk)(path);
      return then.read(full);
    };
    const after = readerIn(dirname(pair.place ?? resolve(shell.cwd, pair.path)), shell.disk);
    return { ...pair, attached: { before, after } };
  });
}

/** Where nothing has changed at all, nothing that they name has. */
async function unchangedGrants(
  pairs: readonly FilePair[],
  { repository: { git, root }, paths, shell, shown, sourceAt }: GrantsSearch,
): Promise<readonly FilePair[] | GitFailure> {
  const listed = await git([
    ...["ls-files", "--cached", "--full-name", "-z", "--"],
    ...(paths.length === 0 ? ["."] : paths),
  ]);
  if (listed.code !== 0) return { failure: listed.complaint };
  const known = new Set(pairs.map(({ place }) => place));
  const named = new Set(paths.map((path) => resolve(shell.cwd, path)));
  return listed.out
    .toString()
    .split("\0")
    .filter(isGrantsFileName)
    .map((path) => ({ path: shown(path), place: join(root, path) }))
    .filter(({ place }) => !known.has(place))
    .map(({ path, place }) => ({
      ...{ path, place, declared: true, isNamed: named.has(place) },
      isUnchanged: true,
      before: sourceAt(place),
      after: sourceAt(place),
    }));
}

function pathsIn({ before }: FilePair, catalog: Catalog): readonly string[] {
  const read = before?.();
  if (read === undefined || "unreadable" in read) return [];
  const { holders } = readGrants(read.text, catalog).grants;
  const paths = holders.flatMap(({ policies }) => policies.filter(({ kind }) => kind === "path"));
  return [...new Set(paths.map(({ text }) => plainPath(text)))];
}

/** From the root of the working tree. */
function inTree(folder: string, path: string): string {
  return posix.join(folder === "" ? "." : folder, path);
}

function isInside(path: string): boolean {
  return path !== ".." && !path.startsWith("../");
}

/** Beyond, a command line would become too long for some systems. */
const PATHS_AT_ONCE = 200;

interface FilesThen {
  readonly read: AttachedReader;
}

async function readAt(
  { git, commit }: Repository,
  paths: readonly string[],
): Promise<FilesThen | GitFailure> {
  const ids = new Map<string, string | undefined>();
  for (let start = 0; start < paths.length; start += PATHS_AT_ONCE) {
    const failure = await listAt(git, commit, paths.slice(start, start + PATHS_AT_ONCE), ids);
    if (failure !== undefined) return failure;
  }
  const blobs = [...new Set([...ids.values()].flatMap((id) => id ?? []))];
  const objects = await readObjects(git, blobs, LARGEST);
  if ("failure" in objects) return objects;
  const byId = new Map(blobs.map((id, at) => [id, objects[at]]));
  return {
    read(path) {
      if (!ids.has(path)) return { kind: "missing" };
      const id = ids.get(path);
      const object = id === undefined ? undefined : byId.get(id);
      // A link, a folder, or what is not in this clone.
      if (object === undefined || object === "missing") return { kind: "unreadable" };
      return textOf(object === "too-large" ? undefined : object);
    },
  };
}

/** `<mode> <type> <id>`, a tab, and the path. */
async function listAt(
  git: Git,
  commit: string,
  paths: readonly string[],
  ids: Map<string, string | undefined>,
): Promise<GitFailure | undefined> {
  const listed = await git(["ls-tree", "--full-tree", "-z", commit, "--", ...paths]);
  if (listed.code !== 0) return { failure: listed.complaint };
  for (const line of listed.out.toString().split("\0")) {
    const [, mode = "", id, path] = /^(\d+) \w+ (\w+)\t([\s\S]*)$/.exec(line) ?? [];
    if (path !== undefined) ids.set(path, mode.startsWith("10") ? id : undefined);
  }
  return undefined;
}

function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
