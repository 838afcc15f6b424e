// Acts as a person who installs the packaged extension and works with a folder of policies.
// Usage: node test/vscode/user/main.mjs [FILE.vsix]. Takes pictures into pictures/, which git does not see.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { ensureHost } from "../host/install.mjs";
import { openPage, windowUrl } from "../host/page.mjs";
import { extensionCommand, startServer } from "../host/server.mjs";
import { changed, committed } from "../policies.mjs";
import { createWorkspace } from "../workspace.mjs";
import { closeEditors } from "./hands.mjs";
import { killServer } from "./kill-server.mjs";
import { steps } from "./steps.mjs";

const vsix = resolve(process.argv[2] ?? "access-policy.vsix");
const pictures = resolve(import.meta.dirname, "..", "..", "..", "pictures");
let passed = 0;
let failed = 0;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    remove();
    process.exit(130);
  });
}
const scratch = mkdtempSync(join(tmpdir(), "ap-"));
const profile = { dataFolder: join(scratch, "data"), extensionsFolder: join(scratch, "extensions") };
const workspace = createWorkspace(committed, changed);
try {
  mkdirSync(pictures, { recursive: true });
  ensureHost();
  if (extensionCommand(["--install-extension", vsix], profile) !== 0) {
    throw new Error(`${vsix} could not be installed`);
  }
  const server = await startServer({ profile });
  try {
    await work(server.address);
  } finally {
    await server.stop();
  }
} catch (error) {
  failed += 1;
  console.error(error);
} finally {
  remove();
}
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;

function remove() {
  workspace.remove();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
}

/** @param {string} address */
async function work(address) {
  const { page, close } = await openPage(windowUrl(address, { folder: workspace.folder }));
  page.setDefaultTimeout(15_000);
  const picture = async (/** @type {string} */ name) => {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  try {
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    for (const [index, step] of steps.entries()) {
      const start = performance.now();
      try {
        await step.run({ page, picture, killServer: () => killServer(profile.extensionsFolder) });
        passed += 1;
        console.log(`✔ ${step.name} (${Math.round(performance.now() - start)} ms)`);
      } catch (error) {
        failed += 1;
        await picture(`failed-${index + 1}`);
        console.log(`✘ ${step.name}\n${error instanceof Error ? error.stack : error}`);
      }
      await closeEditors(page);
    }
  } finally {
    await close();
  }
}
