// Derives the two files of the catalog from the four files of facts and overrides. It reads and writes
// nothing itself: parsed JSON in, values out.

import type { CatalogData, CatalogTexts } from "../../src/core/catalog/data.js";
import { deriveCam } from "./derive-cam.js";
import { deriveOtc } from "./derive-otc.js";
import type { DialectParts } from "./dialect-parts.js";
import { readOtcFacts } from "./facts-otc.js";
import { readTencentFacts } from "./facts-tencent.js";
import { type Inputs, inputFiles } from "./inputs.js";
import { type Overrides, readOverrides } from "./overrides.js";
import { fail, type Place } from "./reader.js";

export interface Derived {
  readonly catalog: CatalogData;
  readonly texts: CatalogTexts;
}

export function deriveCatalog(inputs: Inputs): Derived {
  const tencent = readTencentFacts(inputs.tencentFacts, startOf("tencentFacts"));
  const otcFacts = readOtcFacts(inputs.otcFacts, startOf("otcFacts"));
  const camOverrides = overridesFor("cam", inputs.camOverrides, startOf("camOverrides"));
  const otcOverrides = overridesFor("otc", inputs.otcOverrides, startOf("otcOverrides"));

  const cam = deriveCam(tencent, startOf("tencentFacts"), camOverrides, startOf("camOverrides"));
  const otc = deriveOtc(otcFacts, startOf("otcFacts"), otcOverrides, startOf("otcOverrides"));
  const months = [tencent.collected, camOverrides.collected, otcOverrides.collected].sort();
  return {
    catalog: {
      version: 1,
      date: months.at(-1) ?? tencent.collected,
      dialects: { cam: cam.data, otc: otc.data },
    },
    texts: {
      version: 1,
      actions: { cam: cam.actionTexts, otc: otc.actionTexts },
      presets: { cam: cam.presetTexts, otc: otc.presetTexts },
      operators: both(cam, otc, "operatorTexts"),
      keys: both(cam, otc, "keyTexts"),
    },
  };
}

function both(
  cam: DialectParts,
  otc: DialectParts,
  part: "operatorTexts" | "keyTexts",
): CatalogTexts["keys"] {
  return { cam: cam[part], otc: otc[part] };
}

function overridesFor(dialect: Overrides["dialect"], value: unknown, place: Place): Overrides {
  const overrides = readOverrides(value, place);
  return overrides.dialect === dialect
    ? overrides
    : fail(place, `this file must be for "${dialect}", it says "${overrides.dialect}"`);
}

function startOf(input: keyof typeof inputFiles): Place {
  return { file: inputFiles[input], path: "$" };
}
