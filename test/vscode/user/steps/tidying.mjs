// What a team does with policies it has: lay them out, sort, merge, find and rename an application everywhere.
import {
  choose,
  chooseSourceAction,
  clickOn,
  countLines,
  openFile,
  runCommand,
  seeLens,
  seeLines,
  seeText,
} from "../hands.mjs";

/** @type {import("../desk.mjs").Step[]} */
export const tidying = [
  {
    name: "a pasted policy is laid out, sorted and merged",
    async run({ page, picture }) {
      await openFile(page, "pasted.policy.json");
      // The formatter comes with the server.
      await seeLens(page, /^allow/);
      await runCommand(page, "Format Document");
      await seeLines(page, "effect", 2);
      await seeLens(page, /^allow/);
      await page.locator(`.editor-instance .line-numbers`, { hasText: /^1\d$/ }).first().waitFor();
      await picture("formatted");
      await chooseSourceAction(page, /sort/i);
      await seeText(page, '["trtc:DescribeRoomInfo", "trtc:RemoveUser"]');
      await chooseSourceAction(page, /merge/i, () => picture("source-actions"));
      await seeLines(page, "effect", 1);
    },
  },
  {
    name: "an application is found in all policies",
    async run({ page, picture }) {
      await openFile(page, "support.policy.json");
      await clickOn(page, "sdkappid/1400100201");
      await page.keyboard.press("Shift+F12");
      await page
        .locator(".reference-zone-widget .monaco-list-row", { hasText: "operators.policy.json" })
        .first()
        .waitFor();
      await picture("references");
    },
  },
  {
    name: "an application is gone to by its name",
    async run({ page, picture }) {
      await openFile(page, "support.policy.json");
      await page.keyboard.press("Control+T");
      await page.locator(".quick-input-widget input[type=text]").first().fill("#Live prod");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "1400100200" }).first().waitFor();
      await picture("symbols");
      await choose(page, "1400100200");
      await seeText(page, "1400100200");
    },
  },
  {
    name: "an application is renamed in all policies",
    async run({ page, picture }) {
      await openFile(page, "support.policy.json");
      await clickOn(page, "1400100201");
      await page.keyboard.press("F2");
      const box = page.locator(".rename-box input");
      await box.waitFor();
      await box.fill("1400100299");
      await picture("renaming");
      await page.keyboard.press("Enter");
      await seeText(page, "sdkappid/1400100299");
      await runCommand(page, "File: Save All Files");
      await openFile(page, "access-policy.config.json");
      await seeText(page, '"sdkAppId": 1400100299');
      if ((await countLines(page, "1400100201")) > 0)
        throw new Error("the project file has the old number, too");
    },
  },
];
