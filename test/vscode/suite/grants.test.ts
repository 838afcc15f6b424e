// Grants files in the editor: what they name is checked, explained, linked and renamed.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeLenses, shownPage } from "./review-support.js";
import {
  closeAll,
  findings,
  hoverText,
  labelOf,
  open,
  positionOf,
  proposalsAt,
  replace,
  workspaceUri,
} from "./support.js";

suite("grants files", () => {
  teardown(closeAll);

  test("a hover on a user says what he may do in the end", async () => {
    const { document } = await open("team.grants.json");
    assert.equal(document.languageId, "access-grants");
    await findings(document.uri, []);
    const text = await hoverText(document, positionOf(document, "li.wei", 2));
    assert.match(text, /Read only/);
    assert.match(text, /clean\.policy\.json/);
  });

  test("names and paths are checked, and presets are proposed", async () => {
    const editor = await open("team.grants.json");
    const { document } = editor;
    await findings(document.uri, []);
    await replace(editor, "./clean.policy.json", "./gone.policy.json");
    await replace(editor, "QcloudTRTCReadonlyAccess", "QcloudTRTCReadOnlyAccess");
    await findings(document.uri, ["preset-case", "missing-policy-file"]);
    const items = await proposalsAt(document, positionOf(document, "QcloudTRTC", 10));
    const labels = items.map(labelOf);
    assert.ok(labels.includes("QcloudTRTCReadonlyAccess"), `the preset is among ${labels.join(", ")}`);
  });

  test("a path leads to its file", async () => {
    const { document } = await open("team.grants.json");
    await findings(document.uri, []);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      document.uri,
    );
    const targets = links.map(({ target }) => target?.toString());
    assert.ok(targets.includes(workspaceUri("clean.policy.json").toString()), targets.join(", "));
  });

  test("a group is renamed with its members", async () => {
    const { document } = await open("team.grants.json");
    await findings(document.uri, []);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      positionOf(document, '"trtc-ops"]', 3),
      "operators",
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText().split('"operators"').length - 1, 2);
    await findings(document.uri, []);
  });

  test("who gains what by a change stands above, and on a page with links", async () => {
    const editor = await open("team.grants.json");
    const { document } = editor;
    await findings(document.uri, []);
    await replace(editor, "QcloudTRTCReadonlyAccess", "QcloudAVCFullAccess");
    const policy = await vscode.workspace.openTextDocument(workspaceUri("clean.policy.json"));
    await replace(
      await vscode.window.showTextDocument(policy, vscode.ViewColumn.Beside),
      '"name/trtc:DescribeRoomInfo"',
      '"trtc:DescribeRoomInfo", "trtc:DismissRoom"',
    );
    await vscode.window.showTextDocument(document);
    const [title = "", ...more] = await changeLenses(document.uri);
    assert.deepEqual(more, []);
    assert.match(title, /^vs HEAD: li\.wei gains \d+ writes/);
    const text = await shownPage(["team.grants.json.md", '"choice":"HEAD"'], () =>
      vscode.commands.executeCommand("accessPolicy.showAccessChanges"),
    );
    assert.match(text, /^# Access changes in `team\.grants\.json`/);
    assert.match(text, /\n## `li\.wei` gains \d+ writes/);
    const lineOf = (part: string) => positionOf(document, part).line + 1;
    const user = new RegExp(`\\[\`li\\.wei\`\\]\\(</team\\.grants\\.json#L${lineOf("li.wei")},\\d+>\\)`);
    assert.match(text, user);
    const preset = new RegExp(
      `\\(trtc-ops\\)\\]\\(</team\\.grants\\.json#L${lineOf("QcloudAVCFullAccess")},\\d+>\\)`,
    );
    assert.match(text, preset);
    const line = positionOf(policy, "trtc:DismissRoom").line + 1;
    assert.match(text, new RegExp(`\\[statement 1 of .*\\]\\(</clean\\.policy\\.json#L${line},\\d+>\\)`));
  });

  test("the policies of the base are those of the commit", async () => {
    const { document: team } = await open("team.grants.json");
    await findings(team.uri, []);
    const policy = await open("clean.policy.json");
    await replace(policy, '"name/trtc:DescribeRoomInfo"', '"trtc:DescribeRoomInfo", "trtc:DismissRoom"');
    const [title = ""] = await changeLenses(team.uri, "vs HEAD: li.wei");
    assert.equal(title, "vs HEAD: li.wei gains 1 write");
  });

  test("a request is simulated for a user, with all that is attached to him", async () => {
    const { document } = await open("team.grants.json");
    const given = { holder: "user li.wei", resource: "*", context: {} };
    const simulated = (action: string) =>
      vscode.commands.executeCommand("accessPolicy.simulate", document.uri, { ...given, action });
    assert.equal(await simulated("trtc:DescribeRoomInfo"), "allowed");
    assert.equal(await simulated("trtc:DismissRoom"), "denied");
  });
});
