// The policies that the editor tests open, each the smallest that shows its subject.

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const allowOneRoom = {
  effect: "allow",
  action: ["name/trtc:DescribeRoomInfo"],
  resource: ["*"],
};

/** Which applications a person may be removed from.
 * @param {string} application */
const removing = (application) =>
  json({
    version: "2.0",
    statement: [
      {
        effect: "allow",
        action: ["trtc:RemoveUser"],
        resource: [`qcs::trtc::uin/100012345678:sdkappid/${application}`],
      },
    ],
  });

/** What git has: the old side of the diff says "alow" too, on another line than the new side. */
export const committed = {
  "plain.json": json({ name: "nothing of ours", list: [1, 2, 3] }),
  "aws.json": json({ Version: "2012-10-17", Statement: [{ Effect: "Alow", Action: "s3:*", Resource: "*" }] }),
  "clean.policy.json": json({ version: "2.0", statement: [allowOneRoom] }),
  "wrong-effect.policy.json": json({
    version: "2.0",
    statement: [{ ...allowOneRoom, effect: "alow" }],
  }),
  "changed.policy.json": json({
    version: "2.0",
    statement: [{ ...allowOneRoom, effect: "alow" }],
  }),
  "by-content.json": json({ version: "2.0", statement: [{ ...allowOneRoom, effect: "denny" }] }),
  "never-opened.json": json({ version: "2.0", statement: [{ ...allowOneRoom, effect: "alow" }] }),
  "images.otc.json": json({
    Version: "1.1",
    Statement: [{ Effect: "Alow", Action: ["ims:images:list"] }],
  }),
  // As `tccli` takes it: the policy is a string, in which the effect is wrong and a comma too many.
  "create-policy.json": json({
    PolicyName: "live-read",
    PolicyDocument: JSON.stringify({
      version: "2.0",
      statement: [{ ...allowOneRoom, effect: "alow" }],
    }).replace("}]", "},]"),
  }),
  "suppressed.policy.json": json({
    version: "2.0",
    statement: [{ ...allowOneRoom, action: ["trtc:DescribeTomorrow"] }],
  }),
  "team.grants.json": `{
  "dialect": "cam",
  "groups": { "trtc-ops": { "policies": ["QcloudTRTCReadonlyAccess"] } },
  "users": { "li.wei": { "groups": ["trtc-ops"], "policies": ["./clean.policy.json"] } }
}
`,
  "typing.policy.json": json({ version: "2.0", statement: [{ ...allowOneRoom, action: ["trtc:"] }] }),
  "preset.policy.json": json({ version: "2.0", statement: [] }),
  "short-lived.policy.json": json({ version: "2.0", statement: [{ ...allowOneRoom, effect: "alow" }] }),
  "operation-level.policy.json": json({
    version: "2.0",
    statement: [
      {
        effect: "allow",
        // The last one knows no applications, so it needs a statement of its own.
        action: ["trtc:DescribeCallDetailInfo", "trtc:RemoveUser", "trtc:DescribeTrtcStatistic"],
        resource: ["qcs::trtc::uin/100012345678:sdkappid/1400100200"],
      },
    ],
  }),
  "widened.policy.json": removing("1400100200"),
  "wide.policy.json": removing("*"),
  "conditions.policy.json": json({
    version: "2.0",
    statement: [
      {
        effect: "allow",
        action: ["trtc:DescribeRoomInfo", "trtc:DismissRoom", "trtc:RemoveUser"],
        resource: ["qcs::trtc::uin/100012345678:sdkappid/1400100200"],
        condition: { ip_equal: { "qcs:ip": ["10.0.0.0/8"] } },
      },
      {
        effect: "deny",
        action: ["trtc:DismissRoom"],
        resource: ["qcs::trtc::uin/100012345678:sdkappid/*"],
        condition: { ip_equal: { "qcs:ip": ["10.9.0.0/16"] } },
      },
    ],
  }),
};

/** What was edited since the commit. */
export const changed = {
  "widened.policy.json": removing("*"),
  "untracked.policy.json": removing("1400100200"),
  "changed.policy.json": json({
    version: "2.0",
    statement: [allowOneRoom, { ...allowOneRoom, effect: "denny" }, { ...allowOneRoom, effect: "refuse" }],
  }),
};
