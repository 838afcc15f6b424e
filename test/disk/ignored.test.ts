// What git leaves out, the walk leaves out: with git itself as the judge where there is a repository.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fill, git, inFolder, listedByGit, type Tree, walked } from "./git.js";

const JSON_FILES: Tree = Object.fromEntries(
  ["", "a/", "a/b/", "a/b/c/", "build/", "a/build/", "x y/", "策略/"].flatMap((folder) =>
    ["one.json", "two.jsonc", "build.json"].map((name) => [folder + name, "{}"]),
  ),
);

describe("as git does", () => {
  test.each<[string, Tree]>([
    ["a name anywhere", { ".gitignore": "build\n" }],
    ["a folder anywhere", { ".gitignore": "build/\none.json/\n" }],
    ["a path from the folder of the patterns", { ".gitignore": "/one.json\na/b\n" }],
    ["patterns of an inner folder", { "a/.gitignore": "/b/one.json\ntwo.*\n" }],
    ["an inner folder that takes back", { ".gitignore": "one.json\n", "a/b/.gitignore": "!one.json\n" }],
    ["an inner folder that takes back a folder", { ".gitignore": "b\nc\n", "a/.gitignore": "!b\n" }],
    [
      "a folder that is taken back, and patterns in it",
      { ".gitignore": "b\n*.jsonc\n", "a/.gitignore": "!b/\n", "a/b/.gitignore": "!two.jsonc\nc/one.json" },
    ],
    ["nothing in a folder that is left out", { ".gitignore": "a/\n!a/one.json\n" }],
    ["all but", { ".gitignore": "/*\n!/a/\n!.gitignore\n/a/*\n!/a/b/\n" }],
    ["doubled stars", { ".gitignore": "**/b/**\na/**/build.json\n" }],
    ["comments, blanks, escapes", { ".gitignore": "# one.json\n\n\\#x\nx\\ y/\ntwo.jsonc   \n" }],
    ["names that are not ASCII", { ".gitignore": "策*/one.json\n" }],
    [
      "a mark of the byte order, and ends of lines of Windows",
      { ".gitignore": "\ufeffone.json\r\nbuild/\r\n" },
    ],
    ["what the repository leaves out", { ".git/info/exclude": "one.json\n", ".gitignore": "!/one.json\n" }],
  ])("%s", (_, patterns) => {
    return inFolder(JSON_FILES, (folder) => {
      git(folder, "init", "--quiet");
      fill(folder, patterns);
      const expected = listedByGit(folder);
      expect(expected.length).toBeLessThan(Object.keys(JSON_FILES).length);
      expect(walked(folder).sort()).toEqual(expected);
    });
  });

  test("any patterns in any of nested folders", { timeout: 60_000 }, () => {
    const name = fc.constantFrom("a", "b", "c", "one.json", "*.json", "*", "**", "?", "o*", "[ab]", "build");
    const pattern = fc
      .tuple(
        fc.constantFrom("", "", "!"),
        fc.constantFrom("", "/"),
        fc.array(name, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("", "", "/"),
      )
      .map(([not, start, names, end]) => `${not}${start}${names.join("/")}${end}`);
    const patterns = fc
      .array(pattern, { minLength: 1, maxLength: 4 })
      .map((lines) => `${lines.join("\n")}\n`);
    const places = fc.constantFrom("", "a/", "a/b/", "a/b/c/", "build/");
    return inFolder(JSON_FILES, (folder) => {
      git(folder, "init", "--quiet");
      const property = fc.property(
        fc.dictionary(places, patterns, { maxKeys: 3, noNullPrototype: true }),
        (lists) => {
          const files = Object.entries(lists).map(([place, text]) => [`${place}.gitignore`, text] as const);
          fill(folder, Object.fromEntries(files));
          try {
            expect(walked(folder).sort()).toEqual(listedByGit(folder));
          } finally {
            for (const [name] of files) rmSync(join(folder, name));
          }
        },
      );
      fc.assert(property, { numRuns: 200 });
    });
  });
});

test("patterns above the folder count up to the root of the work tree", () => {
  const files = { "repo/in/a/one.json": "{}", "repo/in/a/two.json": "{}", "repo/in/a/three.json": "{}" };
  return inFolder(files, (folder) => {
    fill(folder, { ".gitignore": "one.json\n", "repo/.gitignore": "in/a/two.json\n" });
    const inner = join(folder, "repo/in");
    expect(walked(inner)).toEqual(["a/one.json", "a/three.json", "a/two.json"]);
    mkdirSync(join(folder, "repo/.git"));
    expect(walked(inner)).toEqual(["a/one.json", "a/three.json"]);
    expect(walked(folder)).toEqual(["repo/in/a/one.json", "repo/in/a/three.json"]);
  });
});

test("a folder that is named is searched though it is left out, but not what is left out in it", () => {
  return inFolder(
    { "build/out/a.json": "{}", "build/out/b.json": "{}", "build/c/d.json": "{}" },
    (folder) => {
      fill(folder, { ".git/HEAD": "", ".gitignore": "build/\n/build/c\nb.json\n" });
      expect(walked(folder)).toEqual([]);
      expect(walked(join(folder, "build"))).toEqual(["out/a.json"]);
      expect(walked(join(folder, "build/out"))).toEqual(["a.json"]);
    },
  );
});

test("a repository in another one has its own patterns alone", () => {
  return inFolder({ "one.json": "{}", "inner/one.json": "{}", "inner/two.json": "{}" }, (folder) => {
    fill(folder, { ".gitignore": "one.json\n", "inner/.git/info/exclude": "two.json\n" });
    expect(walked(folder)).toEqual(["inner/one.json"]);
  });
});

test("a second work tree shares what its repository leaves out", () => {
  return inFolder({ "main/a.json": "{}", "main/b.json": "{}" }, (folder) => {
    const main = join(folder, "main");
    const who = [
      "-c",
      "user.name=Test",
      "-c",
      "user.email=test@example.invalid",
      "-c",
      "commit.gpgSign=false",
    ];
    git(main, "init", "--quiet");
    git(main, "add", ".");
    git(main, ...who, "commit", "--quiet", "--message", "Add policies");
    git(main, "worktree", "add", "--quiet", "../second");
    fill(main, { ".git/info/exclude": "c.json\n" });
    fill(folder, { "second/c.json": "{}" });
    expect(walked(join(folder, "second"))).toEqual(["a.json", "b.json"]);
  });
});

test("without patterns everything counts but folders that never do", () => {
  const files = { ".gitignore": "*\n", "a.json": "", "node_modules/b.json": "", ".git/c.json": "" };
  return inFolder(files, (folder) => {
    expect(walked(folder)).toEqual([]);
    expect(walked(folder, false)).toEqual(["a.json"]);
  });
});
