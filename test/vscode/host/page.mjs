// Opens a server's workbench in Chromium, where a test can type, click and look.
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./parts.mjs";
import { verbose } from "./server.mjs";

/**
 * @typedef {{ folder?: string, workspace?: string, payload?: [string, string][] }} Window
 * @typedef {import("playwright-core").Page} Page
 */

/** The address that shows a folder; a person can open it in any browser.
 * @param {string} address @param {Window} window */
export function windowUrl(address, { folder, workspace, payload = [] }) {
  const url = new URL(`http://${address}/`);
  if (workspace) {
    url.searchParams.set("workspace", resolve(workspace));
  } else if (folder) {
    url.searchParams.set("folder", resolve(folder));
  } else {
    url.searchParams.set("ew", "true");
  }
  if (payload.length > 0) {
    url.searchParams.set("payload", JSON.stringify(payload));
  }
  return url.href;
}

/**
 * @param {string} url @param {(page: Page) => Promise<void>} [prepare] runs before the page loads
 * @returns {Promise<{ page: Page, close(): Promise<void> }>}
 */
export async function openPage(url, prepare) {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error("There is no Chromium or Chrome on this machine; run test/vscode/host/install.mjs");
  }
  const browser = await chromium.launch({
    executablePath,
    // Who asked for the page cleans up more than the browser on a signal.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      // Chromium refuses its sandbox to root, and containers give it a tiny shared memory.
      ...["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...["--disable-quic", "--no-first-run"],
    ],
  });
  try {
    // Wide enough for a side-by-side diff.
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    page.on("requestfailed", (request) => verbose("page", request.url(), request.failure()?.errorText));
    page.on("pageerror", (error) => verbose("page", error.message));
    page.on("console", (message) => verbose("page", message.type(), message.text()));
    await prepare?.(page);
    await page.goto(url);
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
