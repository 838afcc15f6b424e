// What a preset grants, as far as the catalog can say it exactly. No vendor publishes the documents of the
// presets of our products: the actions are derived from the scope that the vendor's page names.
import type { DialectCatalog, Service } from "./catalog.js";
import type { PresetData } from "./data.js";

export interface PresetExpansion {
  /** Actions of one allowing statement over every resource, without `name/`. */
  readonly actions: readonly string[];
}

/**
 * Undefined where the catalog cannot say it exactly: roles, documents for the cloud's own services, a scope of
 * parts of the actions, and services of which only an excerpt is listed.
 */
export function expandPreset(preset: PresetData, facts: DialectCatalog): PresetExpansion | undefined {
  if (preset.kind !== "preset" && preset.kind !== "policy") return undefined;
  if (preset.services.length === 0) return everyProduct(preset, facts);
  const services = preset.services.map((code) => facts.services.get(code));
  if (!services.every(isListed)) return undefined;
  switch (preset.access) {
    case "full":
      return { actions: services.map(({ code }) => wholeService(code, facts)) };
    case "read-only":
      return { actions: services.flatMap(readActions) };
    case "mixed":
      return undefined;
    default:
      return preset.access satisfies never;
  }
}

/** The pattern for every action of a service in the dialect's form: `trtc:*`, `ims:*:*`. */
export function wholeService(code: string, { dialect }: DialectCatalog): string {
  const short = `${code}:*`;
  return dialect.readAction(short).kind === "action" ? short : `${short}:*`;
}

/** Reading everything cannot be spelled out: most products have no list of actions here. */
function everyProduct(preset: PresetData, facts: DialectCatalog): PresetExpansion | undefined {
  if (preset.access !== "full" || EVERY_RESOURCE_BUT_NOT_EVERY_ACTION.has(preset.name)) return undefined;
  const star = facts.dialect.readAction("*").kind === "action" ? "*" : wholeService("*", facts);
  return { actions: [star] };
}

/** "Everything on the resources" of all products: no page says what that leaves out. */
const EVERY_RESOURCE_BUT_NOT_EVERY_ACTION = new Set(["QCloudResourceFullAccess"]);

function isListed(service: Service | undefined): service is Service {
  return service !== undefined && service.completeness !== "excerpt";
}

/** Names that stand only in an example are left out: nothing shows that the service knows them. */
function readActions(service: Service): string[] {
  return service.actions
    .filter(({ access, exampleOnly }) => (access === "read" || access === "list") && exampleOnly !== true)
    .map(({ fullName }) => fullName);
}
