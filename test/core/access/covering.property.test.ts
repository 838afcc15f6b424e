// Which resources lie within others, against an oracle that compares each with each.
import fc from "fast-check";
import { expect, test } from "vitest";
import { findCovered } from "../../../server/src/core/access/summary/covering.js";
import { coversScope, keyOf, type Scope, scopeOf } from "../../../server/src/core/access/summary/scope.js";
import { cam } from "../../../server/src/core/index.js";

const RUNS = Number(process.env.RUNS ?? 1000);

const segment = (...texts: readonly string[]) => fc.constantFrom(...texts);
const resource = fc.oneof(
  { weight: 1, arbitrary: fc.constant("*") },
  {
    weight: 20,
    arbitrary: fc
      .tuple(
        segment("", "im", "trtc", "tr*", "*"),
        segment("", "*", "ap-guangzhou", "ap-*"),
        segment("", "*", "uin/*", "uin/1", "uin/12", "uin/1*"),
        segment(
          "*",
          "sdkappid/*",
          "sdkappid/**",
          "sdkappid/14",
          "sdkappid/140",
          "sdkappid/1*",
          "sdkappid/*0",
        ),
      )
      .map(([service, region, account, name]) => `qcs::${service}:${region}:${account}:${name}`),
  },
);

interface Entry {
  readonly text: string;
  readonly scope: Scope;
}

function entryOf(text: string): Entry[] {
  const reading = cam.readResource(text);
  return reading.kind === "resource" ? [{ text, scope: scopeOf(text, reading) }] : [];
}

test("finds what a comparison of each with each finds, and keeps something that covers it", () => {
  fc.assert(
    fc.property(fc.array(resource, { maxLength: 12 }), (texts) => {
      const entries = texts.flatMap(entryOf);
      const distinct = [...new Map([...entries].reverse().map((one) => [keyOf(one.scope), one])).values()];
      const ordered = entries.filter((one) => distinct.includes(one));
      const isCovered = (inner: Entry, at: number) =>
        ordered.some(
          (outer, place) =>
            outer !== inner &&
            coversScope(outer.scope, inner.scope) &&
            (place < at || !coversScope(inner.scope, outer.scope)),
        );
      const expected = ordered.filter(isCovered).map(({ text }) => text);
      const covered = findCovered(entries);
      expect([...covered.keys()].map(({ text }) => text)).toEqual(expected);
      for (const [inner, outer] of covered) expect(coversScope(outer.scope, inner.scope)).toBe(true);
      const kept = ordered.filter((one) => !covered.has(one));
      for (const inner of covered.keys()) {
        expect(kept.some((outer) => coversScope(outer.scope, inner.scope))).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
});

test("a long list in which nothing lies within another", () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `qcs::trtc::uin/1:sdkappid/${10_000 + at}`);
  expect(findCovered(texts.flatMap(entryOf)).size).toBe(0);
  const patterns = Array.from({ length: 20_000 }, (_, at) => `qcs::trtc::uin/${10_000 + at}*:sdkappid/*`);
  expect(findCovered(patterns.flatMap(entryOf)).size).toBe(0);
});
