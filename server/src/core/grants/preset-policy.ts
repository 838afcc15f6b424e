// The policy that a preset stands for, as far as it can be said exactly: one statement of the documented scope, or the
// document where the vendor publishes it.
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import type { PresetData } from "../catalog/data.js";
import { expandPreset } from "../catalog/presets.js";
import type { Policy } from "../policy/model.js";
import { policiesOf, readPolicyFile } from "../policy/read.js";
import { writePolicy } from "../policy/write-policy.js";

/** Undefined where nobody can say what the preset grants. Its places are those of a text that nobody sees. */
export function presetPolicy(
  preset: PresetData,
  facts: DialectCatalog,
  catalog: Catalog,
): Policy | undefined {
  const { dialect } = facts;
  const expansion = expandPreset(preset, facts);
  const text = expansion
    ? writePolicy([{ effect: "allow", actions: expansion.actions }], dialect)
    : publishedText(preset, facts, catalog);
  if (text === undefined) return undefined;
  return policiesOf(readPolicyFile(text, { dialects: [dialect], dialect }))[0];
}

/** Documents for roles of the services themselves are never those of people. */
function publishedText(
  { name, published, kind }: PresetData,
  { dialect }: DialectCatalog,
  catalog: Catalog,
): string | undefined {
  if (published !== true || (kind !== "preset" && kind !== "policy")) return undefined;
  return catalog.texts().presets[dialect.id]?.[name]?.document;
}
