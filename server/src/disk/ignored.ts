// What git leaves out: the patterns of `.gitignore` files, and of `.git/info/exclude`, that hold in a folder.
// A person's own list for all repositories is not asked: a folder holds the same policies on every machine.
import { dirname, join, resolve, sep } from "node:path";
import type { Ignore, Options } from "ignore";
import type { Disk } from "./disk.js";

/** What holds in a folder, from the outermost file of patterns to the innermost, which has the last word. */
export type PatternFiles = readonly PatternFile[];

interface PatternFile {
  /** Its patterns speak about paths below this folder. */
  readonly folder: string;
  /** Neither, where no pattern fits. */
  readonly test: (
    place: string,
    isFolder: boolean,
  ) => { readonly ignored: boolean; readonly unignored: boolean };
  /** The same without a word against this folder, so that what is in it is judged by itself. */
  readonly admit: (folder: string) => PatternFile;
}

/** What a folder has of its own that matters here. */
export interface Marks {
  readonly git: boolean;
  readonly ignoreFile: boolean;
}

/** Makes the matcher of the library. */
export type Matcher = (options?: Options) => Ignore;

export const GIT = ".git";
export const IGNORE_FILE = ".gitignore";

/** Nobody wrote patterns by hand in a file that is larger. */
const LARGEST = 1_000_000;

/** The library keeps each answer; after so many it is made to forget them. */
const MOST_ANSWERS = 10_000;

/** Git decides by the file system when it makes a repository; so do we, by what is usual on the platform. */
const OPTIONS: Options = { ignorecase: process.platform === "win32" || process.platform === "darwin" };

/** Loaded where it is needed: a run of the command line that names a file starts sooner. */
export async function loadMatcher(): Promise<Matcher> {
  return (await import("ignore")).default;
}

/** For a folder that is named: files of patterns in folders above it count up to the root of the work tree. */
export function patternsOf(folder: string, matcher: Matcher, disk: Disk): PatternFiles {
  const way = [folder];
  for (let at = folder; !exists(join(at, GIT), disk); ) {
    const above = dirname(at);
    if (above === at) {
      way.splice(0, way.length - 1); // In no work tree nothing above the folder counts.
      break;
    }
    at = above;
    way.unshift(at);
  }
  return way.reduce<PatternFiles>(
    (outer, place) => enter(outer, place, marksOf(place, disk), matcher, disk),
    [],
  );
}

/** For whoever has not listed the folder. */
export function marksOf(folder: string, disk: Disk): Marks {
  return { git: exists(join(folder, GIT), disk), ignoreFile: exists(join(folder, IGNORE_FILE), disk) };
}

/** For a folder in one whose patterns are known: whoever left it out was overruled, or it would not be entered. */
export function enter(
  outer: PatternFiles,
  folder: string,
  marks: Marks,
  matcher: Matcher,
  disk: Disk,
): PatternFiles {
  const read = (path: string) => readPatterns(path, folder, matcher, disk);
  const own = marks.ignoreFile ? read(join(folder, IGNORE_FILE)) : [];
  // A repository inside another one is no business of the outer one.
  if (marks.git) return [...read(excludeFileOf(folder, disk)), ...own];
  const admitted = outer.map((file) => file.admit(folder));
  return own.length === 0 ? admitted : [...admitted, ...own];
}

export function isIgnored(files: PatternFiles, place: string, isFolder: boolean): boolean {
  for (let index = files.length - 1; index >= 0; index--) {
    const answer = files[index]?.test(place, isFolder);
    if (answer?.ignored || answer?.unignored) return answer.ignored;
  }
  return false;
}

function readPatterns(path: string, folder: string, matcher: Matcher, disk: Disk): PatternFiles {
  try {
    const bytes = disk.read(path, LARGEST);
    if (bytes === undefined) return [];
    return [patternFile(folder, matcher(OPTIONS).add(new TextDecoder().decode(bytes)), matcher)];
  } catch {
    return []; // It is not there, or not for us to read: then it says nothing, as with git.
  }
}

function patternFile(folder: string, patterns: Ignore, matcher: Matcher): PatternFile {
  let current = patterns;
  let asked = 0;

  function test(place: string, isFolder: boolean) {
    if (++asked % MOST_ANSWERS === 0) current = matcher(OPTIONS).add(current);
    return current.test(below(folder, place) + (isFolder ? "/" : ""));
  }

  return {
    folder,
    test,
    admit(inner) {
      let admitted: Ignore | undefined;
      // The library leaves out whatever is in a folder that is left out, so each on the way is let in.
      for (const path of prefixes(below(folder, inner))) {
        const rules: Ignore = admitted ?? current;
        if (!rules.test(`${path}/`).ignored) continue;
        admitted = matcher(OPTIONS)
          .add(rules)
          .add({ pattern: `!/${literal(path)}/` });
      }
      return admitted === undefined ? this : patternFile(folder, admitted, matcher);
    },
  };
}

function below(folder: string, place: string): string {
  const path = place.slice(folder.endsWith(sep) ? folder.length : folder.length + 1);
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** `a/b/c` is in `a`, in `a/b`, and is `a/b/c`. */
function prefixes(path: string): string[] {
  const names = path.split("/");
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/** A path as a pattern that fits nothing else. */
function literal(path: string): string {
  return path.replace(/[\\*?[\]!# ]/g, "\\$&");
}

/** In a submodule or a second work tree `.git` is a file that says where the repository is. */
function excludeFileOf(folder: string, disk: Disk): string {
  const git = join(folder, GIT);
  const elsewhere = /^gitdir: (.+)/.exec(readLine(git, disk))?.[1];
  if (elsewhere === undefined) return join(git, "info", "exclude");
  const repository = resolve(folder, elsewhere);
  const common = readLine(join(repository, "commondir"), disk);
  return join(common === "" ? repository : resolve(repository, common), "info", "exclude");
}

function readLine(path: string, disk: Disk): string {
  try {
    if (disk.kindOf(path) !== "file") return "";
    const bytes = disk.read(path, LARGEST);
    return new TextDecoder().decode(bytes ?? new Uint8Array()).trimEnd();
  } catch {
    return "";
  }
}

function exists(path: string, disk: Disk): boolean {
  try {
    return disk.kindOf(path) !== undefined;
  } catch {
    return false;
  }
}
