// The safe fixes of actions change no access, by an evaluator of its own, and leave no kind of finding that was not
// there; what is listed twice is found as an oracle finds it that compares each with each.
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkText, coversPattern, fixText } from "../../../server/src/core/index.js";
import { miniCatalog, miniData } from "../../support/mini-catalog.js";
import { naivelyAllowed } from "../../support/naive-evaluator.js";

const RUNS = Number(process.env.RUNS ?? 100);

const CAM = fc.constantFrom(
  ...["*", "*:*", "*:Describe*", "trtc:*", "name/trtc:*", "trtc:Describe*", "trtc:*Room", "trtc:**"],
  ...[
    "trtc:DismissRoom",
    "name/trtc:DismissRoom",
    "trtc:DescribeRoomInfo",
    "im:CreateGroup",
    "cos:GetObject",
  ],
);
const OTC = fc.constantFrom(
  ...["*:*:*", "ims:*:*", "IMS:*:get*", "ims:images:*", "ims:Images:**", "ims:*:create", "KMS:*:*"],
  ...["ims:images:get", "IMS:Images:GET", "ims:serverImages:create", "ecs:cloudServers:get"],
);

const listsOf = (action: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(fc.constantFrom("allow", "deny"), fc.array(action, { minLength: 1, maxLength: 6 })), {
    minLength: 1,
    maxLength: 3,
  });

type Lists = readonly (readonly [string, readonly string[]])[];

function camText(lists: Lists): string {
  const statement = lists.map(([effect, action]) => ({ effect, action, resource: "*" }));
  return JSON.stringify({ version: "2.0", statement }, null, 2);
}

function otcText(lists: Lists): string {
  const Statement = lists.map(([effect, Action]) => ({
    Effect: effect === "allow" ? "Allow" : "Deny",
    Action,
  }));
  return JSON.stringify({ Version: "1.1", Statement }, null, 2);
}

/** Every action that the catalog has, and one that no list has of each service that may have more. */
const REQUESTS = Object.values(miniData.dialects).flatMap(({ services, serviceCodes }) => [
  ...services.flatMap(({ code, completeness, actions }) => [
    ...actions.map(({ name }) => [code, name] as const),
    ...(completeness === "complete" ? [] : [[code, "DescribeUnlisted"] as const]),
  ]),
  ...serviceCodes.map((code) => [code, "GetObject"] as const),
]);

function allowedBy(text: string): readonly string[] {
  const { statement, Statement = statement } = JSON.parse(text);
  const isOtc = statement === undefined;
  const fold = (name: string) => (isOtc ? name.toLowerCase() : name);
  const statements = Statement.map((one: Record<string, string | string[]>) => ({
    effect: String(one.effect ?? one.Effect).toLowerCase(),
    action: [one.action ?? one.Action ?? []].flat().map(fold),
    resource: "*",
  }));
  return REQUESTS.filter(([service, action]) =>
    naivelyAllowed(statements, {
      service,
      action: fold(action),
      resource: "everything",
      operationLevel: false,
    }),
  ).map((request) => request.join(":"));
}

const judge = (text: string) => checkText(text, miniCatalog, { declared: true });

function idsIn(text: string): readonly string[] {
  return [...new Set(judge(text).findings.map(({ check }) => check))].sort();
}

test.each([
  { dialect: "cam", action: CAM, write: camText },
  { dialect: "otc", action: OTC, write: otcText },
])("safe fixes in $dialect change no access and bring nothing new", ({ action, write }) => {
  fc.assert(
    fc.property(listsOf(action).map(write), (text) => {
      const fixed = fixText(text, judge, { safety: "safe" }).text;
      expect(allowedBy(fixed)).toEqual(allowedBy(text));
      const before = idsIn(text);
      // What is denied wholly goes, and with it what the deny took away.
      if (before.includes("grants-nothing")) return;
      expect(idsIn(fixed).filter((id) => !before.includes(id))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("an action is redundant exactly where a pattern beside it covers it", () => {
  const action = fc
    .array(fc.constantFrom("A", "b", "*"), { minLength: 1, maxLength: 4 })
    .map((parts) => `cos:${parts.join("")}`);
  fc.assert(
    fc.property(fc.array(action, { minLength: 2, maxLength: 8 }), (actions) => {
      const found = (id: string) =>
        judge(camText([["deny", actions]])).findings.filter(({ check }) => check === id);
      const distinct = [...new Set(actions)];
      const covered = distinct.filter((one, at) =>
        distinct.some(
          (other, place) =>
            other !== one && coversPattern(other, one) && (place < at || !coversPattern(one, other)),
        ),
      );
      expect(found("redundant-action")).toHaveLength(covered.length);
      expect(found("duplicate-action")).toHaveLength(actions.length - distinct.length);
    }),
    { numRuns: RUNS },
  );
});
