// The presets whose actions are known under their present name, with these actions.
import { type DialectCatalog, expandPreset, type PresetData } from "../core/index.js";

export interface ExpandablePreset {
  readonly preset: PresetData;
  readonly actions: readonly string[];
}

export function expandablePresets(facts: DialectCatalog): readonly ExpandablePreset[] {
  return [...facts.presets.values()].flatMap((preset) => {
    const expansion = preset.renamedTo === undefined ? expandPreset(preset, facts) : undefined;
    return expansion === undefined ? [] : [{ preset, actions: expansion.actions }];
  });
}
