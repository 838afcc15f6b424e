// To leave out checks that a policy cannot concern changes nothing: over fixtures, and over mutations of them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Check, checks, readPolicyFile, runChecks } from "../../../server/src/core/index.js";
import { brokenPolicies } from "../../support/arbitrary-policy.js";
import { readFixture } from "../../support/markers.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const APPLICATIONS = [{ sdkAppId: "1400100200" }];

const alwaysAsked: readonly Check[] = checks.map(({ needs: _, ...check }) => check);

function expectAgreement(text: string): void {
  const file = readPolicyFile(text, { dialects: miniCatalog.dialects, declared: true });
  const options = { text, applications: APPLICATIONS };
  expect(runChecks(file, miniCatalog, options)).toEqual(
    runChecks(file, miniCatalog, { ...options, checks: alwaysAsked }),
  );
}

const texts = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .map((name) => readFixture(readFileSync(join(FIXTURES, name), "utf8")).text);

test("on fixtures", () => {
  for (const text of texts) expectAgreement(text);
});

test("on fixtures with a piece of another in them", () => {
  const mutation = fc.record({
    text: fc.constantFrom(...texts),
    other: fc.constantFrom(...texts),
    cut: fc.nat(),
    length: fc.nat(12),
    from: fc.nat(),
    piece: fc.nat(40),
  });
  fc.assert(
    fc.property(mutation, ({ text, other, cut, length, from, piece }) => {
      const at = cut % (text.length + 1);
      const taken = from % (other.length + 1);
      expectAgreement(text.slice(0, at) + other.slice(taken, taken + piece) + text.slice(at + length));
    }),
    { numRuns: 2000 },
  );
});

test("on made-up policies with mistakes", () => {
  fc.assert(fc.property(brokenPolicies, expectAgreement), { numRuns: 300 });
});
