// Reading agrees with `JSON.parse` wherever that accepts a text, and never fails where it does not.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../../server/src/core/index.js";
import { dataOf, misplaced, parses, partsOf, repaired } from "./support.js";

/** Of each property; raise it when reading was changed: `RUNS=50000 npx vitest run test/core/text`. */
const RUNS = Number(process.env.RUNS ?? 500);

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json") && (name.startsWith("checks") || name.startsWith("policies")))
  .map((name) => readFileSync(join(FIXTURES, name), "utf8"))
  .filter((text) => text.length < 20_000);

const blanks = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\r", "\r\n"), maxLength: 3 });

/** A JSON text of any value, with white space wherever it may stand. */
const strictText = fc
  .tuple(fc.jsonValue({ maxDepth: 5, stringUnit: "binary" }), fc.infiniteStream(blanks))
  .map(([value, stream]) => print(value, () => stream.next().value ?? ""));

function print(value: unknown, blank: () => string): string {
  const inner = () => {
    if (Array.isArray(value)) return `[${value.map((item) => print(item, blank)).join(",") || blank()}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const entries = Object.entries(value).map(
      ([key, item]) => `${blank()}${JSON.stringify(key)}${blank()}:${print(item, blank)}`,
    );
    return `{${entries.join(",") || blank()}}`;
  };
  return `${blank()}${inner()}${blank()}`;
}

/** What JSON is made of, what people write for it, and what must not be taken for either. */
const pieces = fc.constantFrom(
  ...'{}[],:" \n\r\t\\',
  ...["true", "false", "null", "0", "-1.5e+3", "-", "01", "1.", '"a"', '"b"', '"\\u00e4"', '"\\x"', "\\"],
  ...[
    "//",
    "/*",
    "*/",
    "#",
    "'",
    "`",
    "```",
    "\n<<<<<<< a\n",
    "\n=======\n",
    "\n>>>>>>> b\n",
    "=",
    "=>",
    ";",
    "“",
    "”",
    "‘",
    "：",
    "，",
    "｛",
    "］",
    "\u00a0",
  ],
  ...["\u2028", "\ufeff", "\u0000", "\u3000", "\ud800", "😀", "True", "None", "word", "constructor", "*"],
  ...['"version": "2.0"', '"statement": [', '{"effect": "allow"}', '"action": "a", "b"'],
);
const anyText = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
const brackets = fc.string({ unit: fc.constantFrom(..."{}[]", '"a":', ","), maxLength: 60 });

const mutated = fc
  .tuple(fc.constantFrom(...fixtures), fc.nat(), fc.nat(8), anyText)
  .map(([text, at, removed, added]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + added.slice(0, 8) + text.slice(start + removed);
  });

describe("strict JSON", () => {
  test("has no problems and the value that JSON.parse gives", () => {
    fc.assert(
      fc.property(strictText, (text) => {
        const { root, problems } = readJson(text);
        expect(problems).toEqual([]);
        expect(root && dataOf(root)).toEqual(JSON.parse(text));
      }),
      { numRuns: RUNS },
    );
  });

  test("every part stands where its text stands, inside of the part around it", () => {
    fc.assert(
      fc.property(strictText, (text) => {
        expect(misplaced(text)).toEqual([]);
        const { root } = readJson(text);
        if (root === undefined) throw new Error("nothing was read");
        expect(text.slice(root.span.start, root.span.end)).toBe(text.trim());
        for (const value of valuesOf(root)) {
          expect(JSON.parse(text.slice(value.span.start, value.span.end))).toEqual(dataOf(value));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe.each([
  ["pieces", anyText],
  ["brackets", brackets],
  ["any characters", fc.string({ unit: "binary" })],
  ["changed fixtures", mutated],
])("any text: %s", (_, texts) => {
  test("is read, with every place in the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(misplaced(text)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test("has problems exactly where JSON.parse refuses it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(isStrict(text)).toBe(parses(text));
      }),
      { numRuns: RUNS },
    );
  });

  test("repairs come to an end, and leave strict JSON where every problem had a safe one", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bound = 5 + text.length;
        const safe = repaired(text, "safe", bound);
        expect(safe.rounds).toBeLessThan(bound);
        expect(safe.problems.every(({ repair }) => repair?.safe !== true)).toBe(true);
        if (safe.problems.length === 0) expect(parses(safe.text)).toBe(true);
        expect(repaired(text, "all", bound).rounds).toBeLessThan(bound);
      }),
      { numRuns: RUNS },
    );
  });

  test("safe repairs change nothing in what was read", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { root, problems } = readJson(text);
        const { text: result, rounds } = repaired(text, "safe", 5 + text.length);
        // Where a repair brings a further problem to light, what was read before it is not the last word.
        if (problems.some(({ repair }) => repair?.safe !== true) || rounds > 1 || !parses(result)) return;
        expect(root && dataOf(root)).toEqual(JSON.parse(result.replace(/^\ufeff/, "")));
      }),
      { numRuns: RUNS },
    );
  });
});

test("documents one behind the other are those that JSON.parse gives", () => {
  const part = strictText.filter((text) => /^\s*[[{]/.test(text));
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("", "\n", ", "),
      (parts, gap) => {
        const { root, further = [], problems } = readJson(parts.join(gap));
        expect([...(root ? [root] : []), ...further].map(dataOf)).toEqual(
          parts.map((text) => JSON.parse(text)),
        );
        expect(problems.map(({ kind }) => kind)).toEqual(further.map(() => "further-document"));
        expect(further.length).toBe(parts.length - 1);
      },
    ),
    { numRuns: RUNS },
  );
});

test("fixtures, cut off anywhere, are read", () => {
  const short = fixtures.filter((text) => text.length < 1000);
  const step = Math.ceil(short.length / 50);
  for (const text of short.filter((_, index) => index % step === 0)) {
    for (let end = 0; end <= text.length; end++) {
      const part = text.slice(0, end);
      expect(misplaced(part)).toEqual([]);
      expect(isStrict(part)).toBe(parses(part));
    }
  }
});

/** Depth is a problem of ours alone: `JSON.parse` has no such limit. */
function isStrict(text: string): boolean {
  return readJson(text).problems.every(({ kind }) => kind === "too-deep");
}

function* valuesOf(root: NonNullable<ReturnType<typeof readJson>["root"]>): Generator<typeof root> {
  yield root;
  if (root.kind === "list") for (const item of root.items) yield* valuesOf(item);
  if (root.kind === "map") for (const { value } of root.entries) if (value) yield* valuesOf(value);
}

test("the parts of a value are found", () => {
  const { root } = readJson('{"a": [1]}');
  expect(root && [...partsOf(root)].length).toBe(5);
});
