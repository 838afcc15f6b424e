// Conditions as phrases: each operator family of both clouds, with and without what stands around an operator.
import { describe, expect, test } from "vitest";
import {
  cam,
  type Dialect,
  describeConditions,
  describeException,
  MARKDOWN,
  otc,
  readPolicyFile,
  type Statement,
  type Style,
} from "../../../server/src/core/index.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";

function statementWith(condition: unknown, dialect: Dialect = cam): Statement {
  const policy =
    dialect === cam
      ? { version: "2.0", statement: [{ effect: "allow", action: "im:*", resource: "*", condition }] }
      : { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:*:*"], Condition: condition }] };
  const options = { dialects: [dialect], declared: true };
  const [statement] = readPolicyFile(JSON.stringify(policy), options).policies[0]?.statements ?? [];
  if (statement === undefined) throw new Error("the text holds no statement");
  return statement;
}

function phrase(condition: unknown, dialect: Dialect = cam, style?: Style): string | null {
  return describeConditions(statementWith(condition, dialect), oracleCatalog.of(dialect), style);
}

describe("describeConditions", () => {
  test.each<[unknown, string | null]>([
    [undefined, null],
    [{}, null],
    [{ ip_equal: { "qcs:ip": ["10.0.0.0/8", "192.168.0.1"] } }, "only from 10.0.0.0/8 or 192.168.0.1"],
    [{ ip_not_equal: { "qcs:ip": "10.0.0.0/8" } }, "not from 10.0.0.0/8"],
    [{ ip_equal_if_exist: { "qcs:ip": "10.0.0.1" } }, "only from 10.0.0.1 (or absent)"],
    [{ ip_equal: { "my:address": "10.0.0.0/8" } }, "only where my:address is in 10.0.0.0/8"],
    [{ date_less_than: { "qcs:current_time": "2030-01-01T00:00:00Z" } }, "only before 2030-01-01T00:00:00Z"],
    [
      { date_greater_than_equal: { "qcs:current_time": "2030-01-01T00:00:00Z" } },
      "only at or after 2030-01-01T00:00:00Z",
    ],
    [{ date_not_equal: { "qcs:current_time": "2030-01-01T00:00:00Z" } }, "not at 2030-01-01T00:00:00Z"],
    [
      { date_less_than: { "my:day": "2030-01-01T00:00:00Z" } },
      "only where my:day is before 2030-01-01T00:00:00Z",
    ],
    [{ string_equal: { "qcs:resource_tag": "env&prod" } }, "only where qcs:resource_tag is env&prod"],
    [{ string_not_equal: { "qcs:resource_tag": "env&prod" } }, "only where qcs:resource_tag is not env&prod"],
    [{ string_not_equal: { "qcs:uin": ["1", "2", "3"] } }, "only where qcs:uin is none of 1, 2, 3"],
    [{ string_like: { "qcs:uin": "10*" } }, "only where qcs:uin is like 10*"],
    [{ string_not_like: { "qcs:uin": ["10*", "2*"] } }, "only where qcs:uin is like none of 10*, 2*"],
    [{ string_equal_ignore_case: { "qcs:uin": "a" } }, "only where qcs:uin is a in any case"],
    [
      { "for_all_value:string_equal": { "qcs:request_tag": ["a&1", "b&2"] } },
      "only where all of qcs:request_tag are a&1 or b&2",
    ],
    [
      { "for_any_value:string_equal_if_exist": { "qcs:request_tag": ["a&1"] } },
      "only where any of qcs:request_tag is a&1 (or absent)",
    ],
    [{ "for_all_value:ip_equal": { "qcs:ip": "10.0.0.1" } }, "only where all of qcs:ip are in 10.0.0.1"],
    [{ numeric_less_than_equal: { "my:count": 5 } }, "only where my:count is at most 5"],
    [{ null_equal: { "qcs:ip": "true" } }, "only where qcs:ip is absent"],
    [{ null_equal: { "qcs:ip": false } }, "only where qcs:ip is present"],
    [{ bool_equal: { "qcs:mfa": "true" } }, "only with MFA"],
    [{ bool_equal: { "my:flag": "false" } }, "only where my:flag is false"],
    [{ ip_equals: { "qcs:ip": ["10.0.0.1"] } }, 'only where qcs:ip "ip_equals" 10.0.0.1'],
    [{ string_equal: { "qcs:uin": [] } }, "only where qcs:uin is compared with nothing"],
    [{ string_equal: { "qcs:uin": "a, b" } }, 'only where qcs:uin is "a, b"'],
    [{ string_equal: "x" }, "only under a condition that cannot be read"],
    [
      { string_equal: { "qcs:uin": ["1", "2", "3", "4", "5", "6", "7"] } },
      "only where qcs:uin is 1, 2, 3, 4 and 3 more",
    ],
    [
      {
        ip_not_equal: { "qcs:ip": "10.1.0.0/16" },
        ip_equal: { "qcs:ip": "10.0.0.0/8" },
        date_less_than: { "qcs:current_time": "2030-01-01T00:00:00Z" },
      },
      "only from 10.0.0.0/8, before 2030-01-01T00:00:00Z, and not from 10.1.0.0/16",
    ],
  ])("%j", (condition, expected) => {
    expect(phrase(condition)).toBe(expected);
  });

  test.each<[unknown, string]>([
    [{ Bool: { "g:MFAPresent": ["true"] } }, "only with MFA"],
    [{ Bool: { "g:MFAPresent": ["false"] } }, "only without MFA"],
    [{ NumberLessThan: { "g:MFAAge": ["900"] } }, "only where g:MFAAge is below 900"],
    [{ DateGreaterThan: { "g:CurrentTime": ["2030-01-01T00:00:00Z"] } }, "only after 2030-01-01T00:00:00Z"],
    [{ StringStartWith: { "g:UserName": ["dev"] } }, "only where g:UserName starts with dev"],
    [{ StringNotEndWith: { "g:UserName": ["x"] } }, "only where g:UserName does not end with x"],
    [{ StringNotEndWith: { "g:UserName": ["x", "y"] } }, "only where g:UserName ends with none of x, y"],
    [{ StringMatch: { "g:UserName": ["d?v"] } }, "only where g:UserName is like d?v"],
    [{ "ForAllValues:StringNotEquals": { "g:UserName": ["a"] } }, "only where all of g:UserName are not a"],
  ])("%j of the other cloud", (condition, expected) => {
    expect(phrase(condition, otc)).toBe(expected);
  });

  test("is code where Markdown has a meaning of its own for texts", () => {
    expect(phrase({ string_like: { "qcs:uin": "*_*" } }, cam, MARKDOWN)).toBe(
      "only where `qcs:uin` is like `*_*`",
    );
  });
});

describe("describeException", () => {
  test.each<[unknown, string | null]>([
    [undefined, null],
    [{ ip_equal: { "qcs:ip": "192.168.0.0/16" } }, "except from 192.168.0.0/16"],
    [{ ip_not_equal: { "qcs:ip": "10.0.0.0/8" } }, "except when not from 10.0.0.0/8"],
    [{ bool_equal: { "qcs:mfa": "false" } }, "except without MFA"],
  ])("%j", (condition, expected) => {
    expect(describeException(statementWith(condition), oracleCatalog.of(cam))).toBe(expected);
  });
});
