// The walk through folders of any size, depth and name, one file at a time.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Disk, DiskEntry } from "../../server/src/disk/disk.js";
import { loadMatcher } from "../../server/src/disk/ignored.js";
import { walk } from "../../server/src/disk/walk.js";
import { generatedDisk } from "./generated-disk.js";
import { inFolder, walked } from "./git.js";

const matcher = await loadMatcher();

function files(disk: Disk) {
  const found = walk({ path: ".", place: "/project" }, { disk, matcher });
  return [...found].filter(({ kind }) => kind !== "folder");
}

test("files come in the order of names, whatever the names are", () => {
  const names = [
    ' "q"\'.json',
    "a b/x.json",
    "line\nbreak.json",
    "a.jsonc",
    "策略/文件.json",
    "#.json",
    "!.JSON",
  ];
  return inFolder(
    Object.fromEntries([...names, "a.txt", "json", "x.json5"].map((name) => [name, "{}"])),
    (folder) => {
      expect(walked(folder)).toEqual([
        ' "q"\'.json',
        "!.JSON",
        "#.json",
        "a b/x.json",
        "a.jsonc",
        "line\nbreak.json",
        "策略/文件.json",
      ]);
    },
  );
});

test("a folder that cannot be listed is told once, and the others are searched", () => {
  const disk: Disk = {
    ...generatedDisk({ folders: 3, files: 1 }),
    list(path) {
      if (path.endsWith("0001")) throw new Error("permission denied");
      return generatedDisk({ folders: 3, files: 1 }).list(path);
    },
  };
  const found = files(disk);
  expect(found.map(({ kind, path }) => [kind, path])).toEqual([
    ["file", "0000/0000.json"],
    ["unreadable", "0001"],
    ["file", "0002/0000.json"],
  ]);
});

test("100,000 files are found one after the other, each folder listed when it is reached", () => {
  const lists: string[] = [];
  const disk = generatedDisk({ folders: 1_000, files: 100, onList: (path) => lists.push(path) });
  const files = walk({ path: ".", place: "/project" }, { disk, matcher });
  expect(files.next().value).toMatchObject({ kind: "folder", path: "0000" });
  expect(files.next().value).toMatchObject({ kind: "file", path: "0000/0000.json" });
  expect(lists).toEqual(["/project", join("/project", "0000")]);
  let count = 1;
  let last = "";
  for (const { kind, path } of files) {
    if (kind !== "file") continue;
    count++;
    expect(path > last).toBe(true);
    last = path;
  }
  expect([count, last, lists.length]).toEqual([100_000, "0999/0099.json", 1_001]);
});

test("100,000 files in one folder, half of them left out", () => {
  const disk = generatedDisk({ folders: 1, files: 100_000, ignored: "*[02468].json\n" });
  const odd = files(disk).filter(({ path }) => /[13579]\.json$/.test(path));
  expect([odd.length, files(disk).length]).toEqual([50_000, 50_000]);
});

test("folders may be nested deeper than functions can call each other", () => {
  const deep: readonly DiskEntry[] = [{ name: "d", kind: "folder" }];
  const disk: Disk = {
    kindOf: () => undefined,
    list: (path) => (path.length < 20_000 ? deep : [{ name: "a.json", kind: "file" }]),
    read: () => undefined,
  };
  const [only, ...others] = files(disk);
  expect(only?.path.length).toBeGreaterThan(19_000);
  expect(others).toEqual([]);
});
