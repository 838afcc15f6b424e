// Where the notice begins, and where the error: the exact lengths, in texts too long to be fixtures.
import { expect, test } from "vitest";
import { checks, checkText } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

test.each([
  [5529, []],
  [5530, ["info"]],
  [6144, ["info"]],
  [6145, ["error"]],
])("a policy of %i characters", (length, expected) => {
  const [head, tail] = [
    '{"version":"2.0","statement":[{"effect":"allow","action":"im:*","resource":"',
    '"}]}',
  ] as const;
  const minified = `${head}${"*".repeat(length - head.length - tail.length)}${tail}`;
  for (const text of [minified, JSON.stringify(JSON.parse(minified), null, 8)]) {
    const { findings } = checkText(text, miniCatalog, {
      declared: true,
      checks: checks.filter(({ id }) => id === "policy-too-long"),
    });
    expect(findings.map(({ severity }) => severity)).toEqual(expected);
  }
});
