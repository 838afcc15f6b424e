// What one look at a policy says is what all checks together say: over policies of few words, whose statements
// often repeat, cover or take back each other.
import fc from "fast-check";
import { expect, test } from "vitest";
import { checks, checkText, readPolicyFile, runChecks } from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const { dialects } = miniCatalog;

/** Without what they need: all of them are asked about everything. */
const alwaysAsked = checks.map(({ needs: _, ...check }) => check);

function some(words: readonly string[], most: number) {
  return fc.oneof(
    { weight: 9, arbitrary: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }) },
    { weight: 1, arbitrary: fc.constantFrom(...words) },
  );
}

const cam = fc.array(
  fc.record(
    {
      effect: fc.constantFrom("allow", "allow", "deny"),
      action: some(
        [
          ...["trtc:DescribeRoomInfo", "name/trtc:DescribeRoomInfo", "trtc:RemoveUser", "trtc:DismissRoom"],
          ...[
            "trtc:DescribeUserInfo",
            "im:CreateGroup",
            "im:DescribeApp",
            "trtc:CreateTrtcApp",
            "cos:GetObject",
          ],
        ],
        4,
      ),
      resource: some(
        [
          ...["1", "12", "13"].map((id) => `qcs::trtc::uin/100000000001:sdkappid/140010020${id}`),
          ...["qcs::trtc:ap-guangzhou:uin/100000000001:sdkappid/1400100201", "*"],
          ...[
            "qcs::im::uin/100000000001:sdkappid/1400100201",
            "qcs::TRTC::uin/100000000001:sdkappid/1400100201",
          ],
          ...["qcs::trtc::uin/12345678:sdkappid/1400000000", "qcs::trtc::uin/100000000001:sdkappid/"],
        ],
        3,
      ),
      condition: fc.constantFrom(
        { ip_equal: { "qcs:ip": ["10.0.0.0/8"] } },
        { ip_equal: { "qcs:ip": ["192.168.0.0/16"] } },
        { string_equal: { "qcs:ip": [] } },
        { date_less_than: { "qcs:current_time": "2031-01-31T00:00:00Z" } },
        { "for_any_value:string_equal": { "qcs:resource_tag": ["team&support"] } },
      ),
    },
    { requiredKeys: ["effect", "action", "resource"] },
  ),
  { minLength: 1, maxLength: 4 },
);

const otc = fc.array(
  fc.record(
    {
      Effect: fc.constantFrom("Allow", "Allow", "Deny"),
      Action: some(
        [
          "ims:images:get",
          "IMS:images:get",
          "ims:images:list",
          "ims:images:delete",
          "ims:*:list",
          "ecs:cloudServers:get",
        ],
        3,
      ),
      Resource: fc.constantFrom(["ims:*:*:image:a1"], ["obs:*:*:bucket:b1", "obs:*:*:bucket:b12"]),
      Condition: fc.constantFrom(
        { StringEquals: { "g:UserName": ["a"] } },
        { StringEquals: { "g:UserName": ["b"] } },
        { Bool: { "g:MFAPresent": ["true"] } },
      ),
    },
    { requiredKeys: ["Effect", "Action"] },
  ),
  { minLength: 1, maxLength: 4 },
);

const data = fc.oneof(
  cam.map((statement) => ({ version: "2.0", statement })),
  otc.map((Statement) => ({ Version: "1.1", Statement })),
);

test("of policies of few words", () => {
  fc.assert(
    fc.property(data, fc.constantFrom(0, 2), (policy, indent) => {
      const text = JSON.stringify(policy, undefined, indent);
      const file = readPolicyFile(text, { dialects });
      const findings = runChecks(file, miniCatalog, { text, checks: alwaysAsked });
      const checked = checkText(text, miniCatalog);
      expect(checked.findings).toEqual(findings);
      expect(checked.file.dialect?.id).toBe(file.dialect?.id);
      expect(runChecks(file, miniCatalog, { text })).toEqual(findings);
    }),
    { numRuns: 1000 },
  );
});

test("a plain policy is not looked at twice", () => {
  const statement = [
    {
      effect: "allow",
      action: ["trtc:RemoveUser", "trtc:DismissRoom"],
      resource: [resource(1), resource(2)],
    },
    { effect: "deny", action: ["trtc:RemoveUser"], resource: [resource(1)] },
  ];
  expect(isReadFor({ version: "2.0", statement: statement.slice(0, 1) })).toBe(false);
  // All that is denied stands in the allow, too: whether anything is left is for the access engine to say.
  expect(isReadFor({ version: "2.0", statement })).toBe(true);
});

function resource(id: number): string {
  return `qcs::trtc::uin/100000000001:sdkappid/140010020${id}`;
}

/** Whether there is a model of it. */
function isReadFor(policy: unknown): boolean {
  return checkText(JSON.stringify(policy), miniCatalog).file.policies.length > 0;
}

test("every check says what it needs, or none could be left out", () => {
  expect(checks.filter(({ needs }) => needs === undefined).map(({ id }) => id)).toEqual([]);
});
