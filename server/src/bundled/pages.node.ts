// Reads the pages about the checks that stand beside the program, in the folder `data`; the build collects them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../core/index.js";

/**
 * Markdown by the id of the check, and the list of all under `index`; in English what has no translation. Throws
 * when the package is damaged.
 */
export function loadPages(folder: string, language: Language): Readonly<Record<string, string>> {
  const name = language === "en" ? "pages.json" : `pages.${language}.json`;
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}
