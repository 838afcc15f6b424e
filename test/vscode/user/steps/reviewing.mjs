// What a reviewer does: reads in the diff what a change allows, opens the page about it, compares with other versions.
import assert from "node:assert/strict";
import { choose, openFile, runCommand, seeInPage, seeLens, seeText, takeMouseAway } from "../hands.mjs";

/** @type {import("../desk.mjs").Step[]} */
export const reviewing = [
  {
    name: "a diff says on the line what an application that became * allows now",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await seeLens(page, /^vs HEAD: widened, \+2 write, \+1 read on every application/);
      await runCommand(page, "Git: Open Changes");
      await page.locator(".monaco-diff-editor .editor.modified").first().waitFor();
      await seeText(page, "+2 write, +1 read");
      await takeMouseAway(page);
      await picture("diff");
    },
  },
  {
    name: "the line above opens the page about the change, and its link leads to the statement",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await (await seeLens(page, /^vs HEAD: widened/)).click();
      await seeInPage(page, "access widened");
      await seeInPage(page, "trtc:RemoveUser");
      await takeMouseAway(page);
      await picture("page");
      await (await seeInPage(page, /^statement 1, line/)).click();
      await page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
      await page.locator('[id="status.editor.selection"]', { hasText: "Ln 12" }).waitFor();
    },
  },
  {
    name: "a policy is compared with what is staged",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await runCommand(page, "Access Policy: Compare Access With");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Merge base" }).first().waitFor();
      await picture("versions");
      await choose(page, "Index");
      await seeInPage(page, /compared with the index/);
    },
  },
  {
    name: "two files are selected in the explorer and compared",
    async run({ page, picture }) {
      const file = (/** @type {string} */ name) =>
        page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first();
      await file("support.policy.json").click();
      await file("operators.policy.json").click({ modifiers: ["ControlOrMeta"] });
      await file("operators.policy.json").click({ button: "right" });
      const item = page.locator(".monaco-menu .action-item", { hasText: "Compare Access With" }).first();
      await item.waitFor();
      await picture("explorer");
      await item.click();
      await seeInPage(page, /compared with support\.policy\.json/);
    },
  },
  {
    name: "all changes of the repository are on one page, from the view of changes",
    async run({ page, picture }) {
      await page.keyboard.press("Control+Shift+G");
      const row = page.locator(".scm-view .monaco-list-row", { hasText: "operators.policy.json" }).first();
      await row.waitFor();
      await row.click({ button: "right" });
      const item = page.locator(".monaco-menu .action-item", { hasText: "Show Access Changes" }).first();
      await item.waitFor();
      await picture("changes-view");
      await item.click();
      const verdict = await seeInPage(page, "access widened");
      assert.ok(await verdict.isVisible());
      await page.keyboard.press("Control+Shift+E");
    },
  },
  {
    name: "the walkthrough for reviewers shows what it is about",
    async run({ page, picture }) {
      await runCommand(page, "Welcome: Open Walkthrough");
      await choose(page, "Review a change of a policy", "Review a change");
      // What was done above is ticked off, and the first step that is open stands there.
      await page.locator(".getting-started-step", { hasText: "See what has changed" }).first().click();
      await seeInPage(page, "Above a policy that differs from git");
      await picture("walkthrough");
    },
  },
];
