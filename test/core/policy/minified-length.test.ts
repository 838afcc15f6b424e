// The length of a policy is that of its minified text, whether it was read with places or without.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cam, minifiedLength, readJson, type Value, valueFrom } from "../../../server/src/core/index.js";
import { parsePolicy } from "../../../server/src/core/policy/parse.js";

function lengthOf(value: Value | undefined): number {
  if (value?.kind !== "map") throw new Error("no map was read");
  return minifiedLength(parsePolicy(value, cam));
}

test("as JSON.stringify would write it", () => {
  const data = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ stringUnit: "binary" }));
  fc.assert(
    fc.property(data, fc.constantFrom(undefined, 2, "\t"), (object, indent) => {
      const minified = JSON.stringify(object);
      expect(lengthOf(valueFrom(JSON.parse(minified)))).toBe(minified.length);
      const hasNumbers = /[0-9]/.test(minified);
      if (!hasNumbers)
        expect(lengthOf(readJson(JSON.stringify(object, null, indent)).root)).toBe(minified.length);
    }),
  );
});

test.each([
  ["needless escapes", '{"a\\/b": "\\u0041"}', '{"a/b":"A"}'],
  ["repeated keys", '{ "a": 1.50, "a": [ ] }', '{"a":1.50,"a":[]}'],
  ["a text that breaks off", '{ "a": [true, "b"', '{"a":[true,"b"]}'],
])("of %s", (_, text, minified) => {
  expect(lengthOf(readJson(text).root)).toBe(minified.length);
});
