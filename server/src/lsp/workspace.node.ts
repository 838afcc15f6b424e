// The files of the workspace, on disk.
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Disk, disk as realDisk } from "../disk/disk.js";
import { loadMatcher } from "../disk/ignored.js";
import { createSieve } from "../disk/sieve.js";
import { walk } from "../disk/walk.js";
import { encodeName } from "./paths.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** Policies have a few thousand characters; the command line judges what is larger. */
const MOST_BYTES = 1_000_000;

const decoder = new TextDecoder();

export function createWorkspaceFiles(disk: Disk = realDisk): WorkspaceFiles {
  // People type in one file at a time, and each key asks for it again.
  let last: { readonly uri: string; readonly key: string | undefined } | undefined;
  return {
    keyOf(uri) {
      if (last?.uri === uri) return last.key;
      const place = placeOf(uri);
      const key = place === undefined ? undefined : uriOf(place);
      last = { uri, key };
      return key;
    },

    async find(folder) {
      const place = placeOf(folder);
      return place === undefined ? [] : findBelow(place, { disk, matcher: await loadMatcher() });
    },

    async sieve(folders) {
      const places = folders.map(placeOf).filter((place) => place !== undefined);
      const sieve = createSieve(places, { disk, matcher: await loadMatcher() });
      return (uri) => {
        const place = placeOf(uri);
        return place === undefined ? undefined : sieve(place);
      };
    },

    read(file) {
      try {
        const bytes = disk.read(placeOf(file) ?? "", MOST_BYTES);
        return bytes === undefined ? {} : { text: decoder.decode(bytes) };
      } catch {
        return undefined;
      }
    },

    now: () => performance.now(),
  };
}

function* findBelow(place: string, options: Parameters<typeof walk>[1]): Generator<string | undefined> {
  for (const found of walk({ path: ".", place }, options)) {
    yield found.kind === "file" ? uriOf(found.place) : undefined;
  }
}

function placeOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const place = fileURLToPath(uri);
    return place.length > 1 && place.endsWith(sep) && !place.endsWith(`:${sep}`) ? place.slice(0, -1) : place;
  } catch {
    return undefined; // A file of another machine, or a stray percent sign.
  }
}

/** As VS Code writes it; other editors know how to read that. */
function uriOf(place: string): string {
  const path = sep === "/" ? place : place.replaceAll(sep, "/");
  const isShare = path.startsWith("//");
  const rooted = path.startsWith("/") ? path : `/${path.charAt(0).toLowerCase()}${path.slice(1)}`;
  const names = (isShare ? path.slice(2) : rooted).split("/");
  return `file://${names.map(encodeName).join("/")}`;
}
