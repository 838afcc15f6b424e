// Brings a fresh clone to where it can be built: installs the packages when they are missing or not those of the lock file.
// It runs before there are any packages, so it uses Node alone.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");

/** @returns {boolean} whether the packages are there now */
export function ensurePackages() {
  if (packagesMatchLock()) {
    return true;
  }
  console.log("Installing packages (npm ci) …");
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    // Standard output may be somebody's report.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  return done.status === 0;
}

/** Compares versions, not times: a checkout makes the lock file newer without changing it. */
function packagesMatchLock() {
  const installed = readLock("node_modules/.package-lock.json");
  const wanted = readLock("package-lock.json");
  return Object.entries(wanted).every(
    ([path, { version, link, optional }]) =>
      !path.startsWith("node_modules/") ||
      link === true ||
      installed[path]?.version === version ||
      // Packages for other systems are in the lock file, and never on this disk.
      (optional === true && installed[path] === undefined && existsSync(join(root, "node_modules"))),
  );
}

/** @param {string} name @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>} */
function readLock(name) {
  const file = join(root, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** A program of an installed package, by the file that Node runs.
 * @param {string} packageName @param {string} [command] @returns {string} */
export function binary(packageName, command = packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}
