// Hovers over every word of a few policies, as goldens that draw the line, the underline and the text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hover } from "../../server/src/features/hover.js";
import { toPosition } from "../../server/src/features/to-lsp.js";
import { drawHovers } from "../support/draw-hovers.js";
import { expectGolden } from "../support/golden.js";
import { servedDocument, services } from "../support/served.js";

const FOLDER = join(import.meta.dirname, "../fixtures/hover");

describe("hover", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".json"))) {
    test(name, () => {
      const file = join(FOLDER, name);
      expectGolden(
        file.replace(/\.json$/, ".txt"),
        drawHovers(servedDocument(readFileSync(file, "utf8")), services),
      );
    });
  }

  test("never throws, at any offset of any beginning of a policy", () => {
    const text = readFileSync(join(FOLDER, "cam.json"), "utf8");
    for (let end = 0; end <= text.length; end += 7) {
      const document = servedDocument(text.slice(0, end));
      for (let offset = 0; offset <= end; offset++) {
        const found = hover(document, toPosition(document.lines, offset), services);
        if (found?.range) expect(found.range.start.line).toBe(found.range.end.line);
      }
    }
  });
});
