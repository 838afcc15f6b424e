// Names the four files that the catalog is derived from, and reads them.

import { readFileSync } from "node:fs";
import { fail } from "./reader.js";

/** Where the inputs stand under `server/data`. */
export const inputFiles = {
  tencentFacts: "facts/tencent-actions.json",
  otcFacts: "facts/otc-ims-actions.json",
  camOverrides: "overrides/cam.json",
  otcOverrides: "overrides/otc.json",
} as const;

/** Parsed JSON of each file, not yet judged. */
export type Inputs = Readonly<Record<keyof typeof inputFiles, unknown>>;

export function readInputs(data: URL): Inputs {
  return {
    tencentFacts: readJson(inputFiles.tencentFacts, data),
    otcFacts: readJson(inputFiles.otcFacts, data),
    camOverrides: readJson(inputFiles.camOverrides, data),
    otcOverrides: readJson(inputFiles.otcOverrides, data),
  };
}

function readJson(file: string, data: URL): unknown {
  try {
    return JSON.parse(readFileSync(new URL(file, data), "utf8"));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return fail({ file, path: "$" }, `cannot be read as JSON: ${cause}`);
  }
}
