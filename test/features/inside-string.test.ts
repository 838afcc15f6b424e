// A policy in a string of a request gets the answers that it gets alone, at the characters of the string.
import { describe, expect, test } from "vitest";
import { completion } from "../../server/src/features/completion.js";
import { documentSymbols } from "../../server/src/features/document-symbols.js";
import { hover } from "../../server/src/features/hover.js";
import { toOffset, toPosition } from "../../server/src/features/to-lsp.js";
import { accept } from "../support/accept.js";
import { serve, servicesWith } from "../support/cursor.js";
import { checkCompletion, completionsOf } from "./check-completion.js";

const POLICIES = [
  '{"version":"2.0","statement":[{"effect":"allow","action":["name/trtc:Desc","im:*"],"resource":["qcs::trtc::uin/1:sdkappid/14"],"condition":{"ip_equal":{"qcs:ip":["10.0.0.1"]}}},]}',
  '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get", "ims:"] }] }',
  '{"version":"2.0","statement":[{"effect":"allow","act',
];

const request = (policy: string) => JSON.stringify({ PolicyName: "live", PolicyDocument: policy }, null, 2);

/** Where a character of the policy stands in the request; escapes are those that `JSON.stringify` writes. */
function outerOffset(policy: string, offset: number): number {
  return (
    request(policy).indexOf('"PolicyDocument": "') +
    '"PolicyDocument": "'.length +
    JSON.stringify(policy.slice(0, offset)).length -
    2
  );
}

function documentOf(text: string): unknown {
  return JSON.parse(text).PolicyDocument;
}

describe.each(POLICIES)("%s", (policy) => {
  const bare = serve(policy, { fileName: "a.json" });
  const outer = serve(request(policy), { fileName: "a.json" });

  test.each([{ snippets: true }, { snippets: false }])("is completed as alone, %o", ({ snippets }) => {
    const services = servicesWith([{ sdkAppId: "1400100200", label: "Live" }], { snippets });
    for (let offset = 0; offset <= policy.length; offset++) {
      const expected = completion(bare, toPosition(bare.lines, offset), services).items;
      const found = completion(outer, toPosition(outer.lines, outerOffset(policy, offset)), services).items;
      expect(found.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
      for (const [at, item] of found.entries()) {
        const alone = expected[at];
        if (alone === undefined) continue;
        const { insertTextMode: _, ...asWritten } = alone;
        expect(documentOf(accept(outer.text, item))).toBe(accept(policy, asWritten));
      }
    }
  });

  test("is explained as alone", () => {
    const services = servicesWith([]);
    for (let offset = 0; offset <= policy.length; offset++) {
      const expected = hover(bare, toPosition(bare.lines, offset), services);
      const found = hover(outer, toPosition(outer.lines, outerOffset(policy, offset)), services);
      expect(found?.contents).toEqual(expected?.contents);
      if (!expected?.range || !found?.range) continue;
      const ends = [expected.range.start, expected.range.end].map((end) => toOffset(bare.lines, end));
      const outerEnds = [found.range.start, found.range.end].map((end) => toOffset(outer.lines, end));
      expect(outerEnds).toEqual(ends.map((end) => outerOffset(policy, end)));
    }
  });

  test("has the outline that it has alone", () => {
    const names = (symbols: ReturnType<typeof documentSymbols>): unknown[] =>
      symbols.map(({ name, children = [] }) => [name, names(children)]);
    expect(names(documentSymbols(outer))).toEqual(names(documentSymbols(bare)));
  });
});

test("a proposal is compared with the text as it is written, and replaces it", () => {
  const before =
    '{"PolicyDocument":"{\\"version\\":\\"2.0\\",\\"statement\\":[{\\"action\\":[\\"name\\/trtc:Remove|\\"]}]}"}';
  const { items } = completionsOf(before, { fileName: "a.json" });
  expect(items.map(({ filterText }) => filterText)).toContain("name\\/trtc:RemoveUser");
  checkCompletion(
    before,
    "trtc:RemoveUser",
    '{"PolicyDocument":"{\\"version\\":\\"2.0\\",\\"statement\\":[{\\"action\\":[\\"name/trtc:RemoveUser\\"]}]}"}',
    { fileName: "a.json" },
  );
});
