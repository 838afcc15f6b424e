// Every fixture of every check of grants files: findings and markers match one to one, and fixes give the text beside
// it. In a folder only the check of its name counts.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyEdits, type Finding, grantsChecks } from "../../../server/src/core/index.js";
import { findingsIn } from "../../support/grants.js";
import { type Marker, readFixture, writeFixture } from "../../support/markers.js";

const FIXTURES = join(import.meta.dirname, "../../fixtures/grants");
const UPDATE = process.env.UPDATE_FIXTURES === "1";

test("each check has fixtures, and all fixtures are of a check", () => {
  expect(readdirSync(FIXTURES).sort()).toEqual(grantsChecks.map(({ id }) => id).sort());
});

describe.each(grantsChecks.map((check) => ({ id: check.id, check })))("$id", ({ id, check }) => {
  const folder = join(FIXTURES, id);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.endsWith(".fixed.json"));
  const own = (text: string) => findingsIn(text).filter((finding) => finding.check === id);
  const seen = names.map((name) => {
    const fixture = readFixture(readFileSync(join(folder, name), "utf8"));
    return { name: basename(name, ".json"), ...fixture, findings: own(fixture.text) };
  });

  test.each(seen)("$name", ({ name, text, markers, config, findings }) => {
    const file = join(folder, `${name}.json`);
    const wording = new Set(
      markers.filter(({ message }) => message).map(({ check: found, span }) => `${found}@${span.start}`),
    );
    if (UPDATE) writeFileSync(file, writeFixture(text, config, findings, wording));
    else {
      expect(findings.map(placeOf)).toEqual(markers.map(placeOf));
      for (const [at, { message }] of markers.entries())
        expect(findings[at]?.message).toContain(message ?? "");
    }
    const fixed = file.replace(/\.json$/, ".fixed.json");
    const edits = findings.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
    if (UPDATE && edits.length === 0) rmSync(fixed, { force: true });
    if (UPDATE && edits.length > 0) writeFileSync(fixed, applyEdits(text, edits));
    expect(existsSync(fixed)).toBe(edits.length > 0);
    if (edits.length > 0) expect(applyEdits(text, edits)).toBe(readFileSync(fixed, "utf8"));
  });

  test("finds something, and is silent where the name says so", () => {
    expect(seen.some(({ findings }) => findings.length > 0)).toBe(true);
    const wrong = seen.filter(({ name, findings }) => name.startsWith("ok-") !== (findings.length === 0));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("offers the fixes that it promises, and no others", () => {
    const offered = seen.flatMap(({ findings }) => findings.flatMap(({ fixes = [] }) => fixes));
    expect([...new Set(offered.map(({ safety }) => safety))].sort()).toEqual(
      [...(check.fixable ?? [])].sort(),
    );
  });

  test("has no message that no fixture shows, and all of them filled in", () => {
    const texts = seen.flatMap(({ findings }) => findings.flatMap(wordsOf));
    for (const text of texts) expect(text).not.toMatch(/^$|\.$|\{[a-z]\w*\}|undefined|please/i);
    const unseen = Object.entries<string>(check.messages).filter(
      ([, template]) => !texts.some((text) => patternOf(template).test(text)),
    );
    expect(unseen.map(([name]) => name)).toEqual([]);
  });
});

function wordsOf({ message, related = [], fixes = [] }: Finding): readonly string[] {
  return [message, ...related.map((one) => one.message), ...fixes.map(({ title }) => title)];
}

function placeOf({ severity, check, span: { start, end } }: Pick<Marker, "severity" | "check" | "span">) {
  return { severity, check, start, end };
}

/** A message with anything where a value goes. */
function patternOf(template: string): RegExp {
  const literal = template.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${literal.join("[^]*")}$`);
}
