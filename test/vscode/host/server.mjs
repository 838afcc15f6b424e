// Starts and stops VS Code's own server from the npm package, on 127.0.0.1 and a free port.
// page.mjs shows its workbench; extensions run in this server's extension host, a real Node process.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { nodeBinary, serverMain } from "./parts.mjs";
import { quietSettings } from "./settings.mjs";

/**
 * @typedef {{ dataFolder: string, extensionsFolder: string }} Profile
 * @typedef {{ address: string, ended: Promise<number | null>, remoteUri(file: string): string, stop(): Promise<void> }} CodeServer
 */

/** Installs or lists extensions, as the desktop's executable does; returns the exit code.
 * @param {string[]} words @param {Profile} profile */
export function extensionCommand(words, profile) {
  const done = spawnSync(nodeBinary, [serverMain, ...profileArguments(profile), ...words], {
    env: serverEnvironment({}),
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
  });
  // The server always complains about its logging module, which is not compiled; that is only worth showing with a failure.
  if (done.status !== 0) {
    process.stderr.write(done.stderr ?? "");
  }
  return done.status ?? 1;
}

/**
 * @param {object} [options]
 * @param {Profile} [options.profile] a throw-away one when left out
 * @param {Record<string, unknown>} [options.settings]
 * @param {Record<string, string>} [options.environment] reaches the extension host
 * @param {boolean} [options.underTest] lets the page name an extension and a suite to run
 * @returns {Promise<CodeServer>}
 */
export async function startServer(options = {}) {
  const scratch = mkdtempSync(join(tmpdir(), "access-policy-vscode-"));
  const profile = options.profile ?? {
    dataFolder: join(scratch, "data"),
    extensionsFolder: join(scratch, "extensions"),
  };
  mkdirSync(profile.extensionsFolder, { recursive: true });
  writeSettings(profile, options.settings ?? {});

  // VS Code leaves sockets in the temporary folder; in one of our own they go with it.
  const temporary = join(scratch, "t");
  mkdirSync(temporary);
  const words = [
    "--host",
    "127.0.0.1",
    "--port",
    "0",
    "--without-connection-token",
    "--disable-workspace-trust",
  ];
  // Without this flag a built workbench drops the extension and the suite that the page names, in silence.
  const testing = options.underTest ? ["--enable-smoke-test-driver"] : [];
  const child = spawn(nodeBinary, [serverMain, ...profileArguments(profile), ...words, ...testing], {
    env: serverEnvironment({ TMPDIR: temporary, ...options.environment }),
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that stopping it takes the extension hosts and language servers along.
    detached: true,
  });
  const group = child.pid ?? 0;

  /** @type {Promise<number | null>} */
  const ended = new Promise((settle) => child.once("exit", settle));
  const removeScratch = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  // When this process ends in a hurry, there is no time to ask anybody.
  const abandon = () => {
    signalGroup(group, "SIGKILL");
    removeScratch();
  };
  process.once("exit", abandon);
  /** @type {Promise<void> | undefined} */
  let stopped;
  const stop = () => {
    stopped ??= endGroup(group).then(() => {
      process.off("exit", abandon);
      removeScratch();
    });
    return stopped;
  };

  try {
    const address = `127.0.0.1:${await listeningPort(child)}`;
    const remoteUri = (/** @type {string} */ file) =>
      `vscode-remote://${address}${resolve(file).split(sep).map(encodeURIComponent).join("/")}`;
    return { address, ended, remoteUri, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {Profile} profile */
function profileArguments({ dataFolder, extensionsFolder }) {
  return [
    ...["--accept-server-license-terms", "--telemetry-level", "off"],
    ...["--server-data-dir", dataFolder, "--extensions-dir", extensionsFolder],
  ];
}

/** Settings that are already in the profile stay.
 * @param {Profile} profile @param {Record<string, unknown>} settings */
function writeSettings({ dataFolder }, settings) {
  const folder = join(dataFolder, "data", "User");
  const file = join(folder, "settings.json");
  const present = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...present, ...settings }, null, 2));
}

/** No extension gallery, and nothing of a VS Code that this may run inside of.
 * @param {Record<string, string>} extra */
function serverEnvironment(extra) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: "{}", ...extra };
}

/** @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>} child
 * @returns {Promise<string>} */
function listeningPort(child) {
  return new Promise((settle, fail) => {
    const timer = setTimeout(() => fail(new Error("VS Code's server did not start within a minute")), 60_000);
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`VS Code's server ended with ${code} instead of starting`)));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        verbose("server", line);
        const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (port) {
          clearTimeout(timer);
          settle(port);
        }
      });
    }
  });
}

/** Asks the whole group to end, and insists after three seconds.
 * @param {number} group */
async function endGroup(group) {
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGKILL"])) {
    if (!signalGroup(group, signal)) {
      return;
    }
    const deadline = performance.now() + 3000;
    while (signalGroup(group, 0) && performance.now() < deadline) {
      await delay(50);
    }
  }
}

/** @param {number} group @param {NodeJS.Signals | 0} signal @returns {boolean} whether anybody was there to hear it */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

/** Shown with ACCESS_POLICY_HOST_VERBOSE=1, for finding out why a window stays empty.
 * @param {string} who @param {unknown[]} words */
export function verbose(who, ...words) {
  if (process.env.ACCESS_POLICY_HOST_VERBOSE) {
    console.error(`[${who} +${Math.round(performance.now())} ms]`, ...words);
  }
}
