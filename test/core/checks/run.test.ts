// How the checks are run: levels, values in messages, and checks that stand back for others.
import { expect, test } from "vitest";
import { type Check, defineCheck, readPolicyFile, runChecks } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const TEXT = '{ "version": "2.0", "statement": [] }';
const FILE = readPolicyFile(TEXT, { dialects: miniCatalog.dialects, declared: true });

function checkAt(id: string, start: number, end: number, supersedes: readonly string[] = []): Check {
  return defineCheck({
    id,
    title: id,
    category: "document",
    severity: "warning",
    confidence: "high",
    since: "0.1.0",
    supersedes,
    messages: { found: '"{text}" was found, {missing} was not' },
    *run() {
      yield { span: { start, end }, message: "found", values: { text: "x" } };
    },
  });
}

const idsOf = (checks: readonly Check[]) =>
  runChecks(FILE, miniCatalog, { checks }).map(({ check }) => check);

test("values fill the message, and a name without a value stays", () => {
  const [finding] = runChecks(FILE, miniCatalog, { checks: [checkAt("one", 0, 1)] });
  expect(finding?.message).toBe('"x" was found, {missing} was not');
});

test("a check stands back where another explains the same place, and nowhere else", () => {
  const strong = checkAt("strong", 2, 11, ["weak"]);
  expect(idsOf([checkAt("weak", 5, 8), strong])).toEqual(["strong"]);
  expect(idsOf([checkAt("weak", 20, 24), strong])).toEqual(["strong", "weak"]);
  expect(idsOf([checkAt("other", 5, 8), strong])).toEqual(["strong", "other"]);
});

test("a level replaces the severity, and off silences", () => {
  const checks = [checkAt("one", 0, 1), checkAt("two", 1, 2)];
  const findings = runChecks(FILE, miniCatalog, { checks, levels: { one: "hint", two: "off" } });
  expect(findings.map(({ check, severity }) => [check, severity])).toEqual([["one", "hint"]]);
});
