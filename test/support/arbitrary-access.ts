// Policies that overlap and contradict each other, and requests that hit them: of both dialects, as fast-check
// makes them up from a small pool of constants.
import fc from "fast-check";
import {
  CAM_CONDITIONS,
  type ConditionGround,
  conditionsOn,
  contextsOn,
  OTC_CONDITIONS,
} from "./arbitrary-conditions.js";
import type { CamStatement, NaiveQuestion, OtcStatement, PolicyData } from "./naive-evaluator.js";

/** All that the tests of one dialect need. */
export interface AccessGround {
  readonly id: "cam" | "otc";
  readonly policy: fc.Arbitrary<PolicyData>;
  readonly question: fc.Arbitrary<NaiveQuestion>;
  /** That the questions are about. */
  readonly actions: readonly string[];
  readonly conditions: ConditionGround;
}

const camAction = fc.constantFrom(
  "*",
  "*:*",
  "trtc:*",
  "name/trtc:*",
  "trtc:Describe*",
  "name/trtc:*Room*",
  "trtc:*Info",
  "trtc:DescribeRoomInfo",
  "name/trtc:DescribeRoomInfo",
  "trtc:RemoveUser",
  "trtc:CreateTrtcApp",
  "trtc:DescribeRoomInfoX",
  "im:*",
  "name/im:CreateGroup",
  "im:Describe*",
  "im:RemoveUser",
  "cos:Get*",
);

const camResource = fc.oneof(
  { weight: 2, arbitrary: fc.constant("*") },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom("trtc", "trtc", "im", "", "cos"),
        fc.constantFrom("", "", "*", "ap-guangzhou", "ap-*"),
        fc.constantFrom("uin/1", "uin/1", "uin/12", "uin/1*", "uin/*", "", "*"),
        fc.constantFrom(
          "sdkappid/1400",
          "sdkappid/14001",
          "sdkappid/14*",
          "sdkappid/*1",
          "sdkappid/*",
          "sdkappid/${app_id}",
          "*",
        ),
      )
      .map(([service, region, account, last]) => `qcs::${service}:${region}:${account}:${last}`),
  },
);

const camPolicy: fc.Arbitrary<PolicyData> = fc
  .array(
    fc.record<CamStatement>({
      effect: fc.constantFrom("allow", "allow", "deny"),
      action: oneOrMany(camAction),
      resource: oneOrMany(camResource),
      condition: conditionsOn(CAM_CONDITIONS),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((statement) => ({ version: "2.0", statement }));

const CAM_ACTIONS = [
  "trtc:DescribeRoomInfo",
  "name/trtc:RemoveUser",
  "trtc:CreateTrtcApp",
  "trtc:DescribeDetailEvent",
  "trtc:DescribeRoomInfoX",
  "trtc:describeRoomInfo",
  "trtc:DescribeVocabulary",
  "im:CreateGroup",
  "im:DescribeApp",
  "im:RemoveUser",
  "cos:GetObject",
];

const camQuestion: fc.Arbitrary<NaiveQuestion> = fc
  .record({
    action: fc.constantFrom(...CAM_ACTIONS),
    isEverything: fc.constantFrom(true, false, false, false),
    region: fc.constantFrom("", "", "ap-guangzhou", "ap-shanghai"),
    account: fc.constantFrom("uin/1", "uin/1", "uin/12", "uin/2", ""),
    last: fc.constantFrom("1400", "14001", "140", "15001", "2", "${app_id}"),
    context: contextsOn(CAM_CONDITIONS),
  })
  .map(({ action, isEverything, region, account, last, context }) => {
    const service = action.replace("name/", "").split(":")[0];
    const resource = isEverything ? "*" : `qcs::${service}:${region}:${account}:sdkappid/${last}`;
    return { action, resource, context };
  });

const otcAction = fc.constantFrom(
  "*:*:*",
  "ims:*:*",
  "ims:images:*",
  "ims:*:get",
  "ims:*:*e*",
  "ims:images:get",
  "IMS:Images:List",
  "ims:images:delete",
  "ims:serverImages:create",
  "ims:server*:create",
  "obs:*:*",
  "obs:object:Get*",
  "obs:object:GetObject",
  "ecs:cloudServers:*",
);

const otcResource = fc
  .tuple(
    fc.constantFrom("*", "eu-de"),
    fc.constantFrom("*", "d1"),
    fc.constantFrom("object:photos/*", "object:photos/a", "object:*", "bucket:*", "*:*"),
  )
  .map((parts) => `obs:${parts.join(":")}`);

const otcPolicy: fc.Arbitrary<PolicyData> = fc
  .array(
    fc.record<OtcStatement, "Effect" | "Action">(
      {
        Effect: fc.constantFrom("Allow", "Allow", "Deny", "allow"),
        Action: fc.array(otcAction, { minLength: 1, maxLength: 3 }),
        Resource: fc.array(otcResource, { minLength: 1, maxLength: 2 }),
        Condition: conditionsOn(OTC_CONDITIONS),
      },
      { requiredKeys: ["Effect", "Action"] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((Statement) => ({ Version: "1.1", Statement }));

const OTC_ACTIONS = [
  "ims:images:get",
  "ims:images:list",
  "ims:Images:DELETE",
  "ims:serverImages:create",
  "ims:images:create",
  "obs:object:GetObject",
  "obs:object:PutObject",
  "ecs:cloudServers:get",
];

const otcQuestion: fc.Arbitrary<NaiveQuestion> = fc.record({
  action: fc.constantFrom(...OTC_ACTIONS),
  resource: fc.constantFrom(
    "*",
    "obs:eu-de:d1:object:photos/a",
    "obs:eu-nl:d1:object:photos/b",
    "obs:eu-de:d2:object:letters",
  ),
  context: contextsOn(OTC_CONDITIONS),
});

export const ACCESS_GROUNDS: readonly AccessGround[] = [
  {
    id: "cam",
    policy: camPolicy,
    question: camQuestion,
    actions: CAM_ACTIONS,
    conditions: CAM_CONDITIONS,
  },
  {
    id: "otc",
    policy: otcPolicy,
    question: otcQuestion.filter(isOfItsService),
    actions: OTC_ACTIONS,
    conditions: OTC_CONDITIONS,
  },
];

/** No cloud is asked about the resource of another service. */
function isOfItsService({ action, resource }: NaiveQuestion): boolean {
  return resource === "*" || action.startsWith("obs:");
}

/** A single string is as good as a list. */
function oneOrMany(text: fc.Arbitrary<string>): fc.Arbitrary<string | readonly string[]> {
  return fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }));
}
