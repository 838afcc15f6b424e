// The project file that the README shows is one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readProject } from "../../server/src/core/index.js";

const README = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

test("the project file in the README has no fault and decides something", () => {
  const [, text = ""] = /^## Project file$[\s\S]*?^```json\n([\s\S]*?)^```$/m.exec(README) ?? [];
  const { findings, project } = readProject(text);
  expect(findings).toEqual([]);
  expect(project.suppressions).toHaveLength(1);
});
