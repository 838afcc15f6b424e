// Conditions as fast-check makes them up, and what a request may bring along for their keys. The constants are few,
// so that those of one statement meet those of another, and the values of requests lie on them or just beside.
import fc from "fast-check";
import type { NaiveContext } from "./naive-conditions.js";

/** What is known of a key: which operators fit it, with which values, and what requests have there. */
export interface KeyGround {
  readonly key: string;
  readonly operators: readonly string[];
  readonly constants: readonly string[];
  /** Besides the constants. */
  readonly beside: readonly string[];
}

export interface ConditionGround {
  readonly keys: readonly KeyGround[];
  readonly nullOperator: string;
  readonly prefixes: readonly string[];
  readonly suffix: string;
}

const ORDERED = ["equal", "not_equal", "less_than", "less_than_equal", "greater_than", "greater_than_equal"];

const ADDRESSES = {
  constants: [
    "10.0.0.0/8",
    "10.1.0.0/16",
    "10.1.2.10/24",
    "10.1.2.3",
    "192.168.0.1",
    "2001:db8::/32",
    "0.0.0.0/0",
    "${address}",
  ],
  beside: [
    "10.1.2.3",
    "10.1.2.4",
    "10.1.3.0",
    "10.255.255.255",
    "11.0.0.0",
    "192.168.0.2",
    "2001:db8::1",
    "2001:db9::",
    "${address}",
  ],
};
const DATES = {
  // The second and the third are the same point in time.
  constants: [
    "2029-12-31T23:59:59Z",
    "2030-01-01T00:00:00Z",
    "2030-01-01T08:00:00+08:00",
    "2029-12-31T19:00:01-05:00",
  ],
  beside: ["2029-12-31T23:59:58Z", "2030-01-01T00:00:01Z", "2030-01-01T00:00:02Z", "2040-02-29T12:00:00Z"],
};
const NUMBERS = {
  constants: ["0", "1", "1.5", "-2", "10", "10.0", "${number}"],
  beside: ["1e1", "-3", "0.5", "2", "11"],
};

export const CAM_CONDITIONS: ConditionGround = {
  keys: [
    { key: "qcs:ip", operators: ["ip_equal", "ip_not_equal"], ...ADDRESSES },
    { key: "qcs:current_time", operators: ORDERED.map((name) => `date_${name}`), ...DATES },
    {
      key: "qcs:resource_tag",
      operators: [
        "string_equal",
        "string_not_equal",
        "string_equal_ignore_case",
        "string_not_equal_ignore_case",
        "string_like",
        "string_not_like",
      ],
      constants: ["env&prod", "Env&Prod", "env&test", "env&*", "*&prod", "e*t", "*"],
      beside: ["env&", "env&product", "other&x", "", "et"],
    },
    {
      key: "qcs:uin",
      operators: ["string_equal", "string_not_equal", "string_like", "string_equal_ignore_case"],
      constants: ["100", "1001", "10*", "${uin}"],
      beside: ["10", "200"],
    },
    { key: "qcs:read_only_action", operators: ORDERED.map((name) => `numeric_${name}`), ...NUMBERS },
    { key: "qcs:mfa", operators: ["bool_equal"], constants: ["true", "false"], beside: [] },
    { key: "qcs:BindToken", operators: ["binary_equal"], constants: ["YQ==", "Yg=="], beside: ["yq=="] },
  ],
  nullOperator: "null_equal",
  prefixes: ["for_any_value:", "for_all_value:"],
  suffix: "_if_exist",
};

const PLAIN_NAMES = ["anna", "Anna", "an", "na", "annabel"];

