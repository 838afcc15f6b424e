// The page of a vendor that an action or a preset was collected from.
import type { CatalogTexts, Dialect } from "../core/index.js";

/** Sources are also names of packages and of copies; only an address leads somewhere. */
export function addressOf(about: { readonly sources: readonly string[] } | undefined): string | undefined {
  return about?.sources.find((source) => /^https:\/\/\S+$/.test(source));
}

/** In the first of these dialects that has the preset. */
export function presetAddress(
  name: string,
  dialects: readonly Dialect[],
  texts: CatalogTexts,
): string | undefined {
  for (const { id } of dialects) {
    const known = texts.presets[id];
    if (known !== undefined && Object.hasOwn(known, name)) return addressOf(known[name]);
  }
  return undefined;
}
