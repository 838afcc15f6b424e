// Grants files in the editor: what they name is checked, explained, linked and renamed.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, hoverText, open, positionOf, replace, workspaceUri } from "./support.js";

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
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      positionOf(document, "QcloudTRTC", 10),
    );
    const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
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
});
