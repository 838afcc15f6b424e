// The file system as our programs need it. Synchronous on purpose: for thousands of small files Node's
// asynchronous reading takes five times as long.
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";

export interface Disk {
  /** Follows links. Throws where it cannot be told; undefined where there is nothing. */
  readonly kindOf: (path: string) => "file" | "folder" | "other" | undefined;
  /** Entries of a folder in the order of their names. Throws where it cannot be read. */
  readonly list: (path: string) => readonly DiskEntry[];
  /** The bytes, valid until the next call; undefined where there are more than `limit`. Throws on failure. */
  readonly read: (path: string, limit: number) => Uint8Array | undefined;
}

export interface DiskEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

export const disk: Disk = {
  kindOf(path) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    if (stat.isDirectory()) return "folder";
    // A pipe can be named too: `access-policy check <(make-policy)`.
    return stat.isFile() || stat.isFIFO() ? "file" : "other";
  },

  list(path) {
    const entries = readdirSync(path, { withFileTypes: true }).map((entry): DiskEntry => {
      if (entry.isFile()) return { name: entry.name, kind: "file" };
      if (entry.isDirectory()) return { name: entry.name, kind: "folder" };
      return { name: entry.name, kind: entry.isSymbolicLink() ? "link" : "other" };
    });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  },

  read(path, limit) {
    const file = openSync(path, "r");
    try {
      return readAll(file, limit);
    } finally {
      closeSync(file);
    }
  },
};

/** Nearly every policy fits into it, and is then read without asking for its size. */
let space = Buffer.allocUnsafe(64 * 1024);

function readAll(file: number, limit: number): Uint8Array | undefined {
  let length = 0;
  for (;;) {
    const read = readSync(file, space, length, space.length - length, null);
    length += read;
    if (length > limit) return undefined;
    if (read === 0) return space.subarray(0, length);
    if (length < space.length) continue;
    const { size } = fstatSync(file);
    if (size > limit) return undefined;
    const larger = Buffer.allocUnsafe(Math.max(size + 1, space.length * 2));
    space.copy(larger, 0, 0, length);
    space = larger;
  }
}
