// What a person does in VS Code with mouse and keyboard, and what the person sees, in their words.
// Everything waits for what is on the screen.

/** @typedef {import("playwright-core").Page} Page */

/** The editor that has the keyboard, or had it last. */
const activeEditor = ".editor-group-container.active .editor-instance .monaco-editor";

/** Opens a file of the folder by its name.
 * @param {Page} page @param {string} name */
export async function openFile(page, name) {
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input").first().fill(name);
  // Not Enter: until the list is filtered, the first row is the file that was open last.
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator(`${activeEditor} .view-line`).first().waitFor();
  // The lines above the statements push the text down when they come, and away from the mouse.
  if (OURS.test(name)) await page.locator(`${activeEditor} .codelens-decoration a`).first().waitFor();
}

/** Policies by their names. */
const OURS = /\.(?:policy|cam|otc)\.json$/;

/** @param {Page} page @param {string} title */
export async function runCommand(page, title) {
  await page.keyboard.press("Control+Shift+P");
  await page.locator(".quick-input-widget input").first().fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/** Waits until so many places of the active editor are underlined as errors.
 * @param {Page} page @param {number} count */
export function seeErrors(page, count) {
  return seeUnderlined(page, "error", count);
}

/** @param {Page} page @param {number} count */
export function seeWarnings(page, count) {
  return seeUnderlined(page, "warning", count);
}

/** @param {Page} page @param {"error" | "warning"} severity @param {number} count */
async function seeUnderlined(page, severity, count) {
  await page.waitForFunction(
    ([selector, wanted]) => document.querySelectorAll(String(selector)).length === wanted,
    /** @type {const} */ ([`${activeEditor} .squiggly-${severity}`, count]),
  );
}

/** Waits until the text of the active editor shows this; spaces count for nothing, as the screen has its own.
 * @param {Page} page @param {string} text */
export async function seeText(page, text) {
  await page.waitForFunction(
    ([selector, wanted]) => {
      const lines = [...document.querySelectorAll(`${selector} .view-line`)];
      return lines.some((line) => line.textContent?.replace(/\s/g, "").includes(String(wanted)));
    },
    /** @type {const} */ ([activeEditor, text.replace(/\s/g, "")]),
  );
}

/** How many lines of the active editor show this text.
 * @param {Page} page @param {string} text */
export function countLines(page, text) {
  return page.locator(`${activeEditor} .view-line`, { hasText: text }).count();
}

/** Waits until so many lines of the active editor show this text.
 * @param {Page} page @param {string} text @param {number} count */
export async function seeLines(page, text, count) {
  await page.waitForFunction(
    ([selector, wanted, number]) => {
      const lines = [...document.querySelectorAll(`${selector} .view-line`)];
      return lines.filter((line) => line.textContent?.includes(String(wanted))).length === number;
    },
    /** @type {const} */ ([activeEditor, text, count]),
  );
}

/** Where a text stands on the screen.
 * @param {Page} page @param {string} text @returns {Promise<{ left: number, right: number, middle: number, y: number }>} */
async function placeOf(page, text) {
  await seeText(page, text);
  const place = await page.evaluate(
    ([selector, wanted]) => {
      for (const line of document.querySelectorAll(`${selector} .view-line`)) {
        const start = line.textContent?.replaceAll("\u00a0", " ").indexOf(String(wanted)) ?? -1;
        if (start < 0) {
          continue;
        }
        const end = start + String(wanted).length;
        const range = document.createRange();
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(), offset = 0; node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (start >= offset && start < offset + length) {
            range.setStart(node, start - offset);
          }
          if (end > offset && end <= offset + length) {
            range.setEnd(node, end - offset);
          }
          offset += length;
        }
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, middle: (left + right) / 2, y: (top + bottom) / 2 };
      }
      return undefined;
    },
    /** @type {const} */ ([activeEditor, text]),
  );
  if (!place) {
    throw new Error(`"${text}" is not on the screen`);
  }
  return place;
}

/** Puts the cursor right behind a text.
 * @param {Page} page @param {string} text */
export async function clickBehind(page, text) {
  const { right, y } = await placeOf(page, text);
  await page.mouse.click(right, y);
}

