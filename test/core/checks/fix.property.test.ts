// What fixing never does, whatever the policy: it does not stop half way, adds nothing, changes no value when it
// mends JSON, and changes no access when it is safe.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  checkText,
  type Finding,
  type FixOptions,
  fixText,
  readJson,
} from "../../../server/src/core/index.js";
import { brokenPolicies } from "../../support/arbitrary-policy.js";
import { miniCatalog, miniData } from "../../support/mini-catalog.js";
import { naivelyAllowed } from "../../support/naive-evaluator.js";
import { rightPolicies, withFaults, withHabits, wordyPolicies } from "../../support/planted-faults.js";
import { dataOf } from "../text/support.js";

/** Of each property; raise it when fixes were changed: `RUNS=20000 npx vitest run test/core/checks/fix`. */
const RUNS = Number(process.env.RUNS ?? 200);

const judge = (text: string) => checkText(text, miniCatalog, { fileName: "a.policy.json", declared: true });
const fixed = (text: string, options: FixOptions) => fixText(text, judge, options);
const SAFE: FixOptions = { safety: "safe" };
const JSON_ONLY = ["json-syntax"];

const grave = (findings: readonly Finding[]) =>
  new Set(findings.filter(({ severity }) => /error|warning/.test(severity)).map(({ check }) => check));

describe.each([
  ["broken policies", brokenPolicies],
  ["planted faults", withFaults.map(({ faulty }) => faulty)],
  ["wordy policies", wordyPolicies.map(({ text }) => text)],
])("%s", (_, texts) => {
  test.each([["safe"], ["unsafe"]] as const)("%s fixes leave nothing to do for a second time", (safety) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = fixed(text, { safety });
        expect(applyEdits(text, once.edits)).toBe(once.text);
        const twice = fixed(once.text, { safety });
        expect({ text: twice.text, applied: twice.applied }).toEqual({ text: once.text, applied: {} });
      }),
      { numRuns: RUNS },
    );
  });

  test("what a safe fix was offered for is gone", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { judged } = fixed(text, SAFE);
        const left = judged.findings.filter(({ fixes }) => fixes?.some((fix) => fix.safety === "safe"));
        expect(left.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

test("safe fixes add no error and no warning of another check", () => {
  fc.assert(
    fc.property(withFaults, ({ right, faulty }) => {
      const known = new Set([...grave(judge(right).findings), ...grave(judge(faulty).findings)]);
      const after = grave(fixed(faulty, SAFE).judged.findings);
      expect([...after].filter((check) => !known.has(check))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

describe("mending JSON", () => {
  test("gives back the policy that habits were planted in", () => {
    fc.assert(
      fc.property(withHabits, ({ right, faulty }) => {
        const { text, judged } = fixed(faulty, { safety: "unsafe", checks: JSON_ONLY });
        expect(judged.findings.filter(({ check }) => check === "json-syntax")).toEqual([]);
        expect(JSON.parse(text)).toEqual(JSON.parse(right));
      }),
      { numRuns: RUNS },
    );
  });

  test("touches no value of what was read, where one round is enough", () => {
    fc.assert(
      fc.property(brokenPolicies, (text) => {
        const { text: result } = fixed(text, { safety: "unsafe", checks: JSON_ONLY });
        const before = readJson(text);
        const after = readJson(result);
        const repairs = before.problems.flatMap(({ repair }) => repair?.edits ?? []);
        // A repair that brings another fault to light says that the first reading was not the last word.
        if (before.problems.some(({ repair }) => !repair) || applyEdits(text, repairs) !== result) return;
        expect(after.root && dataOf(after.root)).toEqual(before.root && dataOf(before.root));
      }),
      { numRuns: RUNS },
    );
  });
});

describe("access", () => {
  test("is what it was after safe fixes", () => {
    fc.assert(
      fc.property(fc.oneof(rightPolicies, wordyPolicies), ({ dialect, text }) => {
        const { text: result, judged } = fixed(text, SAFE);
        expect(accessOf(dialect, result)).toEqual(accessOf(dialect, text));
        const known = grave(judge(text).findings);
        expect([...grave(judged.findings)].filter((check) => !known.has(check))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test("is that of the policy that faults were planted in", () => {
    fc.assert(
      fc.property(withFaults, ({ dialect, right, faulty }) => {
        expect(accessOf(dialect, fixed(faulty, SAFE).text)).toEqual(accessOf(dialect, right));
      }),
      { numRuns: RUNS },
    );
  });
});

const RESOURCES = [
  "everything",
  "qcs::trtc:ap-guangzhou:uin/100012345678:sdkappid/1400100200",
  "qcs::trtc:ap-guangzhou:uin/100012345678:sdkappid/1400100201",
  "qcs::im:ap-guangzhou:uin/100012345678:sdkappid/1400100200",
];

/** No request has an action of one product on a resource of the other. */
function isOwn(resource: string, service: string): boolean {
  return resource === "everything" || resource.split(":")[2] === service;
}

/** Every action of the catalog on some resources, judged by a reader of its own. */
function accessOf(dialect: "cam" | "otc", text: string): string[] {
  const data = JSON.parse(text.replace(/^\ufeff/, ""), (_, value) =>
    isMap(value) ? withLowerKeys(value) : value,
  );
  const statements = data.statement.map(({ effect, action, resource = "*" }: Record<string, string>) => ({
    ...{ effect: effect?.toLowerCase(), action, resource: dialect === "otc" ? "*" : resource },
  }));
  return (miniData.dialects[dialect]?.services ?? []).flatMap(({ code, actions }) =>
    actions.flatMap(({ name, level }) =>
      RESOURCES.filter((resource) => isOwn(resource, code))
        .filter((resource) =>
          naivelyAllowed(statements, {
            service: code,
            action: name,
            resource,
            operationLevel: level === "operation",
          }),
        )
        .map((resource) => `${code}:${name} ${resource}`),
    ),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withLowerKeys(map: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toLowerCase(), value]));
}
