// What the name of a policy in a grants file is: a preset, one that was meant, or nothing that the catalog knows.
// The catalog has the presets of a few products, and an account has policies of its own: that a name is not in it says
// little by itself.
import type { DialectCatalog } from "../catalog/catalog.js";
import type { PresetData } from "../catalog/data.js";
import { distanceWithin } from "../text/nearest.js";

export type PresetName =
  | { readonly kind: "preset"; readonly preset: PresetData }
  /** Only the case differs. */
  | { readonly kind: "case"; readonly preset: PresetData }
  /** The same product, and nearly the same scope. */
  | { readonly kind: "meant"; readonly preset: PresetData }
  /** One slip away, but it may be the name of another product. */
  | { readonly kind: "similar"; readonly preset: PresetData }
  | { readonly kind: "unlisted" };

/** Edits that people make without noticing. */
const SLIPS = 2;

/** The shortest name of a product of which one letter more or less is hardly another product. */
const TELLING = 4;

export function createPresetNames(facts: DialectCatalog): (text: string) => PresetName {
  const presets = [...facts.presets.values()].map((preset) => ({ preset, ...partsOf(preset.name, facts) }));
  // Of several names for one preset, the one of today.
  presets.sort((a, b) => Number(a.preset.renamedTo !== undefined) - Number(b.preset.renamedTo !== undefined));
  const byLower = new Map(presets.map((one) => [one.preset.name.toLowerCase(), one.preset]));
  const known = new Map<string, PresetName>();

  function find(text: string): PresetName {
    const exact = facts.presets.get(text);
    if (exact !== undefined) return { kind: "preset", preset: exact };
    const lower = text.trim().toLowerCase();
    const otherCase = byLower.get(lower);
    if (otherCase !== undefined) return { kind: "case", preset: otherCase };
    const own = partsOf(text, facts);
    const meant = presets
      .filter(({ service }) => service === own.service)
      .map(({ preset, rest }) => ({ preset, distance: distanceWithin(own.rest, rest, SLIPS) ?? Infinity }))
      .reduce((one, other) => (other.distance < one.distance ? other : one), FAR);
    if (meant.preset !== undefined) return { kind: "meant", preset: meant.preset };
    const similar = presets.find(
      ({ preset, word }) =>
        word.length >= TELLING && distanceWithin(lower, preset.name.toLowerCase(), 1) !== undefined,
    );
    return similar === undefined ? { kind: "unlisted" } : { kind: "similar", preset: similar.preset };
  }

  return (text) => {
    const name = known.get(text) ?? find(text);
    known.set(text, name);
    return name;
  };
}

const FAR: { readonly preset?: PresetData; readonly distance: number } = { distance: Infinity };

interface NameParts {
  /** Code of the service whose product the name names; absent where it names none. */
  readonly service?: string;
  /** As the name has it. */
  readonly word: string;
  /** The other words, in lower case. */
  readonly rest: string;
}

/** `QcloudAVCFullAccess` is about `im`, which `AVC` is another name of. */
function partsOf(name: string, facts: DialectCatalog): NameParts {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const at = words.findIndex((word) => serviceOf(word, facts) !== undefined);
  const word = words[at] ?? "";
  const service = serviceOf(word, facts);
  const rest = words.filter((_, index) => index !== at).join(" ");
  return { word, rest: rest.toLowerCase(), ...(service !== undefined && { service }) };
}

function serviceOf(word: string, { data, services }: DialectCatalog): string | undefined {
  const code = word.toLowerCase();
  const named = data.serviceAliases[code] ?? code;
  return services.has(named) || data.serviceCodes.includes(named) ? named : undefined;
}
