// What somebody does who wants to know what a policy allows: the lines above and in the text, the pages beside it.
import assert from "node:assert/strict";
import {
  choose,
  clickBehind,
  clickOn,
  openFile,
  runCommand,
  seeInPage,
  seeLens,
  seeText,
  takeMouseAway,
} from "../hands.mjs";

/** @type {import("../desk.mjs").Step[]} */
export const reading = [
  {
    name: "lines above say what policy and statements allow, and a hint what a wildcard reaches",
    async run({ page, picture }) {
      await openFile(page, "support.policy.json");
      await seeLens(page, /2 statements · allows/);
      await seeLens(page, /^allow · .* · 2 applications · only from 10\.0\.0\.0\/8/);
      await seeText(page, "read");
      await takeMouseAway(page);
      await picture("beside-the-text");
    },
  },
  {
    name: "allow is colored apart from other words",
    async run({ page }) {
      await openFile(page, "support.policy.json");
      await seeText(page, '"allow"');
      await page.waitForFunction(() => {
        const color = (/** @type {string} */ text) => {
          const spans = [...document.querySelectorAll(".editor-instance .view-line span span")];
          const span = spans.find((each) => each.textContent?.includes(text));
          return span && getComputedStyle(span).color;
        };
        return color("allow") !== color("version") && color("allow") !== color("2.0");
      });
    },
  },
  {
    name: "an action leads to its documentation",
    async run({ page }) {
      await openFile(page, "operators.policy.json");
      await page.locator(".editor-instance .detected-link", { hasText: "RemoveUser" }).first().waitFor();
    },
  },
  {
    name: "the page beside the editor has every action against every application, and follows the text",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await runCommand(page, "Access Policy: Explain This Policy");
      await seeInPage(page, "trtc:RemoveUser");
      await seeInPage(page, /Live test/);
      await takeMouseAway(page);
      await picture("explained");
      await page.keyboard.press("Control+1");
      await clickBehind(page, '"trtc:RemoveUser');
      for (let back = 0; back < "RemoveUser".length; back++) await page.keyboard.press("Backspace");
      await page.keyboard.type("RemoveUserByStrRoomId");
      await page.keyboard.press("Escape");
      await seeInPage(page, "trtc:RemoveUserByStrRoomId");
    },
  },
  {
    name: "a request is asked for, and the answer says why",
    async run({ page, picture }) {
      await openFile(page, "support.policy.json");
      await runCommand(page, "Access Policy: Simulate a Request");
      await choose(page, "trtc:RemoveUser", "trtc:RemoveUser");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Live prod" }).first().waitFor();
      await picture("asked");
      await choose(page, "Live test");
      await page.locator(".quick-input-widget", { hasText: "qcs:ip" }).first().waitFor();
      await page.keyboard.type("10.1.2.3");
      await page.keyboard.press("Enter");
      await seeInPage(page, "Allowed");
      await takeMouseAway(page);
      await picture("simulated");
    },
  },
  {
    name: "statements fold, and a selection grows by what the text means",
    async run({ page }) {
      await openFile(page, "support.policy.json");
      await clickOn(page, "trtc:RemoveUser");
      const selected = page.locator('[id="status.editor.selection"]');
      await runCommand(page, "Expand Selection");
      await runCommand(page, "Expand Selection");
      await selected.filter({ hasText: /\d+ selected/ }).waitFor();
      await runCommand(page, "Fold All");
      await page.waitForFunction(
        () => !document.querySelector(".editor-instance")?.textContent?.includes("RemoveUser"),
      );
      assert.equal((await page.locator(".editor-instance .view-line").count()) < 10, true);
      // It stays as it is left.
      await runCommand(page, "Unfold All");
    },
  },
  {
    name: "the workspace is checked, and a page says what a check is about",
    async run({ page, picture }) {
      await openFile(page, "support.policy.json");
      await runCommand(page, "Access Policy: Check the Workspace");
      await page.locator(".markers-panel .monaco-list-row").first().waitFor();
      await runCommand(page, "View: Hide Panel");
      await runCommand(page, "Access Policy: Open Page of a Check");
      await choose(page, "operation-level-action", "operation-level-action");
      await seeInPage(page, "operation-level-action");
      await picture("check-page");
    },
  },
];
