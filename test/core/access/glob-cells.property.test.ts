// Cells of patterns, against trying all short texts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type GlobOptions, globOf, matchesGlob } from "../../../server/src/core/access/cells/glob.js";
import { cellTexts } from "../../../server/src/core/access/cells/glob-cells.js";

const RUNS = Number(process.env.RUNS ?? 500);
const ENOUGH = { left: 1_000_000 };
const LONGEST = 5;

/** All texts up to a length, the shortest first. `z` stands for every character that no pattern has. */
const TEXTS = (() => {
  const texts = [""];
  for (const text of texts) if (text.length < LONGEST) for (const one of "abBz") texts.push(text + one);
  return texts;
})();

const option = fc.constantFrom<GlobOptions>(
  { wildcards: "*" },
  { wildcards: "*?" },
  { ignoresCase: true },
  { open: "start" },
  { open: "end" },
);
const glob = fc
  .tuple(fc.array(fc.constantFrom("a", "b", "B", "*", "?"), { maxLength: 3 }), option)
  .map(([characters, options]) => globOf(characters.join(""), options));
const globs = fc.array(glob, { maxLength: 4 });
const excluded = fc.uniqueArray(fc.constantFrom(...TEXTS.slice(0, 21)), { maxLength: 6 });

test("every way in which a text can fit has the shortest text that fits so", () => {
  fc.assert(
    fc.property(globs, excluded, (patterns, taken) => {
      const cellOf = (text: string) => patterns.map((pattern) => matchesGlob(pattern, text)).join();
      const shortest = new Map<string, number>();
      for (const text of TEXTS) {
        // The empty text is the last choice: it says little as an example.
        if (text === "" || taken.includes(text) || shortest.has(cellOf(text))) continue;
        shortest.set(cellOf(text), text.length);
      }
      if (!taken.includes("") && !shortest.has(cellOf(""))) shortest.set(cellOf(""), 0);
      const found = cellTexts(patterns, { ...ENOUGH }, new Set(taken)) ?? [];
      expect(found.filter((text) => taken.includes(text))).toEqual([]);
      const lengths = new Map(found.map((text) => [cellOf(text), text.length]));
      expect(lengths.size).toBe(found.length);
      // There are more characters than those tried here.
      for (const [cell, length] of shortest)
        expect(lengths.get(cell) ?? LONGEST + 1).toBeLessThanOrEqual(length);
    }),
    { numRuns: RUNS },
  );
});

test("says so when there is too much to look through", () => {
  const patterns = Array.from("abcdefghijklmnop", (one) => globOf(`*${one}*`, { wildcards: "*" }));
  expect(cellTexts(patterns, { left: 1000 })).toBeUndefined();
});
