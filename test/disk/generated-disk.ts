// A disk that is made while it is looked at: as many folders and files as a test asks for, and none of them real.
import { basename, join } from "node:path";
import type { Disk, DiskEntry } from "../../server/src/disk/disk.js";

export interface Generated {
  readonly folders: number;
  /** In each folder. */
  readonly files: number;
  /** The text of `.gitignore`, where there is to be one. */
  readonly ignored?: string;
  /** The text of a file; `{}` unless given. */
  readonly text?: (path: string) => string;
  readonly onList?: (path: string) => void;
  readonly onRead?: (path: string) => void;
}

/** `/project/0000/0000.json` and so on. */
export function generatedDisk(options: Generated): Disk {
  const { folders, files, ignored, text = () => "{}", onList, onRead } = options;
  return {
    kindOf(path) {
      if (path === join("/project", ".gitignore")) return ignored === undefined ? undefined : "file";
      if (basename(path).startsWith(".")) return undefined;
      return path.endsWith(".json") ? "file" : "folder";
    },
    list(path) {
      onList?.(path);
      if (basename(path) !== "project") {
        return named(files, (name) => ({ name: `${name}.json`, kind: "file" }));
      }
      const inner = named(folders, (name) => ({ name, kind: "folder" }));
      return ignored === undefined ? inner : [{ name: ".gitignore", kind: "file" }, ...inner];
    },
    read(path) {
      if (path.endsWith(".gitignore") && ignored !== undefined) return Buffer.from(ignored);
      if (!path.endsWith(".json")) throw new Error("no such file");
      onRead?.(path);
      return Buffer.from(text(path));
    },
  };
}

function named(count: number, make: (name: string) => DiskEntry): DiskEntry[] {
  const digits = Math.max(4, String(count - 1).length);
  return Array.from({ length: count }, (_, index) => make(String(index).padStart(digits, "0")));
}
