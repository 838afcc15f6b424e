// Which operators and keys are meant by the names of other clouds and by misspelled ones, in the catalog that ships.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { meantKey } from "../../../server/src/core/catalog/meant-key.js";
import { createOperatorFinder } from "../../../server/src/core/catalog/meant-operator.js";
import { type CatalogData, cam, createCatalog, otc } from "../../../server/src/core/index.js";

const data: CatalogData = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../server/data/catalog.json"), "utf8"),
);
const catalog = createCatalog(data, [cam, otc], () => {
  throw new Error("no texts");
});
const [camFacts, otcFacts] = [catalog.of(cam), catalog.of(otc)];

test.each([
  ["StringEquals", "string_equal"],
  ["StringNotEquals", "string_not_equal"],
  ["StringEqualsIgnoreCase", "string_equal_ignore_case"],
  ["StringNotEqualsIgnoreCase", "string_not_equal_ignore_case"],
  ["StringLike", "string_like"],
  ["StringMatch", "string_like"],
  ["StringNotLike", "string_not_like"],
  ["NumericEquals", "numeric_equal"],
  ["NumberLessThanEquals", "numeric_less_than_equal"],
  ["numeric_less_than_or_equal", "numeric_less_than_equal"],
  ["NumericGreaterThan", "numeric_greater_than"],
  ["DateGreaterThanEquals", "date_greater_than_equal"],
  ["DateNotEquals", "date_not_equal"],
  ["Bool", "bool_equal"],
  ["BinaryEquals", "binary_equal"],
  ["Null", "null_equal"],
  ["IpAddress", "ip_equal"],
  ["NotIpAddress", "ip_not_equal"],
  ["ArnEquals", "string_equal"],
  ["string_equals", "string_equal"],
  ["string_equal_if_exists", "string_equal_if_exist"],
  ["StringEqualsIfExists", "string_equal_if_exist"],
  ["string_equal_ifexist", "string_equal_if_exist"],
  ["ForAnyValue:StringEquals", "for_any_value:string_equal"],
  ["ForAllValues:StringLikeIfExists", "for_all_value:string_like_if_exist"],
  ["for_any_values:string_equal", "for_any_value:string_equal"],
  ["IP_Equal", "ip_equal"],
  ["stringequal", "string_equal"],
  ["string equal", "string_equal"],
  ["numeric_les_than", "numeric_less_than"],
  ["other:string_equal", undefined],
  ["includes", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%s means %s in CAM", (written, meant) => {
  expect(createOperatorFinder(camFacts)(written)).toBe(meant);
});

test.each([
  ["string_equal", "StringEquals"],
  ["string_not_equal_ignore_case", "StringNotEqualsIgnoreCase"],
  ["NumericLessThan", "NumberLessThan"],
  ["NumericGreaterThanEquals", "NumberGreaterThanEquals"],
  ["numeric_equal", "NumberEquals"],
  ["bool_equal", "Bool"],
  ["null_equal", "Null"],
  ["StringStartsWith", "StringStartWith"],
  ["StringNotEndsWith", "StringNotEndWith"],
  ["StringMatches", "StringMatch"],
  ["StringLike", "StringMatch"],
  ["date_less_than_equal", "DateLessThanEquals"],
  ["string_equal_if_exist", "StringEqualsIfExists"],
  ["StringEqualIfExist", "StringEqualsIfExists"],
  ["for_any_value:string_equal", "ForAnyValue:StringEquals"],
  ["StringNotEqual", "StringNotEquals"],
])("%s means %s in Open Telekom Cloud", (written, meant) => {
  expect(createOperatorFinder(otcFacts)(written, ({ onlyKeysOf }) => onlyKeysOf === undefined)).toBe(meant);
});

test("every operator means itself", () => {
  for (const facts of [camFacts, otcFacts]) {
    for (const { name, doubtful } of facts.data.operators) {
      if (doubtful !== true) expect(createOperatorFinder(facts)(name)).toBe(name);
    }
  }
});

describe("keys", () => {
  test.each([
    ["qcs:resource_tags", "qcs:resource_tag"],
    ["qcs:IP", "qcs:ip"],
    ["ip", "qcs:ip"],
    ["current_time", "qcs:current_time"],
    ["aws:CurrentTime", "qcs:current_time"],
    ["g:CurrentTime", "qcs:current_time"],
    ["cos:current_time", undefined],
    ["vpc:region", undefined],
    ["qcs:weather", undefined],
    ["", undefined],
  ])("%s means %s in CAM", (written, meant) => {
    expect(meantKey(written, camFacts)).toBe(meant);
  });

  test.each([
    ["g:Username", "g:UserName"],
    ["UserName", "g:UserName"],
    ["qcs:current_time", "g:CurrentTime"],
    ["g:MfaPresent", "g:MFAPresent"],
    ["ims:UserName", undefined],
    ["g:SourceVpc", undefined],
  ])("%s means %s in Open Telekom Cloud", (written, meant) => {
    expect(meantKey(written, otcFacts)).toBe(meant);
  });
});
