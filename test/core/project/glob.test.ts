// What globs mean, by a table and by the matcher that most tools have; and that none takes long.
import fc from "fast-check";
import picomatch from "picomatch/posix";
import { expect, test } from "vitest";
import { compileGlob } from "../../../server/src/core/project/glob-pattern.js";

test.each<[string, string[], string[]]>([
  ["a.json", ["a.json"], ["b/a.json", "a-json"]],
  ["./a.json", ["a.json"], ["b/a.json"]],
  ["*.json", ["a.json", ".json"], ["b/a.json"]],
  ["**/*.json", ["a.json", "b/a.json", ".b/c/a.json"], ["a.jsonc"]],
  ["policies/**", ["policies/a", "policies/b/c"], ["a", "other/policies/a"]],
  ["policies/", ["policies/a", "policies/b/c"], ["a"]],
  ["a/**/b", ["a/b", "a/c/b", "a/c/d/b"], ["a/bb", "ab"]],
  ["a/**/b/**/c", ["a/b/c", "a/b/b/x/c"], ["a/c"]],
  ["{a,b/{c,d}}/*.json", ["a/x.json", "b/c/x.json", "b/d/x.json"], ["b/x.json"]],
  ["a?.json", ["ab.json", "a策.json", "a😀.json"], ["a.json", "a/.json"]],
  ["[ab-d]x", ["ax", "cx"], ["ex", "-x"]],
  ["[!a]x", ["bx"], ["ax", "x"]],
  ["a[", ["a["], ["a"]],
  ["a{b", ["a{b"], ["ab"]],
  ["{a}", ["{a}"], ["a"]],
  ["a**b", ["ab", "axb"], ["a/b"]],
])("%s", (glob, fitting, others) => {
  const matches = compileGlob(glob);
  expect(fitting.filter((path) => !matches(path))).toEqual([]);
  expect(others.filter(matches)).toEqual([]);
});

test("as other tools read them", () => {
  const letter = fc.constantFrom("a", "b", ".", "-");
  const token = fc.oneof(letter, fc.constantFrom("*", "?", "[ab]", "[^a]", "{a,b}", "{a,*b}"));
  const name = fc.array(token, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
  const segment = fc.oneof({ weight: 3, arbitrary: name }, { weight: 1, arbitrary: fc.constant("**") });
  const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  const plain = fc
    .array(letter, { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(""))
    .filter((text) => !/^\.+$/.test(text));
  const path = fc.array(plain, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  fc.assert(
    fc.property(glob, path, (text, file) => {
      // Two stars within a name mean different things to different tools.
      fc.pre(!/[^/]\*\*|\*\*[^/]|(?:^|\/)\.{1,2}(?:\/|$)/.test(text));
      const expected = picomatch(text, { dot: true, fastpaths: false, noextglob: true, nonegate: true })(
        file,
      );
      // A folder is no file: `a/**` does not mean `a` here.
      if (expected && /\/\*\*$/.test(text) && !compileGlob(text)(file)) return;
      expect({ text, file, matches: compileGlob(text)(file) }).toEqual({ text, file, matches: expected });
    }),
    { numRuns: 3000 },
  );
});

test.each([
  "*a".repeat(150),
  "{a,b}".repeat(60),
  "{".repeat(300),
  "**/".repeat(99),
  "[".repeat(300),
  "{a,".repeat(90),
])("ends: %s", (glob) => {
  const matches = compileGlob(`${glob}x`);
  expect([matches("a".repeat(4000)), matches("a/".repeat(2000))]).toEqual([false, false]);
});
