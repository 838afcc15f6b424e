// The same text in the themes that people use: what stands beside it and its colors must be readable in all of them.
import { choose, openFile, runCommand, seeLens, takeMouseAway } from "../hands.mjs";

const THEMES = [
  { name: "Dark Modern", picture: "dark" },
  { name: "Light Modern", picture: "light" },
  { name: "Dark High Contrast", picture: "dark-high-contrast" },
  { name: "Light High Contrast", picture: "light-high-contrast" },
];

/** @type {import("../desk.mjs").Step[]} */
export const themes = THEMES.map(({ name, picture: title }) => ({
  name: `what stands beside the text is readable in ${name}`,
  async run({ page, picture }) {
    await runCommand(page, "Preferences: Color Theme");
    await choose(page, name, name);
    await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await openFile(page, "operators.policy.json");
    await seeLens(page, /^vs HEAD: widened/);
    await seeLens(page, /^allow · /);
    await seeContrast(page);
    await takeMouseAway(page);
    await picture(title);
  },
}));

/** WCAG 2.2 asks for this between a text and what is behind it. */
const ENOUGH = 4.5;

/** Waits until every word of the text stands out enough; colors come a moment after the text.
 * @param {import("playwright-core").Page} page */
async function seeContrast(page) {
  await page.waitForFunction((enough) => {
    const numbers = (/** @type {string} */ color) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (/** @type {number[]} */ rgb) => {
      const [red = 0, green = 0, blue = 0] = rgb.slice(0, 3).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const editor = document.querySelector(".editor-instance .monaco-editor .monaco-editor-background");
    if (editor === null) return false;
    const behind = luminance(numbers(getComputedStyle(editor).backgroundColor));
    const words = [...document.querySelectorAll(".editor-instance .view-line span span")];
    // Brackets have colors of the theme's own.
    const spans = words.filter(({ textContent }) => /\w/.test(textContent ?? ""));
    return (
      spans.length > 20 &&
      spans.every((span) => {
        const own = getComputedStyle(span);
        // A hint has a ground of its own.
        if (own.backgroundColor !== "rgba(0, 0, 0, 0)") return true;
        const [more = 0, less = 0] = [luminance(numbers(own.color)), behind].sort((a, b) => b - a);
        return (more + 0.05) / (less + 0.05) >= enough;
      })
    );
  }, ENOUGH);
}
