// Runs the suites for browsers: VS Code in a page, extensions in a worker, no server and no Node anywhere behind it.
// Usage: node test/vscode/web/run.mjs
import { join, resolve } from "node:path";
import { ensureHost } from "../host/install.mjs";
import { openPage } from "../host/page.mjs";
import { verbose } from "../host/server.mjs";
import { committed } from "../policies.mjs";
import { openSite } from "./site.mjs";

const limitSeconds = Number(process.env.ACCESS_POLICY_HOST_TIMEOUT ?? 240);
const root = resolve(import.meta.dirname, "..", "..", "..");

ensureHost();
console.log("The sources in VS Code in a browser, without a server");
let ended = false;
/** @type {(result: { code: number, why?: string }) => void} */
let end = () => {};
/** @type {Promise<{ code: number, why?: string }>} */
const outcome = new Promise((settle) => {
  end = settle;
});
const limit = setTimeout(
  () => end({ code: 124, why: `the suite gave no result within ${limitSeconds} s` }),
  limitSeconds * 1000,
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => end({ code: 130, why: `stopped by ${signal}` }));
}

const site = await openSite({
  extension: root,
  suite: join(root, "out", "test", "vscode", "web"),
  files: committed,
  report(text) {
    process.stdout.write(text);
    ended ||= /^\d+ passed, \d+ failed, \d+ skipped$/m.test(text);
  },
});
const opened = await openPage(site.url, async (page) => {
  page.on("crash", () => end({ code: 1, why: "the page crashed" }));
  await page.exposeFunction(
    "codeAutomationLog",
    (/** @type {string} */ type, /** @type {unknown[]} */ words) => verbose("workbench", type, ...words),
  );
  await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => end({ code }));
});
const { code, why } = await outcome;
clearTimeout(limit);
await opened.close();
site.close();
// The page says that all is well also when its worker ended before the suite did.
const cutShort = code === 0 && !ended;
const message = cutShort ? "the suite did not come to its end" : why;
if (message) {
  console.error(`VS Code: ${message}`);
}
process.exitCode = cutShort ? 1 : code;
