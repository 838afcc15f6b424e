// The files of the workspace on a real disk: found, told apart and read, whatever their names are and however an
// editor spells them.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { createWorkspaceFiles } from "../../server/src/lsp/workspace.node.js";
import { fill, inFolder } from "../disk/git.js";

const files = createWorkspaceFiles();
const NAMES = ["a b.json", "it's (1) & [2].json", "策略.policy.json", "x+y=z@#%.json", "deep/er/z.jsonc"];

test("a file has one key, however its URI is spelled", () => {
  for (const spelling of [
    "file:///project/it's%20(1)@%E7%AD%96.json",
    "file:///project/it%27s%20%281%29%40%e7%ad%96.json",
    "file:///project/it's (1)@策.json",
  ]) {
    expect(files.keyOf(spelling)).toBe("file:///project/it%27s%20%281%29%40%E7%AD%96.json");
  }
  expect(files.keyOf("file:///project/")).toBe("file:///project");
  for (const other of ["git:/project/a.json?%7B%7D", "untitled:Untitled-1", "file:///project/%zz", ""]) {
    expect(files.keyOf(other)).toBeUndefined();
  }
});

test("what is found is let through when it is told of, and what is left out is not", async () => {
  await inFolder(Object.fromEntries(NAMES.map((name) => [name, name])), async (folder) => {
    fill(folder, { ".gitignore": "out/\n*.tmp.json\n", "out/a.json": "", "a.tmp.json": "", "b.txt": "" });
    fill(folder, { "node_modules/a.json": "", "deep/.gitignore": "gone.json\n", "deep/gone.json": "" });
    const root = pathToFileURL(folder).href;
    const found = [...(await files.find(root))].filter((uri) => uri !== undefined);
    expect(found.map((uri) => files.read(uri)?.text)).toEqual([...NAMES].sort());
    const sieve = await files.sieve([root]);
    const told = (name: string) => sieve(pathToFileURL(join(folder, name)).href);
    expect(NAMES.map(told)).toEqual(NAMES.map(() => "file"));
    expect(["deep", "deep/er", ""].map(told)).toEqual(["folder", "folder", "folder"]);
    const others = [
      "out",
      "out/a.json",
      "a.tmp.json",
      "b.txt",
      "node_modules/a.json",
      "deep/gone.json",
      "no.json",
    ];
    expect(others.map(told)).toEqual(others.map(() => undefined));
    expect(sieve("file:///elsewhere/a.json")).toBeUndefined();
  });
});

test("what is too large is known to be there, and what is not there is not", async () => {
  await inFolder({ "a.json": "x".repeat(1_000_001) }, async (folder) => {
    const uri = pathToFileURL(join(folder, "a.json")).href;
    expect(files.read(uri)).toEqual({});
    expect(files.read(`${uri}c`)).toBeUndefined();
  });
});
