// Folders on disk, and git's own opinion about what is in them.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { disk } from "../../server/src/disk/disk.js";
import { loadMatcher } from "../../server/src/disk/ignored.js";
import { walk } from "../../server/src/disk/walk.js";

export type Tree = Readonly<Record<string, string>>;

/** Calls back with a new folder that has these files, and removes it afterwards. */
export async function inFolder(files: Tree, use: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "access-policy-disk-"));
  try {
    fill(folder, files);
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function fill(folder: string, files: Tree): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

const matcher = await loadMatcher();

/** The paths that the walk finds, in its order. */
export function walked(folder: string, ignoring = true): string[] {
  const found = walk({ path: ".", place: folder }, { disk, matcher: ignoring ? matcher : undefined });
  return [...found]
    .filter(({ kind }) => kind !== "folder")
    .map(({ kind, path }) => (kind === "file" ? path : `${kind}: ${path}`));
}

/** Nothing of the person's own settings of git matters here. */
const NOTHING_OF_MINE = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  XDG_CONFIG_HOME: "/dev/null",
};

export function git(folder: string, ...words: string[]): string {
  return execFileSync("git", words, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...NOTHING_OF_MINE },
  });
}

/** What git would add, of the names that the walk looks at. */
export function listedByGit(folder: string): string[] {
  return git(folder, "ls-files", "-co", "--exclude-standard", "-z")
    .split("\0")
    .filter((path) => /\.jsonc?$/.test(path) && !/(?:^|\/)node_modules\//.test(path))
    .sort();
}
