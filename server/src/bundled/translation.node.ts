// Reads the texts in other languages than English that stand beside the program, in the folder `data`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language, Translation } from "../core/index.js";

/** Undefined for English, which is in the program. Throws when the file is missing: the package is damaged then. */
export function loadTranslation(folder: string, language: Language): Translation | undefined {
  if (language === "en") return undefined;
  return JSON.parse(readFileSync(join(folder, `bundle.l10n.${language}.json`), "utf8"));
}
