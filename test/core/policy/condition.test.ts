// What is read of a condition, whole or broken, and how the names of its operators are cut.
import { expect, test } from "vitest";
import {
  type Condition,
  cam,
  findKey,
  isOutOfPlace,
  otc,
  readOperatorName,
  readPolicyFile,
  writeOperatorName,
} from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

function conditionOf(condition: string): Condition {
  const text = `{ "version": "2.0", "statement": [{ "effect": "allow", "condition": ${condition} }] }`;
  const file = readPolicyFile(text, { dialects: miniCatalog.dialects, fileName: "a.cam.json" });
  const statement = file.policies[0]?.statements[0];
  if (statement === undefined) throw new Error("no statement");
  return { operators: statement.operators, faults: statement.conditionFaults };
}

/** `operator key=value,value` of each key. */
function drawn({ operators }: Condition): readonly string[] {
  return operators.flatMap(({ key, keys }) =>
    keys.map(({ name, values }) => `${key.text} ${name}=${values.map(({ text }) => text).join()}`),
  );
}

test("operators, keys and values in the order of the text", () => {
  const condition = conditionOf(
    '{ "ip_equal": { "qcs:ip ": ["10.0.0.0/8", 5], "a": true }, "string_equal": { "b": "c" } }',
  );
  expect(drawn(condition)).toEqual(["ip_equal qcs:ip=10.0.0.0/8,5", "ip_equal a=true", "string_equal b=c"]);
  expect(condition.faults).toEqual([]);
});

test.each([
  ['"ip_equal"', ["condition"], []],
  ['{ "ip_equal": "qcs:ip" }', ["operator"], []],
  ['{ "ip_equal": {} }', ["empty"], []],
  ['{ "ip_equal": { "qcs:ip": [null, "10.0.0.1"] } }', ["value"], ["ip_equal qcs:ip=10.0.0.1"]],
  ['{ "ip_equal": [], "string_equal": { "a": "b" } }', ["operator"], ["string_equal a=b"]],
  ['{ "ip_equal": { "qcs:ip": ', [], ["ip_equal qcs:ip="]],
])("what is broken in %s is told, and the rest is read", (text, faults, rest) => {
  const condition = conditionOf(text);
  expect(condition.faults.map(({ kind }) => kind)).toEqual(faults);
  expect(drawn(condition)).toEqual(rest);
});

test.each([
  ["string_equal", ["", "string_equal", ""]],
  ["for_any_value:string_equal", ["for_any_value:", "string_equal", ""]],
  ["for_all_value:string_equal_if_exist", ["for_all_value:", "string_equal", "_if_exist"]],
  [" for_any_value: string_equal ", ["for_any_value:", "string_equal", ""]],
  ["For_any_value:string_equal", ["", "For_any_value:string_equal", ""]],
  ["_if_exist", ["", "", "_if_exist"]],
  ["for_any_value:", ["for_any_value:", "", ""]],
])("the parts of %j", (text, parts) => {
  const { prefix, base, suffix } = readOperatorName(text, cam);
  expect([prefix, base, suffix]).toEqual(parts);
});

test("the place of the operator itself", () => {
  const text = "for_any_value:string_equal_if_exist";
  const { baseSpan } = readOperatorName(text, cam);
  expect(text.slice(baseSpan.start, baseSpan.end)).toBe("string_equal");
});

test("case does not count where the service is thought to take any", () => {
  const name = readOperatorName("FORANYVALUE:stringEqualsIFEXISTS", otc);
  expect(name).toMatchObject({ quantifier: "any", base: "stringEquals", ifExists: true });
  expect(writeOperatorName("StringEquals", name, otc)).toBe("ForAnyValue:StringEqualsIfExists");
});

test("a key with the name of a tag behind it", () => {
  const facts = miniCatalog.of(cam);
  expect(findKey("qcs:tag/team", facts)).toMatchObject({ name: "qcs:tag", tagName: "team" });
  expect(findKey("qcs:tag", facts)?.tagName).toBeUndefined();
  expect(findKey("qcs:tag/", facts)).toBeUndefined();
  expect(findKey("qcs:ip/a", facts)).toBeUndefined();
});

test("operators of a service are for its keys", () => {
  const like = miniCatalog.of(otc).operators.get("StringLike");
  if (like === undefined) throw new Error("no operator");
  expect(["obs:prefix", "OBS:prefix", "g:UserName", "prefix"].map((key) => isOutOfPlace(like, key))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
