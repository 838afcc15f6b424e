// What the person tries first: findings, help while typing, fixes, and what happens when the server dies.
import assert from "node:assert/strict";
import {
  clickBehind,
  countLines,
  hover,
  openFile,
  runCommand,
  seeErrors,
  seeFix,
  seeProposal,
  seeText,
  seeWarnings,
  takeMouseAway,
} from "../hands.mjs";

/** @type {import("../desk.mjs").Step[]} */
export const firstLook = [
  {
    name: "a wrong effect is underlined, and the mouse learns why",
    async run({ page, picture }) {
      await openFile(page, "wrong-effect.policy.json");
      await seeErrors(page, 1);
      await hover(page, "alow", /alow/);
      await picture("a-wrong-effect");
    },
  },
  {
    name: "the status names the dialect and counts the findings",
    async run({ page, picture }) {
      await openFile(page, "wrong-effect.policy.json");
      await seeErrors(page, 1);
      await page.locator('[id="status.languageStatus"]').hover();
      await page
        .locator(".monaco-hover:visible", { hasText: "Tencent Cloud CAM: 1 error, 0 warnings" })
        .waitFor();
      await picture("a-status");
    },
  },
  {
    name: "actions are proposed while typing",
    async run({ page, picture }) {
      await openFile(page, "typing.policy.json");
      await clickBehind(page, "trtc:");
      await page.keyboard.type("Desc", { delay: 40 });
      await seeProposal(page, "trtc:Describe");
      await picture("b-completion");
      await page.keyboard.type("ribeRoomInf", { delay: 20 });
      await seeProposal(page, "DescribeRoomInfo");
      await page.keyboard.press("Enter");
      await seeText(page, '"trtc:DescribeRoomInfo"');
      await seeErrors(page, 0);
    },
  },
  {
    name: "a preset fills an empty statement list, and the head says read only",
    async run({ page, picture }) {
      await openFile(page, "preset.policy.json");
      await clickBehind(page, "[");
      await page.keyboard.press("Control+Space");
      await seeProposal(page, "allow read of TRTC");
      await page.keyboard.type("QcloudTRTCReadonly", { delay: 20 });
      await seeProposal(page, "QcloudTRTCReadonlyAccess");
      await picture("c-preset");
      await page.keyboard.press("Enter");
      // The many lines of a preset push the first ones off the screen.
      await page.keyboard.press("Control+Home");
      await seeText(page, '"effect": "allow"');
      await seeErrors(page, 0);
      await hover(page, "version", /read[- ]only/i);
      await picture("c-read-only");
    },
  },
  {
    name: "the hover on an effect names reads, writes and applications",
    async run({ page, picture }) {
      await openFile(page, "operation-level.policy.json");
      const shown = await hover(page, "effect", /read/i);
      const text = (await shown.textContent()) ?? "";
      assert.match(text, /write/i);
      assert.match(text, /1400100200/);
      await picture("d-effect");
    },
  },
  {
    name: "the hover on the head of a policy says under which conditions",
    async run({ page, picture }) {
      await openFile(page, "conditions.policy.json");
      const shown = await hover(page, "version", /only from/);
      const text = (await shown.textContent()) ?? "";
      assert.match(text, /1 read and 2 write actions, only from 10\.0\.0\.0\/8/);
      assert.match(text, /1400100200, except from 10\.9\.0\.0\/16/);
      await picture("d-conditions");
    },
  },
  {
    name: "an action on one application that knows none is explained, and its fix splits the statement",
    async run({ page, picture }) {
      await openFile(page, "operation-level.policy.json");
      await seeWarnings(page, 1);
      await hover(page, "DescribeTrtcStatistic", /operation-level-action/);
      await picture("e-finding");
      await page.keyboard.press("Escape");
      await takeMouseAway(page);
      await clickBehind(page, "trtc:DescribeTrtc");
      const fix = await seeFix(page, /statement/i);
      await picture("e-fix-offered");
      await fix.click();
      await seeWarnings(page, 0);
      assert.equal(await countLines(page, "effect"), 2);
      await picture("e-split");
    },
  },
  {
    name: "the problems panel lists the findings",
    async run({ page, picture }) {
      await openFile(page, "wrong-effect.policy.json");
      await seeErrors(page, 1);
      await takeMouseAway(page);
      await runCommand(page, "View: Focus Problems");
      await page.locator(".markers-panel .monaco-list-row", { hasText: "unknown-effect" }).first().waitFor();
      await picture("f-problems");
      await runCommand(page, "View: Hide Panel");
    },
  },
  {
    name: "both sides of a diff are underlined",
    async run({ page, picture }) {
      await openFile(page, "changed.policy.json");
      await seeErrors(page, 2);
      await runCommand(page, "Git: Open Changes");
      await page.locator(".monaco-diff-editor").first().waitFor();
      await page.waitForFunction(() => {
        const count = (/** @type {string} */ side) =>
          document.querySelectorAll(`.monaco-diff-editor .editor.${side} .squiggly-error`).length;
        return count("original") === 1 && count("modified") === 2;
      });
      await takeMouseAway(page);
      await picture("g-diff");
    },
  },
  {
    name: "a killed server is started again, and that is said once",
    async run({ page, picture, killServer }) {
      const said = page.locator(".notification-toast", { hasText: "started again" });
      await openFile(page, "wrong-effect.policy.json");
      await seeErrors(page, 1);
      killServer();
      await said.waitFor();
      await picture("h-restarted");
      await clickBehind(page, '"alow');
      await page.keyboard.press("Backspace");
      await seeErrors(page, 1);
      await runCommand(page, "Notifications: Clear All Notifications");
      await said.waitFor({ state: "detached" });

      killServer();
      await page.keyboard.press("Control+Z");
      await hover(page, "alo", /alow/);
      assert.equal(await said.count(), 0);
    },
  },
];
