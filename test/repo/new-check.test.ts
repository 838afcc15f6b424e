// `npm run new:check` in a copy of the folders that it writes to.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultOfId } from "../../server/scripts/check-id.js";
import { addToRegistry } from "../../server/scripts/check-registry.js";
import { type Check, checks, readPolicyFile, runChecks } from "../../server/src/core/index.js";
import { readFixture } from "../support/markers.js";
import { miniCatalog } from "../support/mini-catalog.js";

const ROOT = join(import.meta.dirname, "../..");
const SCRIPT = join(ROOT, "server/scripts/new-check.ts");
const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs");
const REGISTRY = "server/src/core/checks/index.ts";

let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "access-policy-new-check-"));
  for (const path of ["server/src/core/checks", "server/docs/checks", "test/fixtures/checks"]) {
    mkdirSync(join(copy, path), { recursive: true });
    cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  }
  cpSync(join(ROOT, "package.json"), join(copy, "package.json"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a new check", () => {
  test("gets its file, its pages, its fixtures and its line in the registry", () => {
    const before = textOf(REGISTRY);
    const { status, output } = run("sample-check-fault");
    expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining("replace every TODO") });
    expect(textOf("server/src/core/checks/sample-check-fault.ts")).toContain(
      "export const sampleCheckFault = defineCheck({\n" +
        '  id: "sample-check-fault",\n  title: "Sample check fault",',
    );
    expect(textOf("server/docs/checks/sample-check-fault.md")).toMatch(
      /^# sample-check-fault\n\nSample check fault\.\n/,
    );
    expect(textOf("server/docs/checks/zh-cn/sample-check-fault.md")).toMatch(/^## 检查内容$/m);
    expect(textOf("test/fixtures/checks/sample-check-fault/example.json")).toContain(
      '      "action": ["trtc:TodoExample"],\n      //         ^^^^^^^^^^^^^^^^^^ warning sample-check-fault\n',
    );
    expect(existsSync(join(copy, "test/fixtures/checks/sample-check-fault/ok-other-action.json"))).toBe(true);
    expect(textOf(REGISTRY)).toBe(addToRegistry(before, "sample-check-fault"));
  });

  test("is refused where one of that name is there", () => {
    const before = textOf(REGISTRY);
    expect(run("unknown-effect")).toEqual({
      status: 2,
      output:
        "npm run new:check -- unknown-effect: server/src/core/checks/unknown-effect.ts exists already\n",
    });
    expect(textOf(REGISTRY)).toBe(before);
  });

  test("is refused without one id", () => {
    expect(run()).toEqual({ status: 2, output: "npm run new:check -- <id>: one id is needed\n" });
  });

  test("works before anything of it is replaced", async () => {
    const { sampleCheckFault } = await import(join(copy, "server/src/core/checks/sample-check-fault.ts"));
    const folder = "test/fixtures/checks/sample-check-fault";
    const hit = readFixture(textOf(`${folder}/example.json`));
    expect(placesIn(hit.text, sampleCheckFault)).toEqual(hit.markers.map(({ span }) => span));
    expect(placesIn(textOf(`${folder}/ok-other-action.json`), sampleCheckFault)).toEqual([]);
    const [, example = "", instead = ""] = textOf("server/docs/checks/sample-check-fault.md").split(
      "```json",
    );
    expect(placesIn(example.split("```")[0] ?? "", sampleCheckFault)).toHaveLength(1);
    expect(placesIn(instead.split("```")[0] ?? "", sampleCheckFault)).toEqual([]);
  });
});

test.each([
  ["unknownThing", '"unknownThing" is not kebab-case'],
  ["../x-y", '"../x-y" is not kebab-case'],
  ["fault-7", '"fault-7" is not kebab-case'],
  ["fault", '"fault" does not say what is at fault'],
  ["error-in-action", '"error-in-action" starts with "error-"'],
  ["no-wildcard", '"no-wildcard" starts with "no-"'],
])("%s is refused as an id", (id, message) => {
  expect(faultOfId(id)).toContain(message);
});

test("the ids that there are would not be refused", () => {
  expect(checks.map(({ id }) => faultOfId(id)).filter((fault) => fault !== undefined)).toEqual([]);
});

describe("the registry", () => {
  test("stays in order, and as the formatter leaves it", () => {
    const source = [
      "// The registry.",
      'import type { Check } from "./check.js";',
      'import { unknownEffect } from "./unknown-effect.js";',
      "",
      "export const checks: readonly Check[] = [unknownEffect];",
      "",
    ].join("\n");
    expect(addToRegistry(source, "action-case")).toBe(
      [
        "// The registry.",
        'import { actionCase } from "./action-case.js";',
        'import type { Check } from "./check.js";',
        'import { unknownEffect } from "./unknown-effect.js";',
        "",
        "export const checks: readonly Check[] = [actionCase, unknownEffect];",
        "",
      ].join("\n"),
    );
  });

  test("is as this script writes it", () => {
    const source = readFileSync(join(ROOT, REGISTRY), "utf8");
    expect(addToRegistry(source, "unknown-effect")).toBe(source);
  });

  test("is not touched where it cannot be read", () => {
    expect(() => addToRegistry("export const other = 1;\n", "action-case")).toThrow("no list of checks");
  });
});

function run(...ids: string[]): { status: number; output: string } {
  try {
    const output = execFileSync(process.execPath, [TSX, SCRIPT, ...ids], {
      cwd: copy,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { status: 0, output };
  } catch (error) {
    if (!(error instanceof Error) || !("status" in error) || !("stderr" in error)) throw error;
    return { status: Number(error.status), output: String(error.stderr) };
  }
}

function placesIn(text: string, check: Check) {
  const file = readPolicyFile(text, { dialects: miniCatalog.dialects, declared: true });
  return runChecks(file, miniCatalog, { checks: [check], text }).map(({ span }) => span);
}

function textOf(path: string): string {
  return readFileSync(join(copy, path), "utf8");
}
