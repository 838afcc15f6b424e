// Writes `server/data/catalog.json` and `server/data/texts.json`. Run it after a change of the facts or of
// the overrides: `npx tsx server/scripts/derive-catalog/main.ts`.

import { writeFileSync } from "node:fs";
import { deriveCatalog } from "./derive.js";
import { readInputs } from "./inputs.js";
import { printJson } from "./print.js";

const data = new URL("../../data/", import.meta.url);

try {
  const { catalog, texts } = deriveCatalog(readInputs(data));
  writeFileSync(new URL("catalog.json", data), printJson(catalog));
  writeFileSync(new URL("texts.json", data), printJson(texts));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
