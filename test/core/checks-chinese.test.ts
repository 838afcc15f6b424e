// Whoever works in Chinese reads findings that are Chinese throughout, whatever fills their sentences.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Check, checks, type Finding, readPolicyFile, runChecks } from "../../server/src/core/index.js";
import { englishLeftovers } from "../support/english-leftovers.js";
import { inChinese } from "../support/language.js";
import { readFixture } from "../support/markers.js";
import { miniCatalog } from "../support/mini-catalog.js";

const FIXTURES = join(import.meta.dirname, "../fixtures");

describe("the findings of every fixture are Chinese", () => {
  test.each(checks)("$id", (check) => {
    expect(englishIn(join(FIXTURES, "checks", check.id), [check])).toEqual([]);
  });

  test("of policies with all checks", () => {
    expect(englishIn(join(FIXTURES, "policies"), checks)).toEqual([]);
  });
});

test("whoever is spoken to in English afterwards reads English", () => {
  const file = join(FIXTURES, "checks/missing-version");
  const before = findingsUnder(file, checks).flatMap(({ finding }) => textsOf(finding));
  inChinese(() => findingsUnder(file, checks));
  expect(findingsUnder(file, checks).flatMap(({ finding }) => textsOf(finding))).toEqual(before);
});

test.each([
  ["语句 1 has no “effect”", ["1 has no"]],
  ["允许 12 reads", ["12 reads"]],
  ["“a b” and “c”", ["and"]],
  ['Tencent Cloud CAM 的 `one two` 和 "three four"，见 https://example.org/a/b', []],
  ["qcs::cvm::uin/1:*、name/cvm:Run* 与 SDKAppID 1400100200", []],
])("what is English in %s", (text, english) => {
  expect(englishLeftovers(text)).toEqual(english);
});

/** Products are called alike in both languages. */
const PRODUCTS = miniCatalog.dialects.flatMap((dialect) =>
  [...miniCatalog.of(dialect).services.values()].map(({ product }) => product),
);

/** Sentences with English in them, or with nothing Chinese. */
function englishIn(folder: string, active: readonly Check[]) {
  return inChinese(() => findingsUnder(folder, active)).flatMap(({ file, finding, labels }) =>
    textsOf(finding)
      .map((text) => ({ text, english: englishLeftovers(text, [...PRODUCTS, ...labels]) }))
      .filter(({ text, english }) => english.length > 0 || !/\p{Script=Han}/u.test(text))
      .map((found) => ({ file, check: finding.check, ...found })),
  );
}

function textsOf({ message, related = [], fixes = [] }: Finding): readonly string[] {
  return [message, ...related.map((place) => place.message), ...fixes.map(({ title }) => title)];
}

function findingsUnder(folder: string, active: readonly Check[]) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.flatMap((file) => {
    const { text, config } = readFixture(readFileSync(join(folder, file), "utf8"));
    const { fileName = basename(file), declared = true, ...project } = config;
    const read = readPolicyFile(text, { dialects: miniCatalog.dialects, fileName, declared });
    const findings = runChecks(read, miniCatalog, { checks: active, text, ...project });
    const { applications = [], accounts = {} } = project;
    const labels = [...applications.flatMap(({ label = [] }) => label), ...Object.values(accounts)];
    return findings.map((finding) => ({ file, finding, labels }));
  });
}
