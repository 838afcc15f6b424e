// The policies that other editors open. What is to be found stands behind characters that take one, two and three
// units of the encodings that positions are counted in.

/** The wide characters are a value of a tag: three bytes and one unit each, and four bytes and two units. */
const condition = '{ "for_any_value:string_equal": { "qcs:request_tag": "环境&😀" } }';
const resource = "qcs::trtc::uin/100012345678:sdkappid/1400100200";

/** @param {string} statement */
const policy = (statement) => `{
  "version": "2.0",
  "statement": [
    ${statement}
  ]
}
`;

/** @type {Readonly<Record<string, string>>} */
export const policies = {
  "operators.policy.json": policy(
    `{ "condition": ${condition}, "effect": "alow", "action": "trtc:RemoveUser", "resource": "${resource}" }`,
  ),
  "viewers.policy.json": policy(
    `{ "condition": ${condition}, "effect": "allow", "action": "trtc:DescribeRoomInfo", "resource": "${resource}" }`,
  ),
  "typing.policy.json": policy(
    `{ "condition": ${condition}, "effect": "allow", "action": "trtc:RemoveU", "resource": "${resource}" }`,
  ),
  "empty.policy.json": policy(""),
  "package.json": '{ "name": "nothing-of-ours", "version": "2.0" }\n',
};
