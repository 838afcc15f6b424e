// Finds the files that are meant by the paths of a command line: files, folders, globs and standard input.
// What a file holds is not asked here.
import { resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import { type Dialect, isGrantsFileName, isPolicyFileName } from "../core/index.js";
import type { Disk } from "../disk/disk.js";
import { loadMatcher, type Matcher } from "../disk/ignored.js";
import { walk } from "../disk/walk.js";
import { describeError, describeMissing } from "./failure.js";

export type Found = FoundFile | FoundNothing;

export interface FoundFile {
  readonly kind: "file";
  /** As given, or below the folder given; with forward slashes. */
  readonly path: string;
  /** Where it is; absent for standard input. */
  readonly place?: string;
  /** By its own name or by the user: judged whatever it holds. Other files are judged when they are policies. */
  readonly declared: boolean;
}

export interface FoundNothing {
  /** `missing`: a path was named that does not exist. `unreadable`: a folder or link leads nowhere. */
  readonly kind: "missing" | "unreadable";
  readonly path: string;
  readonly reason: string;
}

export interface Search {
  readonly cwd: string;
  readonly dialects: readonly Dialect[];
  readonly disk: Disk;
  /** Whether files that git leaves out are left out in folders. */
  readonly ignoring: boolean;
}

export const STDIN = "-";
export const STDIN_PATH = "<stdin>";

/** What one path of the command line stands for. */
export type Target = Found | Folder;

export interface Folder {
  readonly kind: "folder";
  readonly path: string;
  readonly place: string;
  /** Absent where nothing is left out. */
  readonly matcher?: Matcher | undefined;
}

/** The current folder when there are no paths. */
export async function readTargets(paths: readonly string[], search: Search): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const path of paths.length === 0 ? ["."] : paths) targets.push(...(await readTarget(path, search)));
  return targets;
}

/** In the order given, below a folder in the order of names; a file that is meant twice comes once. */
export function* findFiles(targets: readonly Target[], search: Search): Generator<Found> {
  const seen = new Set<string>();
  const named = new Set(targets.flatMap((target) => (target.kind === "file" ? [target.place] : [])));
  for (const target of targets) {
    for (const found of target.kind === "folder" ? findBelow(target, search) : [target]) {
      if (found.kind !== "file" || targets.length === 1) {
        yield found;
        continue;
      }
      const place = found.place ?? STDIN;
      if (seen.has(place)) continue;
      seen.add(place);
      yield named.has(found.place) ? { ...found, declared: true } : found;
    }
  }
}

async function readTarget(given: string, search: Search): Promise<readonly Target[]> {
  if (given === STDIN) return [{ kind: "file", path: STDIN_PATH, declared: true }];
  const path = withSlashes(given);
  const place = resolve(search.cwd, given);
  try {
    switch (search.disk.kindOf(place)) {
      case "file":
        return [{ kind: "file", path, place, declared: true }];
      case "folder":
        return [await readFolder(path.replace(/\/+$/, "") || "/", place, search)];
      case "other":
        return [{ kind: "unreadable", path, reason: l10n.t("neither a file nor a folder") }];
      case undefined:
        return /[*?[{(!]/.test(path) ? expandGlob(path, search) : [missing(path)];
    }
  } catch (error) {
    return [{ kind: "missing", path, reason: describeError(error) }];
  }
}

async function readFolder(path: string, place: string, { ignoring }: Search): Promise<Folder> {
  return { kind: "folder", path, place, ...(ignoring && { matcher: await loadMatcher() }) };
}

function missing(path: string): FoundNothing {
  return { kind: "missing", path, reason: describeMissing() };
}

/** A glob in quotation marks means what it means without them: the shell would have named these files. */
async function expandGlob(pattern: string, search: Search): Promise<readonly Target[]> {
  const { cwd } = search;
  // Loaded where it is needed: most runs name no glob, and start sooner.
  const { globSync } = await import("tinyglobby");
  const paths = globSync(pattern, {
    cwd,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/.git/**", "**/node_modules/**"],
    onlyFiles: false,
  });
  if (paths.length === 0)
    return [{ kind: "missing", path: pattern, reason: l10n.t("no file fits this pattern") }];
  const targets = paths.sort().map((found): Target | Promise<Target> => {
    const path = withSlashes(found);
    const place = resolve(cwd, found);
    if (path.endsWith("/")) return readFolder(path.slice(0, -1), place, search);
    return { kind: "file", path, place, declared: true };
  });
  return Promise.all(targets);
}

function* findBelow(folder: Folder, { disk, dialects }: Search): Generator<Found> {
  for (const found of walk(folder, { disk, matcher: folder.matcher })) {
    const { kind, path, place } = found;
    if (kind === "folder") continue;
    if (kind === "unreadable") yield { kind, path, reason: describeError(found.error) };
    else
      yield {
        kind,
        path,
        place,
        declared: isPolicyFileName(found.name, dialects) || isGrantsFileName(found.name),
      };
  }
}

function withSlashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}
