// Standing back, done quickly, is what its definition says when every finding is compared with every other.
import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutSuperseded } from "../../../server/src/core/checks/running/superseded.js";
import { type Check, defineCheck, type Finding } from "../../../server/src/core/index.js";
import { overlaps } from "../../../server/src/core/text/span.js";

const CHECKS = [
  checkOf("a", ["b", "c"]),
  checkOf("b", ["d", "missing"]),
  checkOf("c", []),
  checkOf("d", ["c", "d"]),
];

/** Near each other, so that they touch, contain each other, start together and are empty. */
const anyFinding = (width: number) =>
  fc
    .tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat(width), fc.nat(6))
    .map(([check, start, length]): Finding => {
      return { check, severity: "error", span: { start, end: start + length }, message: `${start}` };
    });

test("the same findings stay as by comparing each with all", () => {
  const few = fc.array(anyFinding(12), { maxLength: 12 });
  const many = fc.array(anyFinding(2000), { minLength: 200, maxLength: 400 });
  fc.assert(
    fc.property(fc.oneof(few, many), fc.subarray(CHECKS), (findings, active) => {
      expect(withoutSuperseded(findings, active)).toEqual(naively(findings, active));
    }),
  );
});

test("fifty thousand findings are no trouble", () => {
  const findings = Array.from({ length: 50_000 }, (_, at): Finding => {
    const span = { start: at * 10, end: at * 10 + (at % 3 === 0 ? 15 : 5) };
    return { check: at % 2 === 0 ? "a" : "b", severity: "error", span, message: "" };
  });
  // Each third place reaches into the next one, and of any two neighbors one is of the stronger check.
  const expected = findings.filter((_, at) => at % 6 !== 1 && at % 6 !== 3);
  expect(withoutSuperseded(findings, CHECKS)).toEqual(expected);
});

function naively(findings: readonly Finding[], active: readonly Check[]): Finding[] {
  return findings.filter(
    (finding) =>
      !findings.some(
        (other) =>
          other.check !== finding.check &&
          active.some(({ id, supersedes }) => id === other.check && supersedes?.includes(finding.check)) &&
          overlaps(other.span, finding.span),
      ),
  );
}

function checkOf(id: string, supersedes: readonly string[]): Check {
  const messages = { found: "found" };
  const facts = { title: id, category: "document", severity: "error", confidence: "high" } as const;
  return defineCheck({ id, ...facts, since: "0.1.0", supersedes, messages });
}
