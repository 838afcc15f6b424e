// Says of single files and folders whether a walk would come to them, for those who are told what has changed.
import { basename, dirname, sep } from "node:path";
import { enter, isIgnored, marksOf, type PatternFiles, patternsOf } from "./ignored.js";
import { isCandidate, isSkippedFolder, type WalkOptions } from "./walk.js";

/** It remembers what it reads of folders, so it is for a moment, not for a session. */
export function createSieve(
  roots: readonly string[],
  options: WalkOptions,
): (place: string) => "file" | "folder" | undefined {
  const sieves = roots.map((root) => createRootSieve(root, options));
  return (place) => {
    for (const sieve of sieves) {
      const kind = sieve(place);
      if (kind !== undefined) return kind;
    }
    return undefined;
  };
}

function createRootSieve(root: string, { disk, matcher }: WalkOptions) {
  const start = root.endsWith(sep) ? root : root + sep;
  const known = new Map<string, PatternFiles | undefined>();

  /** What holds in a folder; undefined where the walk does not come. */
  function patternsIn(folder: string): PatternFiles | undefined {
    if (!known.has(folder)) known.set(folder, readPatterns(folder));
    return known.get(folder);
  }

  function readPatterns(folder: string): PatternFiles | undefined {
    if (folder === root) return matcher === undefined ? [] : patternsOf(root, matcher, disk);
    const outer = patternsIn(dirname(folder));
    if (outer === undefined || isLeftOut(folder, outer)) return undefined;
    return matcher === undefined ? outer : enter(outer, folder, marksOf(folder, disk), matcher, disk);
  }

  function isLeftOut(folder: string, outer: PatternFiles): boolean {
    return isSkippedFolder(basename(folder)) || isIgnored(outer, folder, true);
  }

  return (place: string) => {
    if (place !== root && !place.startsWith(start)) return undefined;
    const outer = place === root ? [] : patternsIn(dirname(place));
    if (outer === undefined) return undefined;
    const kind = kindOf(place);
    if (kind === "folder") return place === root || !isLeftOut(place, outer) ? kind : undefined;
    return kind === "file" && isCandidate(place) && !isIgnored(outer, place, false) ? kind : undefined;
  };

  function kindOf(place: string) {
    try {
      return disk.kindOf(place);
    } catch {
      return undefined;
    }
  }
}
