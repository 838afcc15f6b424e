// Finds the words one slip away from another among many, without comparing it with each of them.
import { distanceWithin } from "./nearest.js";

/** Gives the listed words that one edit turns into the word, in their order. */
export function createNearIndex(words: readonly string[]): (word: string) => readonly string[] {
  const byVariant = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    for (const variant of variantsOf(word)) {
      const known = byVariant.get(variant);
      if (known === undefined) byVariant.set(variant, [at]);
      else known.push(at);
    }
  }
  return (word) => {
    const places = new Set<number>();
    for (const variant of variantsOf(word)) for (const at of byVariant.get(variant) ?? []) places.add(at);
    return [...places]
      .sort((a, b) => a - b)
      .map((at) => words[at] ?? "")
      .filter((near) => distanceWithin(word, near, 1) !== undefined);
  };
}

/** Words one edit apart have one of these in common: the word itself, and each that lacks one of its characters. */
function variantsOf(word: string): ReadonlySet<string> {
  const variants = new Set([word]);
  for (let at = 0; at < word.length; at++) variants.add(word.slice(0, at) + word.slice(at + 1));
  return variants;
}
