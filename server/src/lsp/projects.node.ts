// Reads project files from disk: at once, so that no document is ever judged by settings that are not its own.
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What is larger was never written as a project file. */
const MOST_BYTES = 5_000_000;

export function readProjectFile(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const path = fileURLToPath(uri);
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() && stat.size <= MOST_BYTES ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined; // What nobody may read decides nothing.
  }
}
