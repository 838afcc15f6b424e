// What an administrator does with a grants file: who has which policies, and what that comes to.
import assert from "node:assert/strict";
import { clickBehind, clickOn, hover, openFile, seeErrors, seeLines, seeProposal } from "../hands.mjs";

/** @type {import("../desk.mjs").Step[]} */
export const granting = [
  {
    name: "the hover on a user sums up everything attached to him",
    async run({ page, picture }) {
      await openFile(page, "fleet.grants.json");
      await page.locator(".editor-instance .detected-link").first().waitFor();
      const shown = await hover(page, "li.wei", /write/);
      assert.match((await shown.textContent()) ?? "", /read/);
      await picture("user");
    },
  },
  {
    name: "presets and files of policies are completed",
    async run({ page, picture }) {
      await openFile(page, "fleet.grants.json");
      await clickBehind(page, '"policies": [');
      await page.keyboard.type('"Qcloud', { delay: 20 });
      await seeProposal(page, "QcloudTRTC");
      await picture("presets");
    },
  },
  {
    name: "a preset that no list has is underlined",
    async run({ page }) {
      await openFile(page, "fleet.grants.json");
      await clickBehind(page, '"QcloudTRTCReadonlyAccess');
      await page.keyboard.type("X", { delay: 20 });
      await seeErrors(page, 1);
    },
  },
  {
    name: "a group is renamed where it is used",
    async run({ page, picture }) {
      await openFile(page, "fleet.grants.json");
      await clickOn(page, '"operators"');
      await page.keyboard.press("F2");
      const box = page.locator(".rename-box input");
      await box.waitFor();
      await box.fill("live-ops");
      await page.keyboard.press("Enter");
      await seeLines(page, "live-ops", 3);
      await picture("renamed");
    },
  },
];
