// A text inside of a string: places and edits mean the same outside as they do inside.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, type StringValue } from "../../../server/src/core/index.js";
import { readEmbeddedText } from "../../../server/src/core/text/embedded-text.js";

const BEFORE = '{ "PolicyDocument": ';

/** The same string with escapes that need not be there: read back from a service, or written by a program. */
function withNeedlessEscapes(quoted: string, seed: number): string {
  return quoted.replace(/[/a-z]/g, (character, at: number) => {
    if ((at + seed) % 3 !== 0 || quoted[at - 1] === "\\") return character;
    if (character === "/") return "\\/";
    return /\\u[0-9a-f]{0,3}$/.test(quoted.slice(0, at))
      ? character
      : `\\u00${character.charCodeAt(0).toString(16)}`;
  });
}

function embed(quoted: string) {
  const outer = `${BEFORE}${quoted} }`;
  const span = { start: BEFORE.length, end: BEFORE.length + quoted.length };
  const value: StringValue = { kind: "string", span, text: JSON.parse(quoted) };
  return { outer, source: readEmbeddedText(value, outer) };
}

const quotedStrings = fc
  .tuple(fc.string({ unit: fc.constantFrom("a", "/", '"', "\\", "\n", "é", "𝒳", "{", "\u0001") }), fc.nat(2))
  .map(([text, seed]) => withNeedlessEscapes(JSON.stringify(text), seed));

describe("a text in a string", () => {
  test("is decoded as JSON.parse does", () => {
    fc.assert(
      fc.property(quotedStrings, (quoted) => {
        expect(embed(quoted).source.text).toBe(JSON.parse(quoted));
      }),
    );
  });

  test("has places that decode to what stands there", () => {
    fc.assert(
      fc.property(quotedStrings, fc.nat(), fc.nat(), (quoted, one, other) => {
        const { outer, source } = embed(quoted);
        const [start = 0, end = 0] = [one, other]
          .map((number) => number % (source.text.length + 1))
          .sort((a, b) => a - b);
        const span = source.toOuter({ start, end });
        expect(JSON.parse(`"${outer.slice(span.start, span.end)}"`)).toBe(source.text.slice(start, end));
        expect(source.toInner(span.start)).toBe(start);
      }),
    );
  });

  test("is edited outside as inside", () => {
    fc.assert(
      fc.property(quotedStrings, fc.nat(), fc.nat(), fc.string(), (quoted, one, other, text) => {
        const { outer, source } = embed(quoted);
        const [start = 0, end = 0] = [one, other]
          .map((number) => number % (source.text.length + 1))
          .sort((a, b) => a - b);
        const edit = { span: { start, end }, text };
        const after: unknown = JSON.parse(applyEdits(outer, [source.editOuter(edit)]));
        expect(after).toEqual({ PolicyDocument: applyEdits(source.text, [edit]) });
      }),
    );
  });

  test("ends where a string that is not closed breaks off", () => {
    const outer = '{ "PolicyDocument": "{\\"version\\"';
    const value: StringValue = { kind: "string", span: { start: 20, end: outer.length }, text: "" };
    const source = readEmbeddedText(value, outer);
    expect(source.text).toBe('{"version"');
    expect(source.toInner(outer.length)).toBe(10);
    expect(source.toInner(20)).toBeUndefined();
  });
});
