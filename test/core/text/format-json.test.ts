// Formatting of JSON texts: what it looks like, and that it changes nothing but blanks.

import fc from "fast-check";
import { createScanner } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { applyEdits, type FormatOptions, formatJson, readJson } from "../../../server/src/core/index.js";
import { brokenPolicies, policyTexts } from "../../support/arbitrary-policy.js";

const TWO: FormatOptions = { tabSize: 2, insertSpaces: true };

function formatted(text: string, options: FormatOptions = TWO): string {
  return applyEdits(text, formatJson(text, options));
}

describe("lists", () => {
  test("that are short and on one line stay there", () => {
    expect(formatted('{"action":[ "im:A" ,"im:B"],"resource":"*"}')).toBe(
      '{\n  "action": ["im:A", "im:B"],\n  "resource": "*"\n}',
    );
  });

  test("that somebody wrote over several lines stay so", () => {
    const text = '{\n  "action": [\n    "im:A",\n    "im:B"\n  ]\n}';
    expect(formatted(text)).toBe(text);
  });

  test("that are too long get a line for each entry", () => {
    const items = Array.from({ length: 10 }, (_, index) => JSON.stringify(`trtc:Describe${index}`));
    const long = `{"action":[${items.join()}]}`;
    expect(formatted(long)).toBe(`{\n  "action": [\n    ${items.join(",\n    ")}\n  ]\n}`);
    // Two blanks, the key with its colon, the brackets and a comma behind them fill the line exactly.
    const fitting = `["${"a".repeat(84)}", 1]`;
    expect(formatted(`{"a":${fitting}}`)).toBe(`{\n  "a": ${fitting}\n}`);
    const wider = `["${"a".repeat(86)}", 1]`;
    expect(formatted(`{"a":${wider}}`)).toContain("[\n");
  });

  test("with one entry stay on one line however long that is", () => {
    const text = `{\n  "resource": ["qcs::trtc::uin/100012345678:sdkappid/${"1".repeat(100)}"]\n}`;
    expect(formatted(text)).toBe(text);
  });

  test("of lists and of maps are laid out", () => {
    expect(formatted('[[1,2],{"a":1}]')).toBe('[\n  [1, 2],\n  {\n    "a": 1\n  }\n]');
  });

  test("without entries have nothing in them", () => {
    expect(formatted('{"action":[ ],"condition":{\n}}')).toBe('{\n  "action": [],\n  "condition": {}\n}');
  });
});

describe("what the file shows of its author's habits is kept:", () => {
  test("its indentation", () => {
    expect(formatted('{\n    "a": 1,\n "b": {"c": 2}\n}')).toBe(
      '{\n    "a": 1,\n    "b": {\n        "c": 2\n    }\n}',
    );
    expect(formatted('{\n\t"a": {"b": 1}\n}')).toBe('{\n\t"a": {\n\t\t"b": 1\n\t}\n}');
    expect(formatted('{"a":1}', { tabSize: 4, insertSpaces: false })).toBe('{\n\t"a": 1\n}');
  });

  test("its line ends, and whether there is one at its end", () => {
    expect(formatted('{"a":1,\r\n"b":2}\r\n\r\n')).toBe('{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n');
    expect(formatted('{"a":1}  ')).toBe('{\n  "a": 1\n}');
    expect(formatted('{"a":1}', { ...TWO, insertFinalNewline: true })).toBe('{\n  "a": 1\n}\n');
  });

  test("a byte order mark", () => {
    expect(formatted('\ufeff{"a":1}')).toBe('\ufeff{\n  "a": 1\n}');
  });

  test("comments", () => {
    const text = '{\n  // why\n  "action": ["a", /* old */ "b"], // both\n  "resource": ["*", "c"]\n}\n';
    const result = formatted(text);
    for (const comment of ["// why", "/* old */", "// both"]) expect(result).toContain(comment);
    expect(formatted(result)).toBe(result);
    expect(result).toContain('"resource": ["*", "c"]');
  });
});

test.each([
  ['{"a": 1'],
  ['{"a" 1}'],
  ["{'a': 1}"],
  ["{a: 1}"],
  ['{"a": 1}}'],
  ['{"a": 1} {"b": 2}'],
  ["```json\n{}\n```"],
  [""],
  ["  // nothing"],
])("a broken text is left alone: %j", (text) => {
  expect(formatJson(text, TWO)).toEqual([]);
});

/** JSON with blanks, line breaks and comments anywhere between its tokens. */
const blank = fc.constantFrom("", "", "", " ", "\n", "\n\n  ", "\t", "/* c */", " // c\n", "\n// c\n");
const scalar = fc.oneof(
  fc.constantFrom('"trtc:DescribeRoomInfo"', '"a\\/b"', '"[1, 2]"', '"//"', "1400100200", "true", "null"),
  fc.integer({ min: 30, max: 60 }).map((length) => `"${"x".repeat(length)}"`),
);
const { value: jsonTexts } = fc.letrec<{ value: string; list: string; map: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, scalar, tie("list"), tie("map")),
  list: fc.tuple(fc.array(fc.tuple(blank, tie("value"), blank), { maxLength: 4 }), blank, fc.boolean()).map(
    ([items, empty, comma]) =>
      `[${inside(
        items.map((parts) => parts.join("")),
        empty,
        comma,
      )}]`,
  ),
  map: fc
    .tuple(
      fc.array(fc.tuple(blank, fc.constantFrom('"action"', '"b"'), blank, blank, tie("value"), blank), {
        maxLength: 4,
      }),
      blank,
      fc.boolean(),
    )
    .map(([entries, empty, comma]) => {
      const written = entries.map(([a, key, b, c, value, d]) => `${a}${key}${b}:${c}${value}${d}`);
      return `{${inside(written, empty, comma)}}`;
    }),
}));
const documents = fc.tuple(blank, jsonTexts, blank).map((parts) => parts.join(""));

function inside(parts: readonly string[], empty: string, hasTrailingComma: boolean): string {
  if (parts.length === 0) return empty;
  return parts.join(",") + (hasTrailingComma ? "," : "");
}

/** All that is no blank, in its order. */
function tokensOf(text: string): string[] {
  const scanner = createScanner(text, false);
  const tokens: string[] = [];
  for (;;) {
    const kind: number = scanner.scan();
    if (kind === 17) return tokens;
    // Line breaks and blanks.
    if (kind === 14 || kind === 15) continue;
    tokens.push(text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength()));
  }
}

describe("whatever the text is", () => {
  const texts = fc.oneof(
    documents,
    policyTexts.map(({ text }) => text),
    brokenPolicies,
  );
  const options = fc.record({
    tabSize: fc.constantFrom(2, 4, 8),
    insertSpaces: fc.boolean(),
    insertFinalNewline: fc.boolean(),
  });

  test("no token changes", () => {
    fc.assert(
      fc.property(texts, options, (text, wanted) => {
        expect(tokensOf(formatted(text, wanted))).toEqual(tokensOf(text));
      }),
      { numRuns: 500 },
    );
  });

  test("formatting it twice is as formatting it once", () => {
    fc.assert(
      fc.property(texts, options, (text, wanted) => {
        const once = formatted(text, wanted);
        expect(formatted(once, wanted)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test("the values are the same, and so is what is wrong with them", () => {
    fc.assert(
      fc.property(documents, options, (text, wanted) => {
        const kinds = (json: string) => readJson(json).problems.map(({ kind }) => kind);
        expect(kinds(formatted(text, wanted))).toEqual(kinds(text));
      }),
      { numRuns: 300 },
    );
  });
});
