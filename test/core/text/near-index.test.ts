// Words one slip away, against an oracle that compares the word with each.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createNearIndex } from "../../../server/src/core/text/near-index.js";
import { distanceWithin } from "../../../server/src/core/text/nearest.js";

const RUNS = Number(process.env.RUNS ?? 1000);
const word = fc.string({ unit: fc.constantFrom("0", "1", "2"), maxLength: 6 });

test("finds what a comparison with each finds, in the order of the list", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (words, asked) => {
      const expected = words.filter((other) => distanceWithin(asked, other, 1) !== undefined);
      expect(createNearIndex(words)(asked)).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});
