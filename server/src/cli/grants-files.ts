// Reads the policies that grants files name, from disk: paths start at the folder of the grants file.
import { resolve } from "node:path";
import type { FileText } from "../core/index.js";
import type { Disk } from "../disk/disk.js";
import { decode, LARGEST } from "./read-file.js";

export type AttachedReader = (path: string) => FileText;

export function readerIn(folder: string, disk: Disk): AttachedReader {
  return (path) => {
    const place = resolve(folder, path);
    try {
      const kind = disk.kindOf(place);
      if (kind === undefined) return { kind: "missing" };
      if (kind !== "file") return { kind: "unreadable" };
      return textOf(disk.read(place, LARGEST));
    } catch {
      return { kind: "unreadable" };
    }
  };
}

export function textOf(bytes: Uint8Array | undefined): FileText {
  if (bytes === undefined || bytes.length > LARGEST) return { kind: "too-large" };
  return { kind: "text", text: decode(bytes).text };
}
