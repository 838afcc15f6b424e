// When the extension wakes up, and when it starts its server: not before a document could be a policy.
// Mocha runs the files by name, so this one sees a window in which nothing was opened yet.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, extension, findings, open, workspaceUri } from "./support.js";

suite("activation", () => {
  suiteTeardown(closeAll);

  test("a JSON file of no concern wakes the extension but not the server", async () => {
    await open("plain.json");
    const api = await extension().activate();
    assert.equal(api.client(), undefined);
  });

  test("a text that becomes a policy starts the server", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "json", content: "{}" });
    const api = await extension().activate();
    assert.equal(api.client(), undefined);
    const edit = new vscode.WorkspaceEdit();
    const text = '{ "version": "2.0", "statement": [{ "effect": "alow", "action": "*", "resource": "*" }] }';
    edit.replace(document.uri, new vscode.Range(0, 0, 0, 2), text);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.notEqual(api.client(), undefined);
    await findings(document.uri, ["unknown-effect"]);
  });

  test("the files of both languages are known by name", async () => {
    for (const name of ["clean.policy.json", "images.otc.json"]) {
      const document = await vscode.workspace.openTextDocument(workspaceUri(name));
      assert.equal(document.languageId, "access-policy");
    }
  });

  test("the commands are there", async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of ["openCheckPage", "restartServer", "showOutput"]) {
      assert.ok(commands.includes(`accessPolicy.${command}`), command);
    }
  });
});
