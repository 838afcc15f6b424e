// Makes the folder of policies that the editor tests work in: a git repository in the temporary folder.
// It is new for every run, so that no test can leave anything behind for the next.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {Record<string, string>} Files names and texts */

/**
 * @param {Files} committed what git knows
 * @param {Files} [changed] what was edited since, and not committed
 * @returns {{ folder: string, remove(): void }}
 */
export function createWorkspace(committed, changed = {}) {
  const folder = mkdtempSync(join(tmpdir(), "access-policy-workspace-"));
  git(folder, "init", "--quiet");
  write(folder, committed);
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Add policies");
  write(folder, changed);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }) };
}

/** @param {string} folder @param {Files} files */
function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
}

/** Nothing of the person's own git settings matters here, such as a signature that asks for a password.
 * @param {string} folder @param {string[]} words */
function git(folder, ...words) {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgSign=false"];
  execFileSync("git", [...who, "-c", "init.defaultBranch=main", ...words], { cwd: folder, stdio: "pipe" });
}
