// `npm start`: shows what this project does, from a fresh clone on.
// Builds, prints the report of the sample policies, and opens them in a real VS Code with the extension.
// Usage: node scripts/start.mjs [--report]: with it, stops after the report.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ensurePackages, root } from "./prepare.mjs";

const samples = join(root, "samples");

try {
  if (!ensurePackages()) {
    throw new Error("The packages could not be installed; npm says why above");
  }
  node(["esbuild.mjs", "--release"], "The build failed");
  printReport();
  if (!process.argv.includes("--report")) {
    const desktop = findDesktop();
    await (desktop ? openDesktop(desktop) : serveBrowser());
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Findings are what the samples are for; only a report that could not be made is a failure. */
function printReport() {
  const { status } = spawnSync(process.execPath, ["server/dist/cli.js", "check", "samples"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0 && status !== 1) {
    throw new Error("The report of the sample policies could not be made");
  }
}

/** VS Code on this machine, when there is also a screen to show it on. */
function findDesktop() {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return undefined;
  }
  const name = process.platform === "win32" ? "code.cmd" : "code";
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** @param {string} code */
function openDesktop(code) {
  console.log("\nOpening the samples in VS Code …");
  const words = ["--new-window", `--extensionDevelopmentPath=${root}`, samples];
  const { status } = spawnSync(code, words, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) {
    throw new Error(`VS Code did not open: ${code} ended with ${status}`);
  }
}

/** The same workbench in a browser, with the extension installed from its package; stays until it is told to stop. */
async function serveBrowser() {
  const { ensureServer } = await import("../test/vscode/host/install.mjs");
  const { extensionCommand, startServer } = await import("../test/vscode/host/server.mjs");
  ensureServer();
  const scratch = mkdtempSync(join(tmpdir(), "access-policy-start-"));
  try {
    const vsix = join(scratch, "access-policy.vsix");
    node(["scripts/vsix.mjs", vsix], "The extension could not be packaged", "ignore");
    const profile = { dataFolder: join(scratch, "data"), extensionsFolder: join(scratch, "extensions") };
    if (extensionCommand(["--install-extension", vsix], profile) !== 0) {
      throw new Error("The extension could not be installed in VS Code");
    }
    const told = stopSignal();
    const server = await startServer({ profile });
    const url = `http://${server.address}/?folder=${encodeURI(samples)}`;
    console.log(`\nVS Code with the samples is at\n\n  ${url}\n\nCtrl+C stops it.`);
    const unexpected = await Promise.race([
      told,
      server.ended.then((code) => `VS Code's server ended with ${code}`),
    ]);
    await server.stop();
    if (unexpected) {
      throw new Error(unexpected);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** @returns {Promise<undefined>} */
function stopSignal() {
  return new Promise((settle) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      // Not "once": npm passes Ctrl+C on a second time, which must not cut the cleaning up short.
      process.on(signal, () => settle(undefined));
    }
  });
}

/** @param {string[]} words @param {string} failure @param {"ignore" | "inherit"} [output] */
function node(words, failure, output = "inherit") {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: ["ignore", output, "inherit"] });
  if (status !== 0) {
    throw new Error(failure);
  }
}
