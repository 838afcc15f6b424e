// Which versions of which policies are compared: two files, the files of two folders by their relative paths, or what
// has changed in the working tree since a commit.
import { dirname, join, relative, resolve, sep } from "node:path";
import * as l10n from "@vscode/l10n";
import { isGrantsFileName, isPolicyFileName } from "../core/index.js";
import { isCandidate, isSkippedFolder } from "../disk/walk.js";
import { describeError, describeMissing, describeTooLarge } from "./failure.js";
import { findFiles, readTargets, type Search, STDIN, STDIN_PATH } from "./files.js";
import { type GitFailure, openGit } from "./git.js";
import { type Change, changesSince, openRepository, type Recorded, readObjects } from "./git-changes.js";
import { withGrants } from "./git-grants.js";
import { type AttachedReader, readerIn } from "./grants-files.js";
import { shownPath } from "./policy-files.js";
import { decode, type FileText, LARGEST } from "./read-file.js";
import type { Unread } from "./reporters/report.js";
import type { Shell } from "./shell.js";

export interface FilePair {
  /** As people are shown it: after the change, or before where the file is gone. */
  readonly path: string;
  readonly previousPath?: string;
  /** The two paths are names of one file. */
  readonly isRename?: true;
  /** Where it is or was; absent for standard input. */
  readonly place?: string;
  /** Somebody named it: it must hold a policy. */
  readonly isNamed: boolean;
  /** By its name: it is a policy whatever it holds. */
  readonly declared: boolean;
  /** Absent where there was, or is, no such file. */
  readonly before?: ReadSource;
  readonly after?: ReadSource;
  /** A grants file that is as it was: what it names may have changed. */
  readonly isUnchanged?: true;
  /** Of a grants file: where the policies are read that each version names. */
  readonly attached?: { readonly before?: AttachedReader; readonly after?: AttachedReader };
}

export type ReadSource = () => FileText | Unreadable;

export interface Unreadable {
  readonly unreadable: string;
}

export interface Pairs {
  readonly pairs: readonly FilePair[];
  /** Folders that could not be searched. */
  readonly unread: readonly Unread[];
}

/** Nothing can be compared, in words for the person who asked. */
export type PairsFailure = GitFailure;

export async function pairOf(before: string, after: string, shell: Shell): Promise<Pairs | PairsFailure> {
  if (before === STDIN && after === STDIN) {
    return { failure: l10n.t("standard input can be one of the two sides only") };
  }
  const kinds = [before, after].map((path) => kindOf(path, shell));
  const at = kinds.indexOf(undefined);
  if (at >= 0) return { failure: `${[before, after][at]}: ${describeMissing()}` };
  if (kinds[0] === "folder" && kinds[1] === "folder") return pairFolders(before, after, shell);
  if (kinds.includes("folder")) return { failure: l10n.t("a file and a folder cannot be compared") };
  const stdin = [before, after].includes(STDIN) ? await shell.readStdin() : undefined;
  const paths = [shownPath(before), shownPath(after)] as const;
  // A name says more than that something came from standard input.
  const [previousPath, path] = after === STDIN ? [paths[1], paths[0]] : paths;
  const source = (given: string): ReadSource =>
    given === STDIN ? () => textOf(stdin) : sourceAt(resolve(shell.cwd, given), shell);
  const named = [before, after].filter((given) => given !== STDIN).at(-1);
  return {
    pairs: [
      {
        path,
        ...(previousPath !== path && previousPath !== STDIN_PATH && { previousPath }),
        ...(named !== undefined && { place: resolve(shell.cwd, named) }),
        isNamed: true,
        declared: true,
        before: source(before),
        after: source(after),
        attached: {
          before: readerIn(folderOf(before, shell), shell.disk),
          after: readerIn(folderOf(after, shell), shell.disk),
        },
      },
    ],
    unread: [],
  };
}

/** Paths of standard input start at the current folder. */
function folderOf(given: string, { cwd }: Shell): string {
  return given === STDIN ? cwd : dirname(resolve(cwd, given));
}

function kindOf(given: string, { cwd, disk }: Shell): "file" | "folder" | "other" | undefined {
  if (given === STDIN) return "file";
  try {
    return disk.kindOf(resolve(cwd, given));
  } catch {
    return undefined;
  }
}

async function pairFolders(before: string, after: string, shell: Shell): Promise<Pairs> {
  const unread: Unread[] = [];
  const old = await filesBelow(before, shell, unread);
  const now = await filesBelow(after, shell, unread);
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  const pairs = names.map((name): FilePair => {
    const [was, is] = [old.get(name), now.get(name)];
    const found = is ?? was;
    return {
      path: found?.path ?? name,
      place: found?.place ?? name,
      isNamed: false,
      declared: isPolicyFileName(name, shell.catalog.dialects) || isGrantsFileName(name),
      ...(was && { before: sourceAt(was.place, shell) }),
      ...(is && { after: sourceAt(is.place, shell) }),
      attached: {
        ...(was && { before: readerIn(dirname(was.place), shell.disk) }),
        ...(is && { after: readerIn(dirname(is.place), shell.disk) }),
      },
    };
  });
  return { pairs, unread };
}

