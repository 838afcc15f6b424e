// The summary against the naive judge: for every listed action and for resources aimed at the constants of
// the policy, what the summary says is allowed is what the judge allows.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Action,
  cam,
  coversScope,
  readPolicyFile,
  type Scope,
  type Summary,
  scopeOf,
  summarize,
} from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";
import { naivelyAllowed } from "../../support/naive-evaluator.js";

const facts = miniCatalog.of(cam);
const IDS = ["1400100200", "1400100201", "1500100200"];
const account = fc.constantFrom("uin/100012345678", "uin/*", "uin/100099999999");
const resource = fc.oneof(
  fc.constant("*"),
  fc
    .tuple(
      fc.constantFrom("im", "trtc", ""),
      fc.constantFrom("", "ap-guangzhou"),
      account,
      fc.constantFrom(...IDS, "*", "14*", "*200"),
    )
    .map(([service, region, owner, id]) => `qcs::${service}:${region}:${owner}:sdkappid/${id}`),
);
const action = fc.constantFrom(
  "*",
  "*:*",
  "trtc:*",
  "name/trtc:Describe*",
  "trtc:*Room*",
  "trtc:RemoveUser",
  "trtc:CreateTrtcApp",
  "im:*",
  "im:Describe*",
  "name/im:CreateGroup",
);
const statement = fc.record({
  effect: fc.constantFrom("allow", "allow", "deny"),
  action: fc.array(action, { minLength: 1, maxLength: 3 }),
  resource: fc.array(resource, { minLength: 1, maxLength: 3 }),
});

function summaryOf(statements: readonly unknown[]): Summary {
  const text = JSON.stringify({ version: "2.0", statement: statements });
  const [policy] = readPolicyFile(text, { dialects: [cam], declared: true }).policies;
  if (policy === undefined) throw new Error("the text holds no policy");
  return summarize(policy, miniCatalog);
}

function saysAllowed(summary: Summary, wanted: Action, scope: Scope): boolean {
  return summary.allowed.some(
    ({ read, write, on, except }) =>
      [...read, ...write].includes(wanted) &&
      on.some((one) => coversScope(one, scope)) &&
      !except.some((one) => coversScope(one, scope)),
  );
}

describe("summarize", () => {
  test("allows exactly what a naive judge allows", () => {
    const requests = ["im", "trtc"].flatMap((code) =>
      (facts.service(code)?.actions ?? []).flatMap((listed) =>
        [...IDS, "7"].flatMap((id) =>
          ["uin/100012345678", "uin/5"].map((owner) => ({
            listed,
            text: `qcs::${code}:ap-shanghai:${owner}:sdkappid/${id}`,
          })),
        ),
      ),
    );
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 5 }), (statements) => {
        const summary = summaryOf(statements);
        for (const { listed, text } of requests) {
          const reading = cam.readResource(text);
          if (reading.kind !== "resource") continue;
          const operationLevel = listed.level === "operation";
          const scope: Scope = operationLevel ? { kind: "everything" } : scopeOf(text, reading);
          const request = { service: listed.service, action: listed.name, resource: text, operationLevel };
          expect([listed.fullName, text, saysAllowed(summary, listed, scope)]).toEqual([
            listed.fullName,
            text,
            naivelyAllowed(statements, request),
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("does not depend on the order of statements", () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 2, maxLength: 4 }), (statements) => {
        const names = (summary: Summary) =>
          summary.allowed
            .flatMap(({ read, write }) => [...read, ...write].map(({ fullName }) => fullName))
            .sort();
        expect(names(summaryOf([...statements].reverse()))).toEqual(names(summaryOf(statements)));
      }),
    );
  });

  test("does not count what stands beside a condition that cannot be read", () => {
    const read = { effect: "allow", action: "trtc:RemoveUser", resource: "*" };
    const unread = { ...read, action: "im:*", condition: { ip_equals: { "qcs:ip": "10.0.0.0/8" } } };
    const { allowed, incomplete, unread: found } = summaryOf([read, unread]);
    expect(allowed.map(({ service }) => service)).toEqual(["trtc"]);
    expect(incomplete).toBe(true);
    expect(found.map(({ index }) => index)).toEqual([1]);
  });
});
