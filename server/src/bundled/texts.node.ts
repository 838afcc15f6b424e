// Reads the documentation texts that stand beside the program, in the folder `data`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogTexts } from "../core/index.js";

/** Throws when the file is missing: the package is damaged then. */
export function loadTexts(folder: string): CatalogTexts {
  return JSON.parse(readFileSync(join(folder, "texts.json"), "utf8"));
}