/** By their paths below the folder. What git ignores counts on both sides: one of them may be nothing git knows. */
async function filesBelow(folder: string, { catalog, cwd, disk }: Shell, unread: Unread[]) {
  const search: Search = { cwd, dialects: catalog.dialects, disk, ignoring: false };
  const root = resolve(cwd, folder);
  const files = new Map<string, { readonly path: string; readonly place: string }>();
  for (const found of findFiles(await readTargets([folder], search), search)) {
    if (found.kind !== "file") unread.push(found);
    else if (found.place !== undefined) {
      const name = withSlashes(relative(root, found.place));
      files.set(name, { path: found.path, place: found.place });
    }
  }
  return files;
}

/** `paths` limit what is compared; the current folder when there are none. */
export async function pairWithCommit(
  ref: string,
  paths: readonly string[],
  shell: Shell,
): Promise<Pairs | PairsFailure> {
  const { catalog, cwd, disk } = shell;
  const git = openGit(shell);
  if ("failure" in git) return git;
  const repository = await openRepository(git, ref);
  if ("failure" in repository) return repository;
  const all = await changesSince(repository, paths.length === 0 ? ["."] : paths);
  if ("failure" in all) return all;
  const { root } = repository;
  const shown = (path: string) => withSlashes(relative(cwd, join(root, path)));
  const named = new Set(paths.map((path) => resolve(cwd, path)));
  const missing = paths.find(
    (path) =>
      kindOf(path, shell) === undefined &&
      !all.some((change) => isAt(join(root, change.path), resolve(cwd, path))),
  );
  if (missing !== undefined)
    return {
      failure: `${missing}: ${l10n.t("no such file or folder, and none that was deleted")}`,
    };

  const isWanted = ({ path }: Change) =>
    named.has(join(root, path)) || (isCandidate(path) && !path.split("/").some(isSkippedFolder));
  const changes = all.filter((change) => isWanted(change) || isSubmodule(change));
  const ids = changes.flatMap(({ before, after }) => [idOf(before), idOf(after)].flatMap((id) => id ?? []));
  const objects = await readObjects(git, ids, LARGEST);
  if ("failure" in objects) return objects;
  const byId = new Map(ids.map((id, at) => [id, objects[at]]));

  function recordedSource({ id, kind }: Recorded): ReadSource {
    return () => {
      if (kind === "link") return { unreadable: l10n.t("a link is not followed") };
      if (kind === "submodule") return { unreadable: l10n.t("a submodule is not followed") };
      const object = byId.get(id);
      if (object === "missing" || object === undefined) {
        return { unreadable: l10n.t("its version of then is not in this clone") };
      }
      return textOf(object === "too-large" ? undefined : object);
    };
  }

  const pairs = changes.map((change): FilePair => {
    const { path, before, after } = change;
    const place = join(root, path);
    const previous = before?.path ?? path;
    return {
      path: shown(path),
      ...(previous !== path && { previousPath: shown(previous), isRename: true }),
      place,
      isNamed: named.has(place),
      declared:
        isSubmodule(change) ||
        isPolicyFileName(path, catalog.dialects) ||
        isGrantsFileName(path) ||
        named.has(place),
      ...(before && { before: recordedSource(before) }),
      ...(after && {
        after: after === "in-working-tree" ? sourceAt(place, { disk }) : recordedSource(after),
      }),
    };
  });
  const source = (place: string) => sourceAt(place, { disk });
  const found = await withGrants(pairs, { repository, paths, shell, shown, sourceAt: source });
  return "failure" in found ? found : { pairs: found, unread: [] };
}

/** A file is at its own place, and at those of the folders around it. */
function isAt(file: string, place: string): boolean {
  return file === place || file.startsWith(place.endsWith(sep) ? place : place + sep);
}

function idOf(version: Change["after"]): string | undefined {
  return typeof version === "object" && version.kind === "file" ? version.id : undefined;
}

function isSubmodule({ before, after }: Change): boolean {
  return before?.kind === "submodule" || (typeof after === "object" && after.kind === "submodule");
}

function sourceAt(place: string, { disk }: Pick<Shell, "disk">): ReadSource {
  return () => {
    try {
      return textOf(disk.read(place, LARGEST));
    } catch (error) {
      return { unreadable: describeError(error) };
    }
  };
}

function textOf(bytes: Uint8Array | undefined): FileText | Unreadable {
  if (bytes === undefined || bytes.length > LARGEST) {
    return { unreadable: describeTooLarge() };
  }
  const read = decode(bytes);
  if (read.text.includes("\0")) return { unreadable: l10n.t("not read, because it is binary") };
  if (/^version https:\/\/git-lfs\.github\.com\//.test(read.text)) {
    return { unreadable: l10n.t("not read, because only its address in Git LFS is here") };
  }
  return read;
}

function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
