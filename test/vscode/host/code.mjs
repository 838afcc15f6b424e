#!/usr/bin/env node
// Stands in for the desktop's `code` executable: @vscode/test-electron starts this file as it would start VS Code.
// Either installs an extension, or runs a suite in a window and ends with its verdict.
import { statSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { readArguments } from "./arguments.mjs";
import { openPage, windowUrl } from "./page.mjs";
import { openReport, reportVariable } from "./report.mjs";
import { extensionCommand, startServer, verbose } from "./server.mjs";

const limitSeconds = Number(process.env.ACCESS_POLICY_HOST_TIMEOUT ?? 240);
const wanted = readArguments(process.argv.slice(2));
const home = join(homedir(), ".access-policy-vscode");
const profile = {
  dataFolder: resolve(wanted.userFolder ?? home, "offline-host"),
  extensionsFolder: resolve(wanted.extensionsFolder ?? join(home, "extensions")),
};

if (wanted.toInstall.length > 0) {
  process.exitCode = extensionCommand(
    wanted.toInstall.flatMap((file) => ["--install-extension", file]),
    profile,
  );
} else if (wanted.suite) {
  process.exitCode = await runSuite(wanted.suite);
} else {
  console.error(
    "This stand-in for VS Code runs suites (--extensionTestsPath) or installs (--install-extension).",
  );
  process.exitCode = 2;
}

/** @param {string} suite @returns {Promise<number>} the exit code */
async function runSuite(suite) {
  const report = openReport();
  /** @type {(() => Promise<void>)[]} */
  const cleanups = [];
  const { outcome, end } = pendingOutcome();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => end(130, `stopped by ${signal}`));
  }
  // Whoever started this may be gone without a word; then nobody waits for the verdict.
  const starter = process.ppid;
  const orphaned = setInterval(() => process.ppid !== starter && end(130, "nobody waits any more"), 500);
  const limit = setTimeout(
    () => end(124, `the suite gave no result within ${limitSeconds} s`),
    limitSeconds * 1000,
  );

  show(suite, report.file, end, cleanups).catch((error) => end(1, String(error?.stack ?? error)));
  const { code, why } = await outcome;

  clearTimeout(limit);
  clearInterval(orphaned);
  const cutShort = code === 0 && !report.suiteEnded();
  for (const cleanup of cleanups.reverse()) {
    await cleanup();
  }
  report.close();
  const message = cutShort ? "the extension host ended before the suite did" : why;
  if (message) {
    console.error(`VS Code: ${message}`);
  }
  return cutShort ? 1 : code;
}

/** Starts server and window; the window calls `end` when the suite is over.
 * @param {string} suite @param {string} reportFile
 * @param {(code: number, why?: string) => void} end @param {(() => Promise<void>)[]} cleanups */
async function show(suite, reportFile, end, cleanups) {
  const server = await startServer({
    profile,
    underTest: true,
    environment: { [reportVariable]: reportFile },
  });
  cleanups.push(server.stop);
  server.ended.then((code) => end(1, `the server ended with ${code}`));

  /** @type {[string, string][]} */
  const payload = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
    ["extensionTestsPath", server.remoteUri(suite)],
    ...wanted.developed.map((folder) => pair("extensionDevelopmentPath", server.remoteUri(folder))),
  ];
  const { target } = wanted;
  const isFolder = target !== undefined && statSync(target).isDirectory();
  const window = isFolder ? { folder: target, payload } : { ...(target && { workspace: target }), payload };
  const opened = await openPage(windowUrl(server.address, window), async (page) => {
    page.on("crash", () => end(1, "the page crashed"));
    await page.exposeFunction(
      "codeAutomationLog",
      (/** @type {string} */ type, /** @type {unknown[]} */ words) => verbose("workbench", type, ...words),
    );
    await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => end(code));
  });
  cleanups.push(opened.close);
}

/** @returns {{ outcome: Promise<{ code: number, why?: string }>, end(code: number, why?: string): void }} */
function pendingOutcome() {
  /** @type {(result: { code: number, why?: string }) => void} */
  let settle = () => {};
  const outcome = new Promise((resolveOutcome) => {
    settle = resolveOutcome;
  });
  return { outcome, end: (code, why) => settle(why === undefined ? { code } : { code, why }) };
}

/** @param {string} name @param {string} value @returns {[string, string]} */
function pair(name, value) {
  return [name, value];
}
