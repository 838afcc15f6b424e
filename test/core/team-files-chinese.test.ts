// Whoever works in Chinese reads in Chinese what is wrong with a team's own files: grants files and the project file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  expiredSuppressions,
  type Finding,
  grantsChecks,
  readProject,
  uselessSuppressions,
} from "../../server/src/core/index.js";
import { englishLeftovers } from "../support/english-leftovers.js";
import { findingsIn } from "../support/grants.js";
import { inChinese } from "../support/language.js";
import { readFixture } from "../support/markers.js";

const FIXTURES = join(import.meta.dirname, "../fixtures/grants");

test.each(grantsChecks)("$id", ({ id }) => {
  const folder = join(FIXTURES, id);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readFixture(readFileSync(join(folder, name), "utf8")).text);
  expect(englishIn(inChinese(() => texts.flatMap((text) => findingsIn(text))))).toEqual([]);
});

test.each([
  ["[]", "项目文件不是对象"],
  ['{ "overides": [] }', "项目文件没有键“overides”，是否应为“overrides”"],
  ['{ "version": [] }', "“version”不是数字"],
  ['{ "files": [1] }', "“files”中的一项不是字符串"],
  ['{ "accounts": { "1": " " } }', "账号的名称为空"],
  ['{ "applications": [{ "label": "x" }] }', "该应用缺少“sdkAppId”"],
  ['{ "applications": [{ "name": "x", "sdkAppId": 1 }] }', "应用没有键“name”"],
  ['{ "checks": { "unknown-action": [] } }', "“unknown-action”不是字符串"],
  [
    '{ "checks": { "unknown-action": "warn" } }',
    "“warn”不是级别，可用的级别：off、hint、info、warning、error",
  ],
  ['{ "overrides": [{ "files": [] }] }', "该覆盖设置缺少“checks”"],
  ['{ "overrides": [{ "checks": {}, "files": [], "off": 1 }] }', "覆盖设置没有键“off”"],
  ['{ "suppressions": [{ "check": "unknown-action", "file": "a" }] }', "这项忽略缺少“reason”"],
  [
    '{ "suppressions": [{ "check": "unknown-acton", "file": "a", "reason": "b" }] }',
    "没有检查项“unknown-acton”",
  ],
])("of %s", (text, message) => {
  const findings = inChinese(() => readProject(text).findings);
  expect(findings.map((finding) => finding.message).join("\n")).toContain(message);
  expect(englishIn(findings)).toEqual([]);
});

test("suppressions that are past or silence nothing", () => {
  const text =
    '{ "suppressions": [{ "check": "unknown-action", "file": "a.json", "reason": "b", "expires": "2026-01-31" }] }';
  const { project } = readProject(text);
  const judged = { paths: ["a.json"], used: new Set<never>(), isComplete: true };
  const findings = inChinese(() => [
    ...expiredSuppressions(project, text, "2026-02-01"),
    ...uselessSuppressions(project, text, { ...judged, today: "2026-01-01" }),
  ]);
  expect(findings.map(({ message }) => message)).toEqual([
    "对“unknown-action”的这项忽略已于 2026-01-31 到期",
    "“a.json”中没有可由该项忽略消除的“unknown-action”问题",
  ]);
  expect(englishIn(findings)).toEqual([]);
});

/** Sentences with English in them, or with nothing Chinese. */
function englishIn(findings: readonly Finding[]): readonly string[] {
  return findings
    .flatMap(({ message, related = [], fixes = [] }) => [
      message,
      ...related.map((place) => place.message),
      ...fixes.map(({ title }) => title),
    ])
    .filter((text) => englishLeftovers(text).length > 0 || !/\p{Script=Han}/u.test(text));
}
