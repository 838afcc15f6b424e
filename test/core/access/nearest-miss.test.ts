// What would have to be otherwise about a denied request: every claim is put before the judge that knows nothing of
// how it is made.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, type NearRequest, nearRequests } from "../../../server/src/core/index.js";
import { ACCESS_GROUNDS } from "../../support/arbitrary-access.js";
import { type CamStatement, naivelyAllows, type OtcStatement } from "../../support/naive-evaluator.js";
import { OPERATION_LEVEL, oracleCatalog } from "../../support/oracle-catalog.js";
import { policyOf } from "../../support/oracle-policies.js";

const RUNS = Number(process.env.RUNS ?? 3000);
const isOperationLevel = (action: string) => OPERATION_LEVEL.has(action);

test.each(ACCESS_GROUNDS)("the judge allows each request about $id", ({ policy, question }) => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(policy, { minLength: 1, maxLength: 2 }), question, (policies, request) => {
      const read = policies.map(policyOf);
      const near = nearRequests(read, request, oracleCatalog);
      found += near.length;
      if (near.length > 0) expect(naivelyAllows(policies, request, isOperationLevel)).toBe(false);
      for (const one of near) {
        expect(naivelyAllows(policies, one.request, isOperationLevel)).toBe(true);
        expect(decide(read, one.request, oracleCatalog).decision).toBe("allowed");
        expect(changedParts(one, request)).toEqual(claimedParts(one));
      }
    }),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS / 20);
});

type Request = NearRequest["request"];

function changedParts({ request }: NearRequest, asked: Request): Record<string, boolean> {
  return {
    action: request.action !== asked.action,
    resource: request.resource !== asked.resource,
    context: JSON.stringify(request.context) !== JSON.stringify(asked.context),
  };
}

function claimedParts({ action, resource, tests, escaped }: NearRequest): Record<string, boolean> {
  return {
    action: action !== undefined,
    resource: resource !== undefined,
    context: tests.length + escaped.length > 0,
  };
}

const ASKED = "qcs::trtc::uin/1:sdkappid/1400";

function near(statement: readonly CamStatement[], request: Partial<Request> = {}) {
  const policy = policyOf({ version: "2.0", statement });
  const asked = { action: "trtc:RemoveUser", resource: ASKED, context: {}, ...request };
  return nearRequests([policy], asked, oracleCatalog).map(
    ({ request: found, by, tests, escaped, ...rest }) => ({
      ...rest,
      statement: by.statement.index + 1,
      keys: [...tests, ...escaped].map(({ key }) => key),
      request: found,
    }),
  );
}

const allow = (rest: Partial<CamStatement> = {}): CamStatement => ({
  effect: "allow",
  action: "trtc:*",
  resource: "*",
  ...rest,
});

describe("near to a denied request is", () => {
  test("nothing where it is allowed, and nothing where no statement is about the service", () => {
    expect(near([allow()])).toEqual([]);
    expect(near([allow({ action: "im:*" })])).toEqual([]);
  });

  test("another resource that a statement names, with wildcards filled as asked where they can be", () => {
    const resource = ["qcs::trtc::uin/1:sdkappid/15*", "qcs::trtc:ap-guangzhou:*:sdkappid/1400"];
    expect(near([allow({ resource })])).toMatchObject([
      { resource: resource[0], request: { resource: "qcs::trtc::uin/1:sdkappid/151" } },
      { resource: resource[1], request: { resource: "qcs::trtc:ap-guangzhou:uin/1:sdkappid/1400" } },
    ]);
  });

  test("a named resource instead of every resource, but never one of another service", () => {
    const resource = ["qcs::im::uin/1:sdkappid/1", ASKED];
    expect(near([allow({ resource })], { resource: "*" })).toMatchObject([{ resource: ASKED }]);
  });

  test("no resource where the action can only be permitted on all of them", () => {
    expect(near([allow({ resource: ASKED })], { action: "trtc:CreateTrtcApp" })).toEqual([]);
  });

  test("another context, which meets all tests of a key", () => {
    const condition = {
      ip_equal: { "qcs:ip": ["10.0.0.0/8"] },
      ip_not_equal: { "qcs:ip": ["10.0.0.0/16"] },
      string_equal: { "qcs:mfa": "true" },
    };
    expect(
      near([allow({ condition })], { context: { "qcs:mfa": ["true"], "qcs:ip": ["192.0.2.7"] } }),
    ).toEqual([
      {
        statement: 1,
        keys: ["qcs:ip", "qcs:ip"],
        request: {
          action: "trtc:RemoveUser",
          resource: ASKED,
          context: { "qcs:mfa": ["true"], "qcs:ip": ["10.255.255.255"] },
        },
      },
    ]);
  });

  test("a value that no deny stands against", () => {
    const inOffice = { ip_equal: { "qcs:ip": "10.0.0.0/8" } };
    const inLobby = { ip_equal: { "qcs:ip": "10.0.0.0/16" } };
    const found = near([allow({ condition: inOffice }), allow({ effect: "deny", condition: inLobby })]);
    expect(found).toMatchObject([{ statement: 1, request: { context: { "qcs:ip": ["10.255.255.255"] } } }]);
  });

  test("two changes only where one is not enough", () => {
    const condition = { string_equal: { "qcs:mfa": "true" } };
    const resource = "qcs::trtc::uin/1:sdkappid/2";
    expect(near([allow({ condition, resource })])).toMatchObject([
      { resource, keys: ["qcs:mfa"], request: { resource, context: { "qcs:mfa": ["true"] } } },
    ]);
    expect(near([allow({ condition, resource }), allow({ condition })])).toMatchObject([
      { statement: 2, keys: ["qcs:mfa"], request: { resource: ASKED } },
    ]);
  });

  test("another action of the service as the last resort", () => {
    const action = ["trtc:Describe*", "name/trtc:DismissRoom", "im:CreateGroup"];
    expect(near([allow({ action })])).toMatchObject([{ action: "name/trtc:DismissRoom" }]);
  });

  test("a context in which a deny does not hold, where it has one", () => {
    const condition = { ip_not_equal: { "qcs:ip": "10.0.0.0/8" } };
    const context = { "qcs:ip": ["192.0.2.7"] };
    const denied = allow({ effect: "deny", condition });
    expect(near([allow(), denied], { context })).toMatchObject([
      { statement: 1, keys: ["qcs:ip"], request: { context: { "qcs:ip": ["10.0.0.1"] } } },
    ]);
    expect(near([denied], { context })).toEqual([]);
    expect(near([allow(), allow({ effect: "deny" })])).toEqual([]);
  });
});

test("actions that ignore resources are near by context only", () => {
  const Statement: readonly OtcStatement[] = [
    { Effect: "Allow", Action: ["ims:images:*"], Condition: { Bool: { "g:MFAPresent": ["true"] } } },
  ];
  const request = { action: "ims:images:get", resource: "*", context: {} };
  const found = nearRequests([policyOf({ Version: "1.1", Statement })], request, oracleCatalog);
  expect(found).toMatchObject([{ request: { context: { "g:MFAPresent": ["true"] } } }]);
});

test("a policy that was built to explode gets an answer all the same", () => {
  const keys = Array.from({ length: 10 }, (_, key) => `qcs:key${key}`);
  const values = Array.from({ length: 10 }, (_, value) => `value${value}`);
  const condition = { string_equal: Object.fromEntries(keys.map((key) => [key, values])) };
  const statement = Array.from({ length: 300 }, (_, at) => allow({ action: `trtc:*${at}*User`, condition }));
  expect(near([...statement, allow({ condition })])).toHaveLength(1);
});
