// Brings an editor that is missing onto the machine, where that can be done without asking; otherwise says how.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * @param {{ program: string, packages: string[] }} editor
 * @returns {string | undefined} why it is not there
 */
export function ensureEditor({ program, packages }) {
  const command = `apt-get install ${packages.join(" ")}`;
  const isDebian = find("apt-get") && find("dpkg-query");
  // The program may be there without what Debian packs apart from it.
  if (isDebian ? packages.every(isInstalled) : find(program)) return undefined;
  if (!isDebian || process.getuid?.() !== 0) {
    return find(program)
      ? undefined
      : `${program} is not installed; on Debian, "${command}" as root brings it`;
  }
  console.log(`Installing ${packages.join(", ")} …`);
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const { status, stderr } = spawnSync("apt-get", ["-q", ...words], {
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) return `"${command}" failed: ${stderr.trim()}`;
  }
  return undefined;
}

/** @param {string} name */
function isInstalled(name) {
  const { stdout } = spawnSync("dpkg-query", ["-W", "-f=${db:Status-Status}", name], { encoding: "utf8" });
  return stdout === "installed";
}

/** @param {string} program */
function find(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
