// Which statements say the same in the same words, against a definition that compares each with each.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cam, itemsOf, type MapValue, type Value, valueFrom } from "../../../server/src/core/index.js";
import { parsePolicy } from "../../../server/src/core/policy/parse.js";
import { repeatedStatements } from "../../../server/src/core/policy/same-statement.js";

const words = (...texts: string[]) =>
  fc.oneof(fc.constantFrom(...texts), fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }));

const statement = fc
  .record(
    {
      effect: fc.constantFrom("allow", "deny"),
      action: words("im:A", "name/im:A", "im:B", "name/trtc:A", "name/trtc:B"),
      resource: words("*", "qcs::im::uin/1:sdkappid/1", "qcs::im::uin/2:sdkappid/1"),
      condition: fc.record({
        string_equal: fc.dictionary(fc.constantFrom("a", "b"), words("x", "y"), { maxKeys: 2 }),
      }),
    },
    { requiredKeys: ["effect", "action", "resource"] },
  )
  .chain((record) => fc.shuffledSubarray(Object.entries(record), { minLength: Object.keys(record).length }))
  .map((entries) => Object.fromEntries(entries));

test("the same as by comparing each with each", () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 12 }), (statement) => {
      const value = valueFrom({ version: "2.0", statement });
      if (value.kind !== "map") throw new Error("no map was made");
      const policy = parsePolicy(value, cam);
      const found = repeatedStatements(policy);
      const expected = policy.statements.map(({ value: one }, at) =>
        policy.statements.slice(0, at).find((other) => isSame(one, other.value)),
      );
      expect(policy.statements.map((one) => found.get(one))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  if (one?.kind === "map" && other?.kind === "map") {
    return (
      one.entries.length === other.entries.length &&
      one.entries.every(({ key }) => hasSame(key.text, one, other))
    );
  }
  const [items, others] = [itemsOf(one).map(bare), itemsOf(other).map(bare)];
  return items.every((item) => others.includes(item)) && others.every((item) => items.includes(item));
}

function hasSame(key: string, one: MapValue, other: MapValue): boolean {
  const [mine, theirs] = [one, other].map(({ entries }) => entries.find((entry) => entry.key.text === key));
  return theirs !== undefined && isSame(mine?.value, theirs.value);
}

function bare(item: Value): string {
  return item.kind === "string" ? item.text.replace(/^name\//, "") : item.kind;
}
