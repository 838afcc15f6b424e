// All policies of the workspace are in the Problems panel, whether they were ever opened or not, and stay current
// while others change the files.
import * as assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { closeAll, findings, open, replace, workspaceUri } from "./support.js";

const WRONG = `{
  "version": "2.0",
  "statement": [{ "effect": "alow", "action": ["name/trtc:DescribeRoomInfo"], "resource": ["*"] }]
}
`;
const RIGHT = WRONG.replace("alow", "allow");

suite("workspace", () => {
  const folder = workspaceUri("elsewhere");
  const file = (name: string) => vscode.Uri.joinPath(folder, name);

  suiteSetup(async () => {
    // The server sleeps until the first policy is opened.
    const { document } = await open("wrong-effect.policy.json");
    await findings(document.uri, ["unknown-effect"]);
  });
  suiteTeardown(async () => {
    rmSync(folder.fsPath, { recursive: true, force: true });
    await closeAll();
  });

  test("a file that nobody has opened has its findings", async () => {
    const uri = workspaceUri("never-opened.json");
    await findings(uri, ["unknown-effect"]);
    assert.ok(vscode.workspace.textDocuments.every((document) => document.uri.path !== uri.path));
  });

  test("findings come, change and go with the file on disk", async () => {
    mkdirSync(folder.fsPath);
    const uri = file("策略 (1)'s.policy.json");
    writeFileSync(uri.fsPath, WRONG);
    await findings(uri, ["unknown-effect"]);
    writeFileSync(uri.fsPath, RIGHT);
    await findings(uri, []);
    writeFileSync(uri.fsPath, RIGHT.replace("2.0", "3.1"));
    await findings(uri, ["unknown-version"]);
    rmSync(uri.fsPath);
    await findings(uri, []);
  });

  test("files move with their folder", async () => {
    mkdirSync(file("old/deep").fsPath, { recursive: true });
    writeFileSync(file("old/deep/a.json").fsPath, WRONG);
    await findings(file("old/deep/a.json"), ["unknown-effect"]);
    renameSync(file("old").fsPath, file("new").fsPath);
    await findings(file("new/deep/a.json"), ["unknown-effect"]);
    await findings(file("old/deep/a.json"), []);
  });

  test("what git leaves out is left out, as soon as it is said", async () => {
    writeFileSync(file("b.policy.json").fsPath, WRONG);
    await findings(file("b.policy.json"), ["unknown-effect"]);
    writeFileSync(file(".gitignore").fsPath, "b.*\n");
    await findings(file("b.policy.json"), []);
    rmSync(file(".gitignore").fsPath);
    await findings(file("b.policy.json"), ["unknown-effect"]);
  });

  test("a document that is closed without saving has the findings of its file again", async () => {
    const editor = await open("clean.policy.json");
    const { uri } = editor.document;
    await replace(editor, '"allow"', '"denny"');
    await findings(uri, ["unknown-effect"]);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await findings(uri, []);

    const wrong = await open("by-content.json");
    await replace(wrong, '"denny"', '"allow"');
    await findings(wrong.document.uri, []);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await findings(wrong.document.uri, ["unknown-effect"]);
  });
});
