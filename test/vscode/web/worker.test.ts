// What stands beside the extension in a browser: the server in a worker of its own, and the pages about the checks.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, extension, findings, open, replace, until, workspaceUri } from "../suite/support.js";

suite("a worker", () => {
  teardown(closeAll);

  test("takes the place of one that was stopped", async () => {
    const editor = await open("clean.policy.json");
    await findings(editor.document.uri, []);
    await vscode.commands.executeCommand("accessPolicy.restartServer");
    await replace(editor, '"allow"', '"denny"');
    await findings(editor.document.uri, ["unknown-effect"]);
    await findings(workspaceUri("never-opened.json"), ["unknown-effect"]);
  });

  test("the page about a check is there without a network", async () => {
    await vscode.commands.executeCommand("accessPolicy.openCheckPage", "unknown-effect");
    const shown = await until("the page", vscode.window.onDidChangeActiveTextEditor, () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path.endsWith("/unknown-effect.md") ? document : undefined;
    });
    assert.equal(shown.uri.authority, extension().extensionUri.authority);
    assert.match(shown.getText(), /unknown-effect/);
  });
});
