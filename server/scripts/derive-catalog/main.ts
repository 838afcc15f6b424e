// Writes `server/data/catalog.json` and `server/data/texts.json`. Run it after a change of the facts or of
// the overrides: `npx tsx server/scripts/derive-catalog/main.ts`.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deriveCatalog, inputFiles } from "./derive.js";
import { printJson } from "./print.js";

const data = new URL("../../data/", import.meta.url);

try {
  const { catalog, texts } = deriveCatalog({
    tencentFacts: readJson(inputFiles.tencentFacts),
    otcFacts: readJson(inputFiles.otcFacts),
    camOverrides: readJson(inputFiles.camOverrides),
    otcOverrides: readJson(inputFiles.otcOverrides),
  });
  writeFileSync(new URL("catalog.json", data), printJson(catalog));
  writeFileSync(new URL("texts.json", data), printJson(texts));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function readJson(file: string): unknown {
  const url = new URL(file, data);
  try {
    return JSON.parse(readFileSync(url, "utf8"));
  } catch (cause) {
    throw new Error(`${fileURLToPath(url)}: $: cannot be read as JSON: ${String(cause)}`, { cause });
  }
}
