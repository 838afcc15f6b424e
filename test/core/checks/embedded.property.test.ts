// A policy inside a string of a request is judged as it is outside: the same findings, at the characters that
// stand for the same text, with fixes that have the same effect.
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, readPolicyFile, runChecks } from "../../../server/src/core/index.js";
import { brokenPolicies } from "../../support/arbitrary-policy.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const dialects = miniCatalog.dialects;

function judge(text: string) {
  const file = readPolicyFile(text, { dialects, fileName: "a.json", declared: true });
  return { file, findings: runChecks(file, miniCatalog, { text }) };
}

/** What the outer text holds after an edit, as the text of the policy. */
function documentOf(request: string): unknown {
  const parsed: unknown = JSON.parse(request);
  return typeof parsed === "object" && parsed !== null && "PolicyDocument" in parsed
    ? parsed.PolicyDocument
    : undefined;
}

test("findings and fixes are those of the bare policy", () => {
  fc.assert(
    fc.property(brokenPolicies, (policy) => {
      fc.pre(/^\s*[{[]/.test(policy) && !policy.includes("PolicyDocument"));
      const request = JSON.stringify({ PolicyName: "live", PolicyDocument: policy }, null, 2);
      const bare = judge(policy);
      const inside = judge(request);
      const own = inside.findings.filter(({ span }) => span.start > request.indexOf('"PolicyDocument"'));
      expect(own.map(({ check, message }) => `${check}: ${message}`)).toEqual(
        bare.findings.map(({ check, message }) => `${check}: ${message}`),
      );
      for (const [at, { span, fixes = [] }] of own.entries()) {
        const expected = bare.findings[at];
        const written = request.slice(span.start, span.end);
        expect(JSON.parse(`"${written}"`)).toBe(policy.slice(expected?.span.start, expected?.span.end));
        for (const [number, fix] of fixes.entries()) {
          expect(documentOf(applyEdits(request, fix.edits))).toBe(
            applyEdits(policy, expected?.fixes?.[number]?.edits ?? []),
          );
        }
      }
    }),
  );
});
