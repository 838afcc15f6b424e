// What an author does who begins with nothing: statements by kind, labelled applications, a new policy, a wildcard
// that is spelled out.
import {
  choose,
  clickBehind,
  clickOn,
  openFile,
  runCommand,
  seeErrors,
  seeInPage,
  seeLens,
  seeProposal,
  seeText,
} from "../hands.mjs";

/** @type {import("../desk.mjs").Step[]} */
export const writing = [
  {
    name: "statements are proposed by what they allow, and applications by their names",
    async run({ page, picture }) {
      await openFile(page, "begun.policy.json");
      await clickBehind(page, "[");
      await page.keyboard.press("Control+Space");
      await seeProposal(page, "allow read of TRTC");
      await page.keyboard.type("allow", { delay: 20 });
      const kind = await seeProposal(page, "allow everything on one TRTC application");
      await picture("statement-kinds");
      await kind.click();
      await seeText(page, '"effect": "allow"');
      await page.keyboard.press("Escape");
      await seeErrors(page, 0);
    },
  },
  {
    name: "a resource is completed by the name that the team gives its application",
    async run({ page, picture }) {
      await openFile(page, "half.policy.json");
      await seeLens(page, /^allow/);
      await clickBehind(page, '"resource": [');
      await page.keyboard.press("Control+Space");
      const row = await seeProposal(page, "Live prod");
      await picture("applications");
      await row.click();
      await seeText(page, "sdkappid/1400100200");
      await seeErrors(page, 0);
    },
  },
  {
    name: "a wildcard is spelled out",
    async run({ page, picture }) {
      await openFile(page, "images.otc.json");
      await clickOn(page, "ims:images:*");
      await runCommand(page, "Access Policy: Expand the Wildcard at the Cursor");
      await seeText(page, '"ims:images:create"');
      await picture("expanded");
    },
  },
  {
    name: "a new policy begins with what somebody needs",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await runCommand(page, "Access Policy: New Policy");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "TRTC" }).first().waitFor();
      await picture("new-policy");
      await choose(page, "Read in applications of TRTC", "in applications of TRTC");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Live prod" }).first().waitFor();
      await choose(page, "Live prod");
      await page.keyboard.press("Enter");
      await seeLens(page, /^allow · \d+ read · app 1400100200/);
      await seeErrors(page, 0);
      await picture("new-policy-begun");
    },
  },
  {
    name: "the walkthrough leads from the first step to the last",
    async run({ page, picture }) {
      await runCommand(page, "Welcome: Open Walkthrough");
      await choose(page, "Write your first policy", "Write your first policy");
      await page
        .locator(".getting-started-step", { hasText: "Begin with what somebody needs" })
        .first()
        .waitFor();
      await seeInPage(page, "Chat and TRTC (Tencent Cloud CAM)");
      await picture("walkthrough");
    },
  },
];
