// Hovers over every word of a few policies, as goldens that draw the line, the underline and the text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hover } from "../../server/src/features/hover.js";
import { toOffset, toPosition } from "../../server/src/features/to-lsp.js";
import { expectGolden } from "../support/golden.js";
import { servedDocument, services } from "../support/served.js";

const FOLDER = join(import.meta.dirname, "../fixtures/hover");

/** Every hover of a text once, in the order of the text. */
function drawHovers(text: string): string {
  const document = servedDocument(text);
  const drawn: string[] = [];
  for (let offset = 0; offset <= text.length; ) {
    const found = hover(document, toPosition(document.lines, offset), services);
    if (found?.range === undefined) {
      offset++;
      continue;
    }
    const start = document.lines.starts[found.range.start.line] ?? 0;
    const line = text.slice(start).split(/\r?\n/)[0] ?? "";
    const { start: from, end: to } = found.range;
    drawn.push(
      `${line}\n${" ".repeat(from.character)}${"^".repeat(to.character - from.character)}`,
      typeof found.contents === "object" && "value" in found.contents ? found.contents.value : "",
      "",
    );
    offset = Math.max(offset, toOffset(document.lines, to)) + 1;
  }
  return drawn.join("\n");
}

describe("hover", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".json"))) {
    test(name, () => {
      const file = join(FOLDER, name);
      expectGolden(file.replace(/\.json$/, ".txt"), drawHovers(readFileSync(file, "utf8")));
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