/** Rests the mouse on a text until the hover says something; a hover comes only after the mouse has moved, and from
 * nobody who is not there yet.
 * @param {Page} page @param {string} text @param {string | RegExp} answer */
export async function hover(page, text, answer) {
  const shown = page.locator(".monaco-hover:visible", { hasText: answer }).first();
  for (let tries = TRIES; tries > 0; tries--) {
    const { middle, y } = await placeOf(page, text);
    await page.mouse.move(middle - 2, y);
    await page.mouse.move(middle, y, { steps: 3 });
    if (await comes(shown)) break;
    await takeMouseAway(page);
  }
  await shown.waitFor();
  // It fades in; a picture is taken of what can be read.
  await shown.evaluate((element) =>
    Promise.allSettled(element.getAnimations().map(({ finished }) => finished)),
  );
  return shown;
}

/** As often, and as long each time, a person tries before it counts as broken. */
const TRIES = 5;
const PATIENCE_MS = 3_000;

/** Whether something is to be seen before a person loses patience.
 * @param {import("playwright-core").Locator} what */
function comes(what) {
  return what.waitFor({ timeout: PATIENCE_MS }).then(
    () => true,
    () => false,
  );
}

/** Takes the mouse away, so that no hover is in the picture.
 * @param {Page} page */
export async function takeMouseAway(page) {
  await page.mouse.move(20, 880);
}

/** Waits for a proposal in the list that comes up while typing.
 * @param {Page} page @param {string | RegExp} label */
export async function seeProposal(page, label) {
  const row = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: label }).first();
  await row.waitFor();
  return row;
}

/** Opens the light bulb's list and waits for a fix in it.
 * @param {Page} page @param {RegExp} title */
export async function seeFix(page, title) {
  await page.keyboard.press("Control+.");
  const row = page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first();
  await row.waitFor();
  return row;
}

/** Chooses a row of the list that a command asks with.
 * @param {Page} page @param {string | RegExp} label @param {string} [typed] finds the row */
export async function choose(page, label, typed) {
  const rows = page.locator(".quick-input-list .monaco-list-row");
  // What is typed before the list is there gets lost.
  await rows.first().waitFor();
  if (typed !== undefined) await page.locator(".quick-input-widget input[type=text]").first().fill(typed);
  await rows.filter({ hasText: label }).first().click();
}

/** Waits for the line above a statement or policy, and gives it.
 * @param {Page} page @param {RegExp} text */
export async function seeLens(page, text) {
  const lens = page.locator(`${activeEditor} .codelens-decoration a`, { hasText: text }).first();
  await lens.waitFor();
  return lens;
}

/** Opens the list of actions for the whole document and chooses one; the list closes when something behind it moves.
 * @param {Page} page @param {RegExp} title @param {() => Promise<void>} [look] while the list is open */
export async function chooseSourceAction(page, title, look) {
  const row = page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first();
  for (let tries = TRIES; tries > 0; tries--) {
    await runCommand(page, "Source Action...");
    if (await comes(row)) break;
    await page.keyboard.press("Escape");
  }
  await look?.();
  await row.click();
}

/** Waits for a text in the page beside the editor, which is a document of its own in two frames.
 * @param {Page} page @param {string | RegExp} text */
export async function seeInPage(page, text) {
  const shown = pageBeside(page).getByText(text).first();
  await shown.waitFor();
  return shown;
}

/** @param {Page} page */
export function pageBeside(page) {
  return page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
}

/** Puts the cursor into a text.
 * @param {Page} page @param {string} text */
export async function clickOn(page, text) {
  const { middle, y } = await placeOf(page, text);
  await page.mouse.click(middle, y);
}

/** Leaves everything unsaved behind and closes all editors.
 * @param {Page} page */
export async function closeEditors(page) {
  await page.keyboard.press("Escape");
  await takeMouseAway(page);
  if ((await page.locator(".tab.dirty").count()) > 0) {
    // A text without a file has nothing to go back to.
    const isUntitled = (await page.locator('.tab.active[data-resource-name^="Untitled"]').count()) > 0;
    await runCommand(page, isUntitled ? "View: Revert and Close Editor" : "File: Revert File");
  }
  if ((await page.locator(".tab").count()) > 0) {
    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+W");
  }
  await page.locator(".editor-group-container.empty").waitFor();
}
