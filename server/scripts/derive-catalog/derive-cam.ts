// Turns the facts on Tencent Cloud and the curated overrides into the `cam` part of the catalog.

import type {
  ActionData,
  ActionText,
  PresetData,
  PresetText,
  ServiceData,
} from "../../src/core/catalog/data.js";
import { byName, type DialectParts, joinSentences, sharedParts } from "./dialect-parts.js";
import type { TencentAction, TencentFacts, TencentPreset, TencentService } from "./facts-tencent.js";
import type { Overrides, PresetOverride } from "./overrides.js";
import { fail, type Place } from "./reader.js";

export function deriveCam(
  facts: TencentFacts,
  place: Place,
  overrides: Overrides,
  curated: Place,
): DialectParts {
  const services = facts.services.map((service) => deriveService(service, place, overrides, curated));
  const presets = facts.presetPolicies.map((preset) =>
    derivePreset(preset, facts, place, overrides, curated),
  );
  const actionTexts = facts.services.flatMap((service) =>
    service.actions.map((action): [string, ActionText] => [
      `${service.service}:${action.name}`,
      deriveActionText(action),
    ]),
  );
  const presetTexts = facts.presetPolicies.map((preset): [string, PresetText] => [
    preset.name,
    derivePresetText(preset, place, overrides),
  ]);
  const furtherCodes = facts.notToConfuse.map((other) => other.service);
  return sharedParts(overrides, curated, { services, presets, actionTexts, presetTexts, furtherCodes });
}

function deriveService(
  service: TencentService,
  place: Place,
  overrides: Overrides,
  curated: Place,
): ServiceData {
  const decided = overrides.services.find((entry) => entry.code === service.service);
  if (decided === undefined) return fail(curated, `service "${service.service}" has no entry in "services"`);
  const templates = service.resourceFormats.map((format) => format.template);
  const leftOut = decided.templatesLeftOut ?? [];
  const lost = leftOut.find((template) => !templates.includes(template));
  if (lost !== undefined) return fail(curated, `template "${lost}" of "${service.service}" is in no fact`);
  // A resource of `*` belongs to the language and not to a service.
  const kept = templates.filter((template) => template !== "*" && !leftOut.includes(template));
  return {
    code: service.service,
    product: decided.product ?? service.product,
    completeness: decided.completeness,
    resourceTemplates: kept,
    resourceTypes: [...new Set(kept.map((template) => typeOf(template, place)))].sort(),
    actions: service.actions.map((action) => deriveAction(action, service, place)).sort(byName),
  };
}

function typeOf(template: string, place: Place): string {
  const type = /^qcs:[^:]*:[^:]*:[^:]*:[^:]*:([^:/]+)\//.exec(template)?.[1];
  return type ?? fail(place, `template "${template}" does not have six segments with a type in the last`);
}

function deriveAction(action: TencentAction, service: TencentService, place: Place): ActionData {
  const { name, access, resourceLevel, resource, exampleOnly, replacedBy } = action;
  const wanted = resourceLevel === null ? null : resourceLevel ? "qcs::" : "*";
  if (wanted === null ? resource !== null : resource?.startsWith(wanted) !== true) {
    fail(place, `${service.service}:${name} has resource level ${resourceLevel} and resource ${resource}`);
  }
  if (replacedBy !== undefined && !service.actions.some((other) => other.name === replacedBy)) {
    fail(place, `${service.service}:${name} is replaced by "${replacedBy}", which is not in the list`);
  }
  return {
    name,
    access,
    ...(resourceLevel === null ? {} : { level: resourceLevel ? "resource" : "operation" }),
    ...(exampleOnly === undefined ? {} : { exampleOnly }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}

const originNotes: Readonly<Record<TencentAction["origin"], string | undefined>> = {
  api3: undefined,
  "api3-old": "Name of an older API version.",
  console: undefined,
  "audit-only": "Seen only in a list of audited events, which is weak proof that policies know the name.",
  "doc-example": undefined,
};

function deriveActionText(action: TencentAction): ActionText {
  const note = joinSentences([originNotes[action.origin], action.note]);
  return {
    summary: action.summary,
    group: action.group,
    accessBasis: action.accessBasis === "cam-table" ? "stated" : "inferred",
    ...(note === undefined ? {} : { note }),
    sources: action.sources,
  };
}

function derivePreset(
  preset: TencentPreset,
  facts: TencentFacts,
  place: Place,
  overrides: Overrides,
  curated: Place,
): PresetData {
  const decided = presetOverride(preset.name, overrides);
  if (decided === undefined) return fail(curated, `preset "${preset.name}" has no entry in "presets"`);
  const renamedTo = preset.renamedTo?.replace(/ \(.*\)$/, "");
  for (const other of [renamedTo, preset.renamedFrom, ...(preset.aliases ?? [])]) {
    if (other !== undefined && !facts.presetPolicies.some((entry) => entry.name === other)) {
      fail(place, `preset "${preset.name}" names "${other}", which is no preset`);
    }
  }
  return {
    name: preset.name,
    product: decided.product,
    kind: preset.kind,
    access: decided.access ?? (preset.access === "read-write" ? "full" : "read-only"),
    services: decided.services,
    ...(renamedTo === undefined ? {} : { renamedTo }),
    ...(preset.document === null ? {} : { published: true }),
  };
}

function derivePresetText(preset: TencentPreset, place: Place, overrides: Overrides): PresetText {
  const { document, documentSource } = preset;
  if ((document === null) !== (documentSource === null)) {
    fail(place, `preset "${preset.name}" has a document without its source, or the reverse`);
  }
  const decided = presetOverride(preset.name, overrides);
  const note = joinSentences([
    preset.note,
    preset.nameNote,
    preset.caseNote,
    preset.renamedTo && `Newer name: ${preset.renamedTo}`,
    preset.renamedFrom && `Older name: ${preset.renamedFrom}`,
    preset.role && `Role ${preset.role} of ${preset.principalService ?? "the service"}`,
  ]);
  return {
    ...(decided?.summary === undefined ? {} : { summary: decided.summary }),
    ...(note === undefined ? {} : { note }),
    ...(document === null || documentSource === null
      ? {}
      : { document: JSON.stringify(document, null, 2), documentSource }),
    sources: preset.sources,
  };
}

function presetOverride(name: string, overrides: Overrides): PresetOverride | undefined {
  return overrides.presets.find((entry) => entry.name === name);
}
