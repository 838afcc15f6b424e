// Reads the pages about the checks that stand beside the program, in the folder `data`; the build collects them.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Markdown by the id of the check, and the list of all under `index`. Throws when the package is damaged. */
export function loadPages(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, "pages.json"), "utf8"));
}
