// Derives the system policies and roles of Open Telekom Cloud. A document is passed on only where the
// vendor itself printed it; what the collectors guessed stays behind.

import type { PresetData, PresetText } from "../../src/core/catalog/data.js";
import { joinSentences } from "./dialect-parts.js";
import type { OtcFacts, OtcPreset } from "./facts-otc.js";
import type { Overrides, PresetOverride } from "./overrides.js";
import { fail, type Place } from "./reader.js";
import { webAddress } from "./source.js";

const publishedByVendor = "published by OTC: ";

export function deriveOtcPreset(preset: OtcPreset, overrides: Overrides, curated: Place): PresetData {
  const decided = decidedOn(preset.name, overrides, curated);
  const dependsOn = preset.dependsOn?.map((name) => name.replace(/ \(.*\)$/, ""));
  return {
    name: preset.name,
    product: decided.product,
    kind: preset.kind,
    access: preset.access === "read" ? "read-only" : preset.access,
    services: decided.services,
    ...(dependsOn === undefined ? {} : { dependsOn }),
    ...(isPublished(preset) ? { published: true } : {}),
  };
}

export function deriveOtcPresetText(preset: OtcPreset, place: Place): PresetText {
  const published = isPublished(preset);
  const note = joinSentences([
    preset.scopeClass && `Granted for ${preset.scopeClass} services`,
    preset.dependsOn && `Depends on ${preset.dependsOn.join(", ")}`,
    preset.includesIms && `Of IMS it names ${preset.includesIms.join(", ")}`,
    published ? undefined : documentNote(preset),
    internalNames(preset.internalNames),
  ]);
  return {
    summary: preset.summary,
    ...(note === undefined ? {} : { note }),
    ...(published
      ? {
          document: JSON.stringify(preset.document, null, 2),
          documentSource: webAddress(preset.documentSource?.slice(publishedByVendor.length), place),
        }
      : {}),
    sources: preset.sources,
  };
}

export interface NeighborPreset {
  readonly data: PresetData;
  readonly text: PresetText;
}

/** Presets of which the facts hold the name only; everything else about them is curated. */
export function neighborPresets(
  facts: OtcFacts,
  overrides: Overrides,
  curated: Place,
): readonly NeighborPreset[] {
  return facts.neighbourPresets.map((name) => {
    const decided = decidedOn(name, overrides, curated);
    const { product, services, kind, access, dependsOn, summary, sources } = decided;
    if (kind === undefined || access === undefined || sources === undefined) {
      return fail(curated, `preset "${name}" needs "kind", "access" and "sources"`);
    }
    return {
      data: { name, product, kind, access, services, ...(dependsOn === undefined ? {} : { dependsOn }) },
      text: { ...(summary === undefined ? {} : { summary }), sources },
    };
  });
}

function decidedOn(name: string, overrides: Overrides, curated: Place): PresetOverride {
  const decided = overrides.presets.find((entry) => entry.name === name);
  return decided ?? fail(curated, `preset "${name}" has no entry in "presets"`);
}

function isPublished(preset: OtcPreset): boolean {
  return preset.document !== null && preset.documentSource?.startsWith(publishedByVendor) === true;
}

function documentNote(preset: OtcPreset): string | undefined {
  // The remark in parentheses is about the file of facts.
  const found = preset.documentSource?.replace(/ \(only its IMS part is repeated here\)$/, "");
  return found && `On its document: ${found}`;
}

function internalNames(names: OtcPreset["internalNames"]): string | undefined {
  const distinct = [...new Set(Object.values(names))];
  if (distinct.length === 1) return `Internal name: ${distinct[0]}`;
  const listed = Object.entries(names).map(([regions, name]) => `${name} (${regions.replaceAll("/", ", ")})`);
  return listed.length === 0 ? undefined : `Internal name: ${listed.join(", ")}`;
}
