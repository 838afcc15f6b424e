// What somebody sees whose editor is in Chinese. The editor's own words are English here, as no language pack is
// installed; whatever the extension says is not.
import {
  choose,
  clickBehind,
  hover,
  openFile,
  runCommand,
  seeErrors,
  seeInPage,
  seeLens,
  seeProposal,
  seeText,
  takeMouseAway,
} from "../hands.mjs";

/** @type {import("../desk.mjs").Step[]} */
export const inChinese = [
  {
    name: "lines above, hints and hovers are Chinese",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await seeLens(page, /HEAD：权限扩大/);
      await seeLens(page, /^允许 · /);
      await hover(page, "version", /读/);
      await picture("hover");
    },
  },
  {
    name: "findings and their fixes are Chinese",
    async run({ page, picture }) {
      await openFile(page, "half.policy.json");
      await seeErrors(page, 1);
      await page.keyboard.press("F8");
      await page
        .locator(".zone-widget .message", { hasText: /[一-龥]/ })
        .first()
        .waitFor();
      await picture("finding");
    },
  },
  {
    name: "proposals are described in Chinese",
    async run({ page, picture }) {
      await openFile(page, "begun.policy.json");
      await clickBehind(page, '"statement": [');
      await page.keyboard.press("Control+Space");
      await seeProposal(page, /允许/);
      await picture("proposals");
    },
  },
  {
    name: "applications are proposed under their names",
    async run({ page, picture }) {
      await openFile(page, "half.policy.json");
      await seeLens(page, /^允许/);
      await clickBehind(page, '"resource": [');
      await page.keyboard.press("Control+Space");
      await seeProposal(page, "Live prod");
      await picture("applications");
    },
  },
  {
    name: "what a new policy can allow is asked in Chinese",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await runCommand(page, "Access Policy: 新建策略");
      const rows = page.locator(".quick-input-list .monaco-list-row");
      await rows.filter({ hasText: "即时通信" }).first().waitFor();
      await picture("new-policy");
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "a request is asked for and answered in Chinese",
    async run({ page, picture }) {
      await openFile(page, "support.policy.json");
      await runCommand(page, "Access Policy: 模拟请求");
      await choose(page, "trtc:RemoveUser", "trtc:RemoveUser");
      await choose(page, "Live test");
      await page.locator(".quick-input-widget", { hasText: "qcs:ip" }).first().waitFor();
      await page.keyboard.type("10.1.2.3");
      await page.keyboard.press("Enter");
      await seeInPage(page, /^允许/);
      await takeMouseAway(page);
      await picture("simulated");
    },
  },
  {
    name: "a diff says in Chinese what is allowed now",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await seeLens(page, /HEAD：权限扩大/);
      await runCommand(page, "Git: Open Changes");
      await page.locator(".monaco-diff-editor .editor.modified").first().waitFor();
      await seeText(page, "项写，+1");
      await takeMouseAway(page);
      await picture("diff");
    },
  },
  {
    name: "snippets have Chinese names",
    async run({ page, picture }) {
      await openFile(page, "begun.policy.json");
      await clickBehind(page, '"statement": [');
      await runCommand(page, "Snippets: Insert Snippet");
      const rows = page.locator(".quick-input-list .monaco-list-row");
      await rows.filter({ hasText: "策略：一个即时通信应用的全部权限" }).first().waitFor();
      await picture("snippets");
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "the keys of the project file are explained in Chinese",
    async run({ page, picture }) {
      await openFile(page, "access-policy.config.json");
      await hover(page, '"applications"', /补全时排在最前/);
      await picture("project-file");
      await takeMouseAway(page);
    },
  },
  {
    name: "commands are Chinese, and so is the page about a policy",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await runCommand(page, "Access Policy: 说明");
      await seeInPage(page, "trtc:RemoveUser");
      await takeMouseAway(page);
      await picture("page");
    },
  },
  {
    name: "the page about a change is Chinese",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await (await seeLens(page, /HEAD：权限扩大/)).click();
      await seeInPage(page, "权限扩大");
      await takeMouseAway(page);
      await picture("changes");
    },
  },
  {
    name: "the page about a check is Chinese",
    async run({ page, picture }) {
      await openFile(page, "operators.policy.json");
      await runCommand(page, "Access Policy: 打开检查项");
      await choose(page, "operation-level-action", "operation-level-action");
      await seeInPage(page, "检查内容");
      await picture("check-page");
    },
  },
  {
    name: "the walkthrough is Chinese",
    async run({ page, picture }) {
      await runCommand(page, "Welcome: Open Walkthrough");
      await choose(page, /第一/, "第一");
      await seeInPage(page, /腾讯云/);
      await picture("walkthrough");
    },
  },
];