export const OTC_CONDITIONS: ConditionGround = {
  keys: [
    { key: "obs:SourceIp", operators: ["IpAddress", "NotIpAddress"], ...ADDRESSES },
    {
      key: "g:CurrentTime",
      operators: [
        "DateEquals",
        "DateLessThan",
        "DateLessThanEquals",
        "DateGreaterThan",
        "DateGreaterThanEquals",
      ],
      ...DATES,
    },
    {
      key: "g:UserName",
      operators: [
        "StringEquals",
        "StringNotEquals",
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
        "StringStartWith",
        "StringNotStartWith",
        "StringEndWith",
        "StringNotEndWith",
      ],
      constants: PLAIN_NAMES,
      beside: ["bob", "", "nana", "ANNA"],
    },
    {
      key: "g:ProjectName",
      operators: ["StringMatch", "StringNotMatch", "StringLike", "StringNotLike", "StringEquals"],
      constants: ["eu-de", "eu-??", "eu-*", "*-de", "?", "*"],
      beside: ["eu-nl", "eu-", "eu-de_1", "x", "", "eu-de-de"],
    },
    {
      key: "g:MFAAge",
      operators: [
        "NumberEquals",
        "NumberNotEquals",
        "NumberLessThan",
        "NumberLessThanEquals",
        "NumberGreaterThan",
        "NumberGreaterThanEquals",
      ],
      ...NUMBERS,
    },
    { key: "g:MFAPresent", operators: ["Bool"], constants: ["true", "false"], beside: [] },
  ],
  nullOperator: "Null",
  prefixes: ["ForAnyValue:", "ForAllValues:"],
  suffix: "IfExists",
};

export type ConditionData = Record<string, Record<string, readonly string[]>>;

/** None, most often; else up to three tests, of any keys or all of one. */
export function conditionsOn(ground: ConditionGround): fc.Arbitrary<ConditionData> {
  const tests = ground.keys.map((key) => {
    const ofKey = fc.oneof(
      { weight: 6, arbitrary: testOf(key, ground) },
      { weight: 1, arbitrary: nullOf(key, ground) },
    );
    return { ofKey, several: fc.array(ofKey, { minLength: 2, maxLength: 3 }) };
  });
  const ofAny = fc.array(fc.oneof(...tests.map(({ ofKey }) => ofKey)), { minLength: 1, maxLength: 3 });
  const ofOne = fc.oneof(...tests.map(({ several }) => several));
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 4, arbitrary: ofAny },
      { weight: 2, arbitrary: ofOne },
    )
    .map((tests) => {
      const data: ConditionData = {};
      for (const { operator, key, values } of tests) data[operator] = { ...data[operator], [key]: values };
      return data;
    });
}

function nullOf({ key }: KeyGround, { nullOperator }: ConditionGround) {
  return fc.record({
    operator: fc.constant(nullOperator),
    key: fc.constant(key),
    values: fc.constantFrom(["true"], ["false"]),
  });
}

function testOf({ key, operators, constants }: KeyGround, { prefixes, suffix }: ConditionGround) {
  return fc.record({
    operator: fc
      .tuple(
        fc.constantFrom("", "", ...prefixes),
        fc.constantFrom(...operators),
        fc.constantFrom("", "", "", suffix),
      )
      .map((parts) => parts.join("")),
    key: fc.constant(key),
    values: fc.uniqueArray(fc.constantFrom(...constants), { minLength: 1, maxLength: 3 }),
  });
}

/** For each key that a condition may ask for: absent, one value, none, or several. */
export function contextsOn({ keys }: ConditionGround): fc.Arbitrary<NaiveContext> {
  const entries = keys.map(({ key, operators, constants, beside }) => {
    const isAddress = operators.some((operator) => /ip/i.test(operator));
    // Requests come from an address, never from a range.
    const values = isAddress ? beside : [...constants, ...beside];
    const value = fc.constantFrom(...values);
    const actual = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(value) },
      { weight: 2, arbitrary: fc.uniqueArray(value, { maxLength: 3 }) },
      { weight: 2, arbitrary: fc.constant(undefined) },
    );
    return actual.map((chosen) => (chosen === undefined ? [] : [[key, chosen] as const]));
  });
  return fc.tuple(...entries).map((parts) => Object.fromEntries(parts.flat()));
}
