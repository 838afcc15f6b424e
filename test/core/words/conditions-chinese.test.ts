// Conditions as people read them in Chinese.
import { expect, test } from "vitest";
import { cam, describeConditions, readPolicyFile } from "../../../server/src/core/index.js";
import { inChinese } from "../../support/language.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";

const inside = { ip_equal: { "qcs:ip": "10.0.0.0/8" } };
const signedIn = { bool_equal: { "qcs:mfa": "true" } };
const until2030 = { date_less_than: { "qcs:current_time": "2030-01-01T00:00:00Z" } };

function conditionOf(condition: unknown): string | null {
  const policy = {
    version: "2.0",
    statement: [{ effect: "allow", action: "im:*", resource: "*", condition }],
  };
  const { policies } = readPolicyFile(JSON.stringify(policy), { dialects: [cam], declared: true });
  const [statement] = policies[0]?.statements ?? [];
  if (statement === undefined) throw new Error("the policy has no statement");
  return inChinese(() => describeConditions(statement, oracleCatalog.of(cam)));
}

test.each<[unknown, string]>([
  [inside, "仅当来自 10.0.0.0/8"],
  [{ ip_not_equal: { "qcs:ip": "10.0.0.0/8" } }, "仅当不来自 10.0.0.0/8"],
  [{ ...inside, ...signedIn }, "仅当来自 10.0.0.0/8 且通过 MFA 验证"],
  [
    { ip_equal: { "qcs:ip": ["10.0.0.0/8", "172.16.0.1", "192.168.0.1"] }, ...signedIn },
    "仅当来自 10.0.0.0/8、172.16.0.1 或 192.168.0.1，且通过 MFA 验证",
  ],
  [
    { ...inside, ...until2030, ip_not_equal: { "qcs:ip": "10.1.0.0/16" } },
    "仅当来自 10.0.0.0/8，时间早于 2030-01-01T00:00:00Z，且不来自 10.1.0.0/16",
  ],
  [{ ip_equal_if_exist: { "qcs:ip": "10.0.0.1" } }, "仅当来自 10.0.0.1（或无此条件键）"],
  [{ string_equal: { "qcs:resource_tag": "env&prod" } }, "仅当 qcs:resource_tag 为 env&prod"],
  [{ string_not_equal: { "qcs:uin": ["1", "2", "3"] } }, "仅当 qcs:uin 不为 1、2、3 中的任何一个"],
  [{ string_equal: { "qcs:uin": ["1", "2", "3", "4", "5"] } }, "仅当 qcs:uin 为 1、2、3、4 及其他 1 项"],
  [{ string_like: { "qcs:uin": "10*" } }, "仅当 qcs:uin 匹配 10*"],
  [
    { "for_all_value:string_equal": { "qcs:request_tag": ["a&1", "b&2"] } },
    "仅当 qcs:request_tag 的所有值为 a&1 或 b&2",
  ],
  [{ numeric_less_than_equal: { "my:count": 5 } }, "仅当 my:count 不大于 5"],
  [{ null_equal: { "qcs:ip": "true" } }, "仅当 qcs:ip 不存在"],
  [{ ip_equals: { "qcs:ip": ["10.0.0.1"] } }, "仅当 qcs:ip 按“ip_equals”匹配 10.0.0.1"],
  [{ string_equal: "x" }, "仅当满足一个无法读取的条件"],
])("the condition %j", (condition, chinese) => {
  expect(conditionOf(condition)).toBe(chinese);
});
