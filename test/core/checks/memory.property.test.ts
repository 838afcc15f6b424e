// What is found does not depend on what is remembered: over any sequence of edits, the findings with a memory
// are those without.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCheckMemory, readPolicyFile, runChecks } from "../../../server/src/core/index.js";
import { readFixture } from "../../support/markers.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const FOLDER = join(import.meta.dirname, "../../fixtures/policies");
const TEXTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => readFixture(readFileSync(join(FOLDER, name), "utf8")).text);

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 40 }),
  insert: fc.constantFrom(
    "",
    "",
    "x",
    '"',
    ",",
    "{",
    "}",
    "]",
    "*",
    "2.0",
    "1.1",
    '"effect": "allow",',
    ":",
    " ",
  ),
});

test("findings with and without a memory are equal after every edit", () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
      const memory = createCheckMemory();
      let text = start;
      for (const { at, remove, insert } of [{ at: 0, remove: 0, insert: "" }, ...edits]) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + insert + text.slice(offset + remove);
        const file = readPolicyFile(text, { dialects: miniCatalog.dialects, declared: true });
        expect(runChecks(file, miniCatalog, { text, memory })).toEqual(
          runChecks(file, miniCatalog, { text }),
        );
      }
    }),
    { numRuns: 400 },
  );
});
