// Hovers over every name of a few grants files, as goldens that draw the line, the underline and the text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hover } from "../../../server/src/features/hover.js";
import { toPosition } from "../../../server/src/features/to-lsp.js";
import { drawHovers } from "../../support/draw-hovers.js";
import { englishLeftovers } from "../../support/english-leftovers.js";
import { expectGolden } from "../../support/golden.js";
import { grantsCatalog, servedGrants } from "../../support/grants.js";
import { inChinese } from "../../support/language.js";

const FOLDER = join(import.meta.dirname, "../../fixtures/hover-grants");
const services = {
  catalog: grantsCatalog,
  applications: [{ sdkAppId: "1400100200", label: "Live prod" }],
  snippets: true,
};

describe("hover in grants files", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".json"))) {
    test(name, () => {
      const file = join(FOLDER, name);
      expectGolden(
        file.replace(/\.json$/, ".txt"),
        drawHovers(servedGrants(readFileSync(file, "utf8")), services),
      );
    });
  }

  test.each(readdirSync(FOLDER).filter((file) => file.endsWith(".json")))(
    "%s leaves no English in Chinese",
    (name) => {
      const text = readFileSync(join(FOLDER, name), "utf8");
      const document = servedGrants(text);
      const names = [...grantsCatalog.dialects].flatMap((dialect) => [
        ...grantsCatalog.of(dialect).presets.keys(),
        ...[...grantsCatalog.of(dialect).services.values()].map(({ product }) => product),
      ]);
      const said = new Set<string>();
      for (let offset = 0; offset <= text.length; offset++) {
        const found = inChinese(() => hover(document, toPosition(document.lines, offset), services));
        if (typeof found?.contents === "object" && "value" in found.contents) said.add(found.contents.value);
      }
      expect([...said].flatMap((page) => englishLeftovers(page, ["Live prod", ...names]))).toEqual([]);
    },
  );

  test("never throws, at any offset of any beginning of a file", () => {
    const text = readFileSync(join(FOLDER, "team.json"), "utf8");
    for (let end = 0; end <= text.length; end += 17) {
      const document = servedGrants(text.slice(0, end));
      for (let offset = 0; offset <= end; offset += 3) {
        const found = hover(document, toPosition(document.lines, offset), services);
        if (found?.range) expect(found.range.start.line).toBe(found.range.end.line);
      }
    }
  });
});
