// Whatever happens to a policy on its way into the editor, it is read without failing, its parts lie in the
// text, the editor's cheap question finds it, and both ways of reading agree.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cam,
  otc,
  type Policy,
  readPolicyFile,
  readPolicyQuickly,
  runChecks,
  type Span,
} from "../../../server/src/core/index.js";
import { mayHoldPolicy } from "../../../server/src/protocol/candidate.js";
import { brokenPolicies, policyTexts } from "../../support/arbitrary-policy.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const RUNS = Number(process.env.RUNS ?? 300);
const dialects = [cam, otc];

test("every broken policy is read, and every part of it lies in the text", () => {
  fc.assert(
    fc.property(brokenPolicies, fc.boolean(), (text, declared) => {
      for (const policy of readPolicyFile(text, { dialects, declared }).policies) {
        for (const span of spansOf(policy)) {
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("checks find their way through every broken policy, and place findings and edits in the text", () => {
  fc.assert(
    fc.property(brokenPolicies, (text) => {
      const file = readPolicyFile(text, { dialects, declared: true });
      for (const { span, fixes = [] } of runChecks(file, miniCatalog, { text })) {
        const edits = fixes.flatMap((fix) => fix.edits.map((edit) => edit.span));
        for (const { start, end } of [span, ...edits]) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("what is recognized without being declared is found by the editor's question", () => {
  fc.assert(
    fc.property(brokenPolicies, (text) => {
      if (readPolicyFile(text, { dialects }).isOurs) expect(mayHoldPolicy(text)).toBe(true);
    }),
    { numRuns: RUNS * 3 },
  );
});

test("a whole policy is recognized, and in one dialect", () => {
  fc.assert(
    fc.property(policyTexts, ({ text, dialect }) => {
      expect(readPolicyFile(text, { dialects }).dialect?.id).toBe(dialect);
    }),
    { numRuns: RUNS },
  );
});

test("reading quickly gives the same policies, or nothing", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        brokenPolicies,
        policyTexts.map(({ text }) => text),
      ),
      fc.boolean(),
      (text, declared) => {
        const quick = readPolicyQuickly(text, { dialects, declared });
        if (quick === undefined) return;
        const full = readPolicyFile(text, { dialects, declared });
        expect(outlineOf(quick)).toEqual(outlineOf(full));
      },
    ),
    { numRuns: RUNS * 3 },
  );
});

function* spansOf(policy: Policy): Generator<Span> {
  yield policy.span;
  for (const { key, value, entry } of policy.elements) {
    yield key.span;
    yield entry.span;
    if (value) yield value.span;
  }
  for (const statement of policy.statements) {
    yield statement.span;
    for (const { span } of [...statement.actions, ...statement.resources]) yield span;
  }
}

function outlineOf({ isOurs, dialect, foreign, policies, problems }: ReturnType<typeof readPolicyFile>) {
  return {
    isOurs,
    dialect: dialect?.id,
    foreign: foreign?.vendor,
    problems: problems.length,
    policies: policies.map(({ statements, elements }) => ({
      elements: elements.map(({ key }) => key.text),
      statements: statements.map(({ decision, actions, resources }) => ({
        decision,
        actions: actions.map(({ text }) => text),
        resources: resources.map(({ text }) => text),
      })),
    })),
  };
}
