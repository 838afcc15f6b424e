// The folder of a team that works with Tencent Cloud and Open Telekom Cloud: what a person reads, writes and reviews.

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** @param {string} application */
const trtc = (application) => `qcs::trtc::uin/100012345678:sdkappid/${application}`;

/** @param {string} application */
const operators = (application) =>
  json({
    version: "2.0",
    statement: [
      {
        effect: "allow",
        action: ["trtc:DescribeRoomInfo", "trtc:DismissRoom", "trtc:RemoveUser"],
        resource: [trtc(application)],
      },
      {
        effect: "deny",
        action: ["trtc:DismissRoom"],
        resource: [trtc("1400100201")],
      },
    ],
  });

export const committed = {
  "access-policy.config.json": json({
    accounts: { 100012345678: "main account" },
    applications: [
      { sdkAppId: 1400100200, label: "Live prod", account: "100012345678" },
      { sdkAppId: 1400100201, label: "Live test", account: "100012345678" },
    ],
  }),
  "operators.policy.json": operators("1400100200"),
  "support.policy.json": json({
    version: "2.0",
    statement: [
      {
        effect: "allow",
        action: ["trtc:Describe*"],
        resource: [trtc("1400100200"), trtc("1400100201")],
        condition: { ip_equal: { "qcs:ip": ["10.0.0.0/8"] } },
      },
      {
        effect: "allow",
        action: ["trtc:RemoveUser"],
        resource: [trtc("1400100201")],
        condition: { ip_equal: { "qcs:ip": ["10.0.0.0/8"] } },
      },
    ],
  }),
  "images.otc.json": json({
    Version: "1.1",
    Statement: [{ Effect: "Allow", Action: ["ims:images:*"] }],
  }),
  "begun.policy.json": json({ version: "2.0", statement: [] }),
  "half.policy.json": json({
    version: "2.0",
    statement: [{ effect: "allow", action: ["trtc:RemoveUser"], resource: [] }],
  }),
  // As somebody pastes it: in no order, on one line, and two statements that could be one.
  "pasted.policy.json": `{"version":"2.0","statement":[
{"effect":"allow","action":["trtc:RemoveUser","trtc:DescribeRoomInfo"],"resource":["${trtc("1400100200")}"]},
{"effect":"allow","action":["trtc:DismissRoom"],"resource":["${trtc("1400100200")}"]}]}
`,
  "fleet.grants.json": json({
    dialect: "cam",
    groups: { operators: { policies: ["./operators.policy.json"] } },
    users: {
      "li.wei": { groups: ["operators"], policies: ["QcloudTRTCReadonlyAccess"] },
      "wang.fang": { groups: ["operators"], policies: [] },
    },
  }),
};

/** Who reviews this must see it on the line: an application has become all of them. */
export const changed = { "operators.policy.json": operators("*") };
