// Finds the files that are meant by the paths of a command line: files, folders, globs and standard input.
// What a file holds is not asked here.
import { resolve, sep } from "node:path";
import { type Dialect, isPolicyFileName } from "../core/index.js";
import type { Disk, DiskEntry } from "./disk.js";
import { describeError } from "./failure.js";

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
}

export const STDIN = "-";
const STDIN_PATH = "<stdin>";

/** Policies that others wrote, and the history of this folder, are nobody's work here. */
const SKIPPED_FOLDERS = new Set([".git", "node_modules"]);
const JSON_FILE = /\.jsonc?$/i;

/** What one path of the command line stands for. */
export type Target = Found | Folder;

export interface Folder {
  readonly kind: "folder";
  readonly path: string;
  readonly place: string;
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
    for (const found of target.kind === "folder" ? walk(target.path, target.place, search) : [target]) {
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
        return [{ kind: "folder", path: path.replace(/\/+$/, "") || "/", place }];
      case "other":
        return [{ kind: "unreadable", path, reason: "neither a file nor a folder" }];
      case undefined:
        return /[*?[{(!]/.test(path) ? expandGlob(path, search) : [missing(path)];
    }
  } catch (error) {
    return [{ kind: "missing", path, reason: describeError(error) }];
  }
}

function missing(path: string): FoundNothing {
  return { kind: "missing", path, reason: "no such file or folder" };
}

/** A glob in quotation marks means what it means without them: the shell would have named these files. */
async function expandGlob(pattern: string, { cwd }: Search): Promise<readonly Target[]> {
  // Loaded where it is needed: most runs name no glob, and start sooner.
  const { globSync } = await import("tinyglobby");
  const paths = globSync(pattern, {
    cwd,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: [...SKIPPED_FOLDERS].map((name) => `**/${name}/**`),
    onlyFiles: false,
  });
  if (paths.length === 0) return [{ kind: "missing", path: pattern, reason: "no file fits this pattern" }];
  return paths.sort().map((found) => {
    const path = withSlashes(found);
    const place = resolve(cwd, found);
    if (path.endsWith("/")) return { kind: "folder", path: path.slice(0, -1), place };
    return { kind: "file", path, place, declared: true };
  });
}

/** Links to folders are not followed: their files are found where they are, and a loop cannot catch us. */
function* walk(path: string, place: string, search: Search): Generator<Found> {
  let entries: readonly DiskEntry[];
  try {
    entries = search.disk.list(place);
  } catch (error) {
    yield { kind: "unreadable", path, reason: describeError(error) };
    return;
  }
  const prefix = path === "." ? "" : path.endsWith("/") ? path : `${path}/`;
  for (const { name, kind } of entries) {
    const below = { path: prefix + name, place: place + sep + name };
    if (kind === "folder") {
      if (!SKIPPED_FOLDERS.has(name)) yield* walk(below.path, below.place, search);
    } else if (kind !== "other" && JSON_FILE.test(name)) {
      if (kind === "link" && !leadsToFile(below.place, search.disk)) continue;
      yield { kind: "file", ...below, declared: isPolicyFileName(name, search.dialects) };
    }
  }
}

/** A link that leads nowhere is taken for a file: that it cannot be read is worth a message. */
function leadsToFile(place: string, disk: Disk): boolean {
  try {
    const kind = disk.kindOf(place);
    return kind === "file" || kind === undefined;
  } catch {
    return true;
  }
}

function withSlashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}
