// Acts as a person who installs the packaged extension and works with folders of policies.
// Usage: node test/vscode/user/main.mjs [FILE.vsix] [part…]. Takes pictures into pictures/, which git does not see.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { ensureHost } from "../host/install.mjs";
import { openPage, windowUrl } from "../host/page.mjs";
import { extensionCommand, startServer } from "../host/server.mjs";
import * as policies from "../policies.mjs";
import { createWorkspace } from "../workspace.mjs";
import { closeEditors } from "./hands.mjs";
import { killServer } from "./kill-server.mjs";
import { firstLook } from "./steps/first-look.mjs";
import { granting } from "./steps/granting.mjs";
import { inChinese } from "./steps/in-chinese.mjs";
import { reading } from "./steps/reading.mjs";
import { reviewing } from "./steps/reviewing.mjs";
import { themes } from "./steps/themes.mjs";
import { tidying } from "./steps/tidying.mjs";
import { writing } from "./steps/writing.mjs";
import * as team from "./team.mjs";

/** @type {import("./desk.mjs").Window[]} */
const windows = [
  { ...policies, parts: [{ name: "first-look", steps: firstLook }] },
  {
    ...team,
    parts: [
      { name: "writing", steps: writing },
      { name: "reading", steps: reading },
      { name: "reviewing", steps: reviewing },
      { name: "granting", steps: granting },
      // It saves what it changes.
      { name: "tidying", steps: tidying },
    ],
  },
  { ...team, language: "zh-cn", parts: [{ name: "in-chinese", steps: inChinese }] },
  // Last: what is set stays for the windows that follow.
  { ...team, parts: [{ name: "themes", steps: themes }] },
];

const [file = "access-policy.vsix", ...asked] = process.argv.slice(2);
const vsix = resolve(file);
const pictures = resolve(import.meta.dirname, "..", "..", "..", "pictures");
let passed = 0;
let failed = 0;
/** @type {ReturnType<typeof createWorkspace> | undefined} */
let workspace;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    remove();
    process.exit(130);
  });
}
const scratch = mkdtempSync(join(tmpdir(), "ap-"));
const profile = { dataFolder: join(scratch, "data"), extensionsFolder: join(scratch, "extensions") };
try {
  mkdirSync(pictures, { recursive: true });
  ensureHost();
  if (extensionCommand(["--install-extension", vsix], profile) !== 0) {
    throw new Error(`${vsix} could not be installed`);
  }
  const server = await startServer({ profile });
  try {
    for (const window of windows) {
      const parts = window.parts.filter(({ name }) => asked.length === 0 || asked.includes(name));
      if (parts.length > 0) await work(server.address, { ...window, parts });
    }
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
  workspace?.remove();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
}

/** @param {string} address @param {import("./desk.mjs").Window} window */
async function work(address, { committed, changed, language, parts }) {
  workspace = createWorkspace(committed, changed);
  const { folder } = workspace;
  const { page, close } = await openPage(windowUrl(address, { folder }), async (opening) => {
    if (language !== undefined) await speak(opening, language);
  });
  page.setDefaultTimeout(15_000);
  try {
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    for (const part of parts) await workOn(part, page, folder);
  } finally {
    await close();
    workspace.remove();
    workspace = undefined;
  }
}

/** @param {import("./desk.mjs").Part} part @param {import("playwright-core").Page} page @param {string} folder */
async function workOn({ name, steps }, page, folder) {
  console.log(`\n  ${name}`);
  const picture = async (/** @type {string} */ title) => {
    await page.screenshot({ path: join(pictures, `${name}-${title}.png`) });
  };
  const desk = { page, folder, picture, killServer: () => killServer(profile.extensionsFolder) };
  for (const [index, step] of steps.entries()) {
    const start = performance.now();
    try {
      await step.run(desk);
      passed += 1;
      console.log(`✔ ${step.name} (${Math.round(performance.now() - start)} ms)`);
    } catch (error) {
      failed += 1;
      await picture(`failed-${index + 1}`);
      console.log(`✘ ${step.name}\n${error instanceof Error ? error.stack : error}`);
    }
    await closeEditors(page);
  }
}

/**
 * Lets the editor be in another language, as a language pack does. The editor's own words stay English without its
 * pack; extensions are told the language, and speak it.
 * @param {import("playwright-core").Page} page @param {string} language
 */
function speak(page, language) {
  return page.addInitScript((wanted) => {
    Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", { get: () => wanted, set: () => {} });
  }, language);
}
