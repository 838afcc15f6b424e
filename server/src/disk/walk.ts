// The walk through a folder that the command line and the language server share: which files below it may be
// policies, as far as names tell. One after the other, in the order of names, however many there are.
import { sep } from "node:path";
import type { Disk, DiskEntry } from "./disk.js";
import {
  enter,
  GIT,
  IGNORE_FILE,
  isIgnored,
  type Matcher,
  type PatternFiles,
  patternsOf,
} from "./ignored.js";

export interface Place {
  /** As people are shown it, with forward slashes; `.` is the folder they are in. */
  readonly path: string;
  readonly place: string;
}

export interface WalkedFile extends Place {
  readonly kind: "file";
  readonly name: string;
}

/** Told so that who walks can do something else in between: there may be many folders without a policy. */
export interface EnteredFolder extends Place {
  readonly kind: "folder";
}

/** A folder that cannot be listed; the walk goes on after it. */
export interface UnreadableFolder extends Place {
  readonly kind: "unreadable";
  readonly error: unknown;
}

export type Walked = WalkedFile | EnteredFolder | UnreadableFolder;

export interface WalkOptions {
  readonly disk: Disk;
  /** Leaves out what git leaves out; absent: nothing is left out but the folders that never count. */
  readonly matcher?: Matcher | undefined;
}

interface Level {
  readonly entries: readonly DiskEntry[];
  next: number;
  readonly path: string;
  readonly place: string;
  readonly patterns: PatternFiles;
}

/** Policies that others wrote, and the history of this folder, are nobody's work here. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([GIT, "node_modules"]);
const CANDIDATE = /\.jsonc?$/i;

export function isSkippedFolder(name: string): boolean {
  return SKIPPED_FOLDERS.has(name);
}

export function isCandidate(name: string): boolean {
  return CANDIDATE.test(name);
}

/** Links to folders are not followed: their files are found where they are, and a loop cannot catch us. */
export function* walk(root: Place, options: WalkOptions): Generator<Walked> {
  const { disk, matcher } = options;
  const outer = matcher === undefined ? [] : patternsOf(root.place, matcher, disk);
  // A stack of our own: folders may be nested deeper than functions can call each other.
  const stack: Level[] = [];
  const first = open(root, outer, disk);
  if ("error" in first) yield first;
  else stack.push(first);

  for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
    const entry = level.entries[level.next++];
    if (entry === undefined) {
      stack.pop();
      continue;
    }
    const { name, kind } = entry;
    const isFolder = kind === "folder";
    if (isFolder ? SKIPPED_FOLDERS.has(name) : kind === "other" || !CANDIDATE.test(name)) continue;
    const place = level.place + name;
    if (level.patterns.length > 0 && isIgnored(level.patterns, place, isFolder)) continue;
    const found = { path: level.path + name, place };
    if (isFolder) {
      const inner = open(found, level.patterns, disk, matcher);
      if ("error" in inner) {
        yield inner;
        continue;
      }
      stack.push(inner);
      yield { kind: "folder", ...found };
    } else if (kind === "file" || leadsToFile(place, disk)) yield { kind: "file", ...found, name };
  }
}

/** Without a matcher the patterns are those of the folder already. */
function open(
  { path, place }: Place,
  patterns: PatternFiles,
  disk: Disk,
  matcher?: Matcher,
): Level | UnreadableFolder {
  let entries: readonly DiskEntry[];
  try {
    entries = disk.list(place);
  } catch (error) {
    return { kind: "unreadable", path, place, error };
  }
  return {
    entries,
    next: 0,
    path: path === "." ? "" : path.endsWith("/") ? path : `${path}/`,
    place: place.endsWith(sep) ? place : place + sep,
    patterns: matcher === undefined ? patterns : enter(patterns, place, marksAmong(entries), matcher, disk),
  };
}

function marksAmong(entries: readonly DiskEntry[]) {
  let git = false;
  let ignoreFile = false;
  for (const { name, kind } of entries) {
    if (name === GIT) git = true;
    else if (name === IGNORE_FILE) ignoreFile = kind === "file";
    else if (name > IGNORE_FILE) break; // They come in the order of names.
  }
  return { git, ignoreFile };
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
