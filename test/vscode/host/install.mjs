// Puts the offline host into place: VS Code's server and its Node from npm, Chromium from Debian.
// Nothing is compiled, all install scripts are left out, and a second run ends at once.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  codeFolder,
  findBrowser,
  hostFolder,
  nodeBinary,
  nodePackage,
  serverMain,
  versions,
} from "./parts.mjs";

const stampFile = join(hostFolder, ".stamp");
const stamp = `code-server ${versions["code-server"]}, ${nodePackage} ${versions.node}\n`;

/** Installs what is missing; throws a sentence for a person when that cannot be done. */
export function ensureHost() {
  ensureServer();
  ensureBrowser();
}

/** VS Code's server alone, for someone who brings a browser. */
export function ensureServer() {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) {
    return;
  }
  console.error(`Installing VS Code's server from npm into ${hostFolder} (about 800 MB, once) …`);
  rmSync(hostFolder, { recursive: true, force: true });
  mkdirSync(hostFolder, { recursive: true });
  writeFileSync(join(hostFolder, "package.json"), '{ "private": true }\n');
  npmInstall(hostFolder, [
    "--save-exact",
    `${nodePackage}@${versions.node}`,
    `code-server@${versions["code-server"]}`,
  ]);
  // The workbench brings a shrinkwrap that "npm ci" refuses as out of step; "npm install" takes it.
  npmInstall(codeFolder, ["--omit=dev"]);
  run(nodeBinary, [serverMain, "--version"]);
  writeFileSync(stampFile, stamp);
}

function ensureBrowser() {
  if (findBrowser()) {
    return;
  }
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("Installing Chromium with apt-get …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    // Only what goes wrong is worth reading, and that comes on standard error.
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = ["ignore", "ignore", 2];
    run("apt-get", ["update", "-qq"], { env, stdio });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env, stdio });
  }
  if (!findBrowser()) {
    throw new Error(
      "There is no Chromium or Chrome on this machine, and only root on Debian can install one from here.\n" +
        'Install the package "chromium" (Debian: apt-get install chromium), or name a browser in ACCESS_POLICY_BROWSER.',
    );
  }
}

/** @param {string} folder @param {string[]} words */
function npmInstall(folder, words) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  run(npm, ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...words], {
    cwd: folder,
    shell: process.platform === "win32",
  });
}

/**
 * What the commands print goes to standard error: standard output belongs to whoever asked for the host.
 * @param {string} command @param {string[]} words @param {import("node:child_process").ExecFileSyncOptions} [options]
 */
function run(command, words, options = {}) {
  try {
    execFileSync(command, words, { stdio: ["ignore", 2, 2], ...options });
  } catch (cause) {
    throw new Error(
      `The offline VS Code host could not be installed: "${command} ${words.join(" ")}" failed`,
      {
        cause,
      },
    );
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    ensureHost();
    console.error(`The offline host is there: ${stamp.trim()}, ${findBrowser()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
