// The quick reading of `checkText` and the exact one agree on which texts are ours and which have findings:
// over fixtures, over mutations of them, and over made-up documents.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkText, readPolicyFile, readPolicyQuickly, runChecks } from "../../../server/src/core/index.js";
import { readFixture } from "../../support/markers.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const { dialects } = miniCatalog;

/** What matters of both ways: whether the text is ours, in which dialect, and what is found at which place. */
function expectAgreement(text: string, declared: boolean): void {
  const quick = checkText(text, miniCatalog, { declared, fileName: "a.json" });
  const file = readPolicyFile(text, { dialects, declared, fileName: "a.json" });
  const findings = runChecks(file, miniCatalog, { text });
  expect({ ours: quick.file.isOurs, dialect: quick.file.dialect?.id, findings: quick.findings }).toEqual({
    ours: file.isOurs,
    dialect: file.dialect?.id,
    findings,
  });
}

const texts = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .map((name) => readFixture(readFileSync(join(FIXTURES, name), "utf8")).text);

test("on fixtures", () => {
  for (const text of texts) {
    expectAgreement(text, true);
    expectAgreement(text, false);
  }
});

test("on fixtures with a piece of another in them, or without one", () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const mutation = fc.record({
    text: fc.constantFrom(...texts),
    other: fc.constantFrom(
      ...texts,
      "2.0",
      "1e400",
      '"version": 1.10,',
      "\\u0073",
      '":',
      "{",
      "[[",
      "null",
      "\ufeff",
    ),
    cut: place,
    length: fc.nat(12),
    from: place,
    piece: fc.nat(40),
    declared: fc.boolean(),
  });
  fc.assert(
    fc.property(mutation, ({ text, other, cut, length, from, piece, declared }) => {
      const at = Math.floor(cut * text.length);
      const taken = Math.floor(from * other.length);
      const inserted = other.slice(taken, taken + piece);
      expectAgreement(text.slice(0, at) + inserted + text.slice(at + length), declared);
    }),
    { numRuns: 3000 },
  );
});

test("on valid JSON of policy words", () => {
  const word = fc.constantFrom(
    ...["version", "Version", "statement", "Statement", "effect", "action", "resource", "condition"],
    ...[
      "2.0",
      "1.1",
      "allow",
      "Allow",
      "trtc:DescribeRoomInfo",
      "ims:images:get",
      "qcs::trtc::uin/1:sdkappid/2",
    ],
    ...[
      "*",
      "role",
      "policy",
      "PolicyDocument",
      "principal",
      '":',
      "\u2028",
      "__proto__",
      "constructor",
      "1",
    ],
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      word,
      fc.constantFrom(2, 2.5, 1.1, 1e21, true, null),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(word, tie("tree"), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.nat(3), fc.boolean(), (data, indent, declared) => {
      const text = JSON.stringify(data, undefined, indent);
      expectAgreement(text, declared);
      expectAgreement(`{"version":"2.0","statement":${text}}`, declared);
    }),
    { numRuns: 2000 },
  );
});

describe("what JSON.parse does not tell", () => {
  test.each([
    ["a key that is written twice", '{ "version": "2.0", "statement": [], "version" : "2.0" }'],
    [
      "a key that is written twice, once in other characters",
      '{ "version": "2.0", "statement": [], "v\\u0065rsion": "" }',
    ],
    ["the characters of a number", '{ "version": 2.0, "statement": [] }'],
    ["depth", `{ "version": "2.0", "statement": ${"[".repeat(200)}${"]".repeat(200)} }`],
    ["what no JSON is", '{ "version": "2.0", "statement": [], }'],
  ])("%s is read exactly", (_name, text) => {
    expect(readPolicyQuickly(text, { dialects })).toBeUndefined();
    expectAgreement(text, false);
  });

  test("what could look like a key in a string only costs time", () => {
    const text = '{ "version": "2.0", "statement": [{ "effect": "\\"allow\\": " }] }';
    expect(readPolicyQuickly(text, { dialects })).toBeUndefined();
  });
});

test("other JSON is passed over without a second look", () => {
  for (const text of ['{ "version": 2.0 }', '{ "name": "x", "version": "1.0.0" }', "[1, 2.0]", "no JSON"]) {
    expect(readPolicyQuickly(text, { dialects })).toMatchObject({ isOurs: false });
  }
});
