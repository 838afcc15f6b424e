// One policy with something of everything that its page explains: writes on two applications, a condition, a deny of
// some of it, and an action that does not count.
export const EXPLAINED_POLICY = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:DescribeRoomInfo", "trtc:DismissRoom", "trtc:RemoveUser"],
      "resource": ["qcs::trtc::uin/100012345678:sdkappid/1400100200", "qcs::trtc::uin/100012345678:sdkappid/1400100201"]
    },
    {
      "effect": "allow",
      "action": "trtc:DescribeUserInfo",
      "resource": "*",
      "condition": { "ip_equal": { "qcs:ip": ["10.0.0.0/8"] } }
    },
    {
      "effect": "deny",
      "action": "trtc:DismissRoom",
      "resource": "qcs::trtc::uin/100012345678:sdkappid/1400100201"
    },
    { "effect": "allow", "action": "foo", "resource": "*" }
  ]
}
`;
