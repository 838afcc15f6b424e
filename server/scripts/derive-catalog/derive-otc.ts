// Turns the facts on Open Telekom Cloud and the curated overrides into the `otc` part of the catalog.

import type {
  ActionData,
  ActionText,
  PresetData,
  PresetText,
  ServiceData,
} from "../../src/core/catalog/data.js";
import { byName, type DialectParts, sharedParts } from "./dialect-parts.js";
import type { OtcAction, OtcDependencyService, OtcFacts, OtcService } from "./facts-otc.js";
import { dependencyActionText, imsActionText } from "./otc-action-texts.js";
import { deriveOtcPreset, deriveOtcPresetText, neighborPresets } from "./otc-presets.js";
import type { Overrides } from "./overrides.js";
import { fail, type Place } from "./reader.js";

export function deriveOtc(facts: OtcFacts, place: Place, overrides: Overrides, curated: Place): DialectParts {
  const services = [
    ...facts.services.map((service) => mainService(service, place, overrides, curated)),
    ...facts.dependencyServices.map((service) => dependencyService(service, place, overrides, curated)),
  ];
  const neighbors = neighborPresets(facts, overrides, curated);
  const presets: PresetData[] = [
    ...facts.presetPolicies.map((preset) => deriveOtcPreset(preset, overrides, curated)),
    ...neighbors.map((entry) => entry.data),
  ];
  const presetTexts: [string, PresetText][] = [
    ...facts.presetPolicies.map((preset): [string, PresetText] => [
      preset.name,
      deriveOtcPresetText(preset, place),
    ]),
    ...neighbors.map((entry): [string, PresetText] => [entry.data.name, entry.text]),
  ];
  const actionTexts: [string, ActionText][] = [
    ...facts.services.flatMap((service) =>
      service.actions.map((action): [string, ActionText] => [action.name, imsActionText(action)]),
    ),
    ...facts.dependencyServices.flatMap((service) =>
      namesOf(service).map((name): [string, ActionText] => [name, dependencyActionText(service, name)]),
    ),
  ];
  return sharedParts(overrides, curated, { services, presets, actionTexts, presetTexts, furtherCodes: [] });
}

/** No authorization level and no resources: the service documents no resource-level authorization. */
function mainService(service: OtcService, place: Place, overrides: Overrides, curated: Place): ServiceData {
  if (service.resourceFormats.length > 0) {
    fail(place, `${service.service} has resource formats, which this script does not know how to read`);
  }
  return {
    ...decidedParts(service, overrides, curated),
    actions: service.actions.map((action) => mainAction(action, service, place)).sort(byName),
  };
}

function mainAction(action: OtcAction, service: OtcService, place: Place): ActionData {
  const listed = [...new Set(action.apiDetails.map((detail) => detail.api))].sort();
  if (listed.join() !== [...action.apis].sort().join()) {
    fail(place, `${action.name} names other APIs in "apis" than in "apiDetails"`);
  }
  const known = action.dependencies.filter((name) => name.startsWith(`${service.service}:`));
  const lost = known.find((name) => !service.actions.some((other) => other.name === name));
  if (lost !== undefined) fail(place, `${action.name} depends on "${lost}", which is not in the list`);
  return {
    name: withoutService(action.name, service.service, place),
    access: action.access,
    ...(action.dependencies.length === 0 ? {} : { dependencies: action.dependencies }),
  };
}

/** The guides of these services were not read for access levels. */
function dependencyService(
  service: OtcDependencyService,
  place: Place,
  overrides: Overrides,
  curated: Place,
): ServiceData {
  return {
    ...decidedParts(service, overrides, curated),
    actions: namesOf(service)
      .map((name) => ({ name: withoutService(name, service.service, place) }))
      .sort(byName),
  };
}

function decidedParts(
  service: OtcService | OtcDependencyService,
  overrides: Overrides,
  curated: Place,
): Omit<ServiceData, "actions"> {
  const decided = overrides.services.find((entry) => entry.code === service.service);
  if (decided === undefined) return fail(curated, `service "${service.service}" has no entry in "services"`);
  return {
    code: service.service,
    product: decided.product ?? service.product,
    completeness: decided.completeness,
    scope: service.scopeClass,
    resourceTemplates: [],
    resourceTypes: [],
  };
}

/** Names without wildcards: a pattern is a dependency and no action. */
function namesOf(service: OtcDependencyService): readonly string[] {
  const required = service.requiredByIms.map((entry) => entry.name).filter((name) => !name.includes("*"));
  return [...new Set([...required, ...service.otherKnownActions])];
}

function withoutService(name: string, service: string, place: Place): string {
  const prefix = `${service}:`;
  return name.startsWith(prefix)
    ? name.slice(prefix.length)
    : fail(place, `action "${name}" stands under service "${service}"`);
}
