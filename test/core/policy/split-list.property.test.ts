// Splitting statements whose lists are too long changes nothing in what the policy says, and makes no new fault.
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, checks, readPolicyFile, runChecks } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const ACTIVE = checks.filter(({ id }) => id.startsWith("too-many-") || id === "policy-too-long");

interface Written {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: object;
}

const names = (prefix: string, most: number) =>
  fc
    .integer({ min: 1, max: most })
    .map((count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`));

const statement: fc.Arbitrary<Written> = fc
  .record(
    {
      Resource: names("obs:*:*:bucket:b", 23),
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: fc.oneof(names("obs:o:a", 10), names("obs:o:a", 205)),
      Condition: fc.constant({ Bool: { "g:MFAPresent": ["true"] } }),
    },
    { requiredKeys: ["Effect", "Action"] },
  )
  .chain((record) =>
    fc
      .shuffledSubarray(Object.entries(record), { minLength: Object.keys(record).length })
      .map((entries) => ({ ...record, ...Object.fromEntries(entries) })),
  );

/** Everything that is said, one line for each action on each resource. */
function saidBy(text: string): ReadonlySet<string> {
  const { Statement }: { readonly Statement: readonly Written[] } = JSON.parse(text);
  return new Set(
    Statement.flatMap(({ Effect, Action, Resource = ["any"], Condition }) =>
      Action.flatMap((action) =>
        Resource.map((resource) => `${Effect} ${action} ${resource} ${JSON.stringify(Condition)}`),
      ),
    ),
  );
}

function judge(text: string) {
  const file = readPolicyFile(text, { dialects: miniCatalog.dialects, declared: true });
  return runChecks(file, miniCatalog, { checks: ACTIVE, text });
}

test("of actions and resources, alone and together", () => {
  fc.assert(
    fc.property(
      fc.array(statement, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(0, 2, "\t"),
      (written, indent) => {
        const text = JSON.stringify({ Version: "1.1", Statement: written }, null, indent);
        const before = judge(text);
        const known = new Set(before.map(({ check }) => check));
        let findings = before;
        let current = text;
        for (let round = 0; round < 10; round++) {
          const edits = findings.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits));
          if (edits.length === 0) break;
          current = applyEdits(current, edits);
          findings = judge(current);
          // The notice that a policy is nearly too long may come, but no fault.
          expect(findings.filter(({ check, severity }) => severity === "error" && !known.has(check))).toEqual(
            [],
          );
        }
        expect(findings.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
        expect(saidBy(current)).toEqual(saidBy(text));
      },
    ),
    { numRuns: 100 },
  );
});
