// Every fixture of every check: findings and markers match one to one, and fixes give the text beside it.
// In `checks/<id>/` only that check runs; in `policies/` all of them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  type Check,
  checks,
  type Finding,
  readPolicyFile,
  runChecks,
} from "../../../server/src/core/index.js";
import { type Fixture, readFixture, writeFixture } from "../../support/markers.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const UPDATE = process.env.UPDATE_FIXTURES === "1";

for (const id of folders(join(FIXTURES, "checks"))) {
  describe(id, () => {
    const check = checks.find((candidate) => candidate.id === id);
    for (const file of cases(join(FIXTURES, "checks", id))) fixtureTest(file, check ? [check] : []);
  });
}

describe("policies with all checks", () => {
  for (const file of cases(join(FIXTURES, "policies"))) fixtureTest(file, checks);
});

function fixtureTest(file: string, active: readonly Check[]): void {
  const fixture = readFixture(readFileSync(file, "utf8"));
  const findings = findingsOf(fixture, file, fixture.text, active);

  test(basename(file, ".json"), () => {
    const wording = new Set(
      fixture.markers.filter(({ message }) => message).map(({ check, span }) => `${check}@${span.start}`),
    );
    if (UPDATE) writeFileSync(file, writeFixture(fixture.text, fixture.config, findings, wording));
    else {
      expect(findings.map(place)).toEqual(fixture.markers.map(place));
      fixture.markers.forEach((marker, at) => {
        expect(findings[at]?.message).toContain(marker.message ?? "");
      });
    }
    const fixed = file.replace(/\.json$/, ".fixed.json");
    const edits = findings.flatMap((finding) => finding.fixes?.[0]?.edits ?? []);
    const offered = edits.length > 0;
    if (UPDATE && !offered) rmSync(fixed, { force: true });
    if (!UPDATE) {
      expect({ file: basename(fixed), exists: present(fixed) }).toEqual({
        file: basename(fixed),
        exists: offered,
      });
    }
    if (!offered) return;
    const result = applyEdits(fixture.text, edits);
    if (UPDATE) writeFileSync(fixed, result);
    expect(result).toBe(readFileSync(fixed, "utf8"));
    expectHealed(findings, findingsOf(fixture, file, result, active));
  });
}

/** A safe fix leaves nothing of its kind behind, and no fix makes a new kind of finding. */
function expectHealed(before: readonly Finding[], after: readonly Finding[]): void {
  const unfixed = before.filter(({ fixes }) => fixes === undefined).map(({ check }) => check);
  const safe = before.filter(({ fixes }) => fixes?.[0]?.safety === "safe").map(({ check }) => check);
  for (const { check } of after) {
    expect(before.map((finding) => finding.check)).toContain(check);
    if (!unfixed.includes(check)) expect(safe).not.toContain(check);
  }
}

function findingsOf(
  fixture: Fixture,
  file: string,
  text: string,
  active: readonly Check[],
): readonly Finding[] {
  const { fileName = basename(file), declared = true, ...project } = fixture.config;
  const read = readPolicyFile(text, { dialects: miniCatalog.dialects, fileName, declared });
  return runChecks(read, miniCatalog, { checks: active, text, ...project });
}

function place({
  severity,
  check,
  span,
}: {
  severity: string;
  check: string;
  span: { start: number; end: number };
}) {
  return { severity, check, ...span };
}

function present(file: string): boolean {
  return readdirSync(join(file, "..")).includes(basename(file));
}

function cases(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.endsWith(".fixed.json"));
  return names.map((name) => join(folder, name));
}

function folders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
