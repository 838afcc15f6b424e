// Offsets, lines and columns of a text, and edits of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, indexLines, nearest, offsetAt, positionAt } from "../../../server/src/core/index.js";

const texts = fc.string({ unit: fc.constantFrom("a", "😀", "\n", "\r", "\r\n", "\u2028"), maxLength: 20 });

describe("lines", () => {
  test("end at LF, CRLF and CR, and at nothing else", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = indexLines(text);
        const expected = text.split(/\r\n|\r|\n/);
        expect(lines.starts.map((start, at) => text.slice(start, lines.ends[at]))).toEqual(expected);
      }),
    );
  });

  test("an offset and its position are the same place", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = indexLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // Between CR and LF there is no position of its own: it is the end of the line.
          const isInside = text.slice(Math.max(0, offset - 1), offset + 1) === "\r\n";
          expect(offsetAt(lines, positionAt(lines, offset))).toBe(isInside ? offset - 1 : offset);
        }
      }),
    );
  });

  test.each([
    [{ line: 0, column: 99 }, 1],
    [{ line: 1, column: 99 }, 4],
    [{ line: 99, column: 0 }, 5],
    [{ line: -1, column: 5 }, 0],
    [{ line: 1, column: -3 }, 3],
  ])("a position outside of its line is moved into it: %j", (position, offset) => {
    expect(offsetAt(indexLines("a\r\nb\n"), position)).toBe(offset);
  });

  test("an offset outside of the text is moved into it", () => {
    expect(positionAt(indexLines("a\nb"), -1)).toEqual({ line: 0, column: 0 });
    expect(positionAt(indexLines("a\nb"), 99)).toEqual({ line: 1, column: 1 });
  });
});

describe("edits", () => {
  test("that do not overlap are all applied, in whatever order they are given", () => {
    const pieces = fc.array(fc.tuple(fc.string({ maxLength: 4 }), fc.option(fc.string({ maxLength: 3 }))));
    fc.assert(
      fc.property(pieces, fc.boolean(), (parts, isReversed) => {
        let offset = 0;
        const edits = parts.flatMap(([old, changed]) => {
          const span = { start: offset, end: offset + old.length };
          offset = span.end;
          return changed === null || old === "" ? [] : [{ span, text: changed }];
        });
        const expected = parts.map(([old, changed]) => (old === "" ? old : (changed ?? old))).join("");
        const text = parts.map(([old]) => old).join("");
        expect(applyEdits(text, isReversed ? edits.toReversed() : edits)).toBe(expected);
      }),
    );
  });

  test("that overlap an earlier one are left out", () => {
    const edits = [
      { span: { start: 0, end: 3 }, text: "x" },
      { span: { start: 2, end: 4 }, text: "y" },
      { span: { start: 3, end: 3 }, text: "z" },
    ];
    expect(applyEdits("abcdef", edits)).toBe("xzdef");
  });
});

describe("nearest", () => {
  test.each([
    ["DismisRoom", "DismissRoom"],
    ["dismissroom", "DismissRoom"],
    ["DimsissRoom", "DismissRoom"],
    ["Create", undefined],
    ["", undefined],
    ["constructor", undefined],
  ])("%s: %s", (word, meant) => {
    expect(nearest(word, ["DescribeRoom", "DismissRoom", "RemoveUser"])).toBe(meant);
  });
});
