// Runs the suites for browsers: VS Code in a page, extensions in a worker, no server and no Node anywhere behind it.
// Usage: node test/vscode/web/run.mjs [--vsix FILE]: the sources, or the packaged extension.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureHost } from "../host/install.mjs";
import { openPage } from "../host/page.mjs";
import { extensionCommand, verbose } from "../host/server.mjs";
import { committed } from "../policies.mjs";
import { openSite } from "./site.mjs";

const limitSeconds = Number(process.env.ACCESS_POLICY_HOST_TIMEOUT ?? 240);
const root = resolve(import.meta.dirname, "..", "..", "..");
const { values } = parseArgs({ options: { vsix: { type: "string" } } });
const scratch = mkdtempSync(join(tmpdir(), "access-policy-web-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 10 }));

/** @typedef {{ code: number, why?: string }} Verdict */

/** @type {(verdict: Verdict) => void} */
let end = () => {};
/** @type {Promise<Verdict>} */
const outcome = new Promise((settle) => {
  end = settle;
});
const tooLate = () => end({ code: 124, why: `the suite gave no result within ${limitSeconds} s` });
const limit = setTimeout(tooLate, limitSeconds * 1000);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => end({ code: 130, why: `stopped by ${signal}` }));
}

/** @type {(() => unknown)[]} */
const cleanups = [];
/** The page says that all is well also when its worker ended before the suite did. */
let suiteEnded = false;
show().catch((error) => end({ code: 1, why: String(error?.stack ?? error) }));
const { code, why } = await outcome;
clearTimeout(limit);
for (const cleanup of cleanups.reverse()) {
  await cleanup();
}
const cutShort = code === 0 && !suiteEnded;
const message = cutShort ? "the suite did not come to its end" : why;
if (message) {
  console.error(`VS Code: ${message}`);
}
process.exitCode = cutShort ? 1 : code;

/** Opens the page, which calls `end` when the suite is over. */
async function show() {
  ensureHost();
  const what = values.vsix ? `The packaged ${values.vsix}` : "The sources";
  console.log(`${what} in VS Code in a browser, without a server`);
  const site = await openSite({
    extension: values.vsix ? unpack(values.vsix) : root,
    suite: join(root, "out", "test", "vscode", "web"),
    files: committed,
    report(text) {
      process.stdout.write(text);
      suiteEnded ||= /^\d+ passed, \d+ failed, \d+ skipped$/m.test(text);
    },
  });
  cleanups.push(site.close);
  const opened = await openPage(site.url, async (page) => {
    page.on("crash", () => end({ code: 1, why: "the page crashed" }));
    await page.exposeFunction(
      "codeAutomationLog",
      (/** @type {string} */ type, /** @type {unknown[]} */ words) => verbose("workbench", type, ...words),
    );
    await page.exposeFunction("codeAutomationExit", (/** @type {number} */ verdict) =>
      end({ code: verdict }),
    );
  });
  cleanups.push(opened.close);
}

/** Where VS Code puts what it installs. @param {string} vsix */
function unpack(vsix) {
  const extensionsFolder = join(scratch, "extensions");
  const profile = { dataFolder: join(scratch, "data"), extensionsFolder };
  if (extensionCommand(["--install-extension", resolve(vsix)], profile) !== 0) {
    throw new Error(`${vsix} could not be installed`);
  }
  const name = readdirSync(extensionsFolder).find((each) => each.startsWith("access-policy."));
  if (!name) {
    throw new Error(`${vsix} was installed nowhere`);
  }
  return join(extensionsFolder, name);
}
