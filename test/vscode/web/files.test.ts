// The policies of a workspace without a disk: found, read and followed through the editor, opened or not.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, open, replace, workspaceUri } from "../suite/support.js";

const WRONG = `{
  "version": "2.0",
  "statement": [{ "effect": "alow", "action": ["name/trtc:DescribeRoomInfo"], "resource": ["*"] }]
}
`;
const RIGHT = WRONG.replace("alow", "allow");

suite("files without a disk", () => {
  const folder = workspaceUri("elsewhere");
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const write = (uri: vscode.Uri, text: string) =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

  suiteSetup(async () => {
    // The server sleeps until the first policy is opened.
    const { document } = await open("wrong-effect.policy.json");
    await findings(document.uri, ["unknown-effect"]);
  });
  teardown(closeAll);
  suiteTeardown(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  test("there is no disk", () => {
    assert.equal(workspaceUri("").scheme, "test-files");
    assert.equal(typeof globalThis.process?.versions?.node, "undefined");
  });

  test("a file that nobody has opened has its findings", async () => {
    const uri = workspaceUri("never-opened.json");
    await findings(uri, ["unknown-effect"]);
    assert.ok(vscode.workspace.textDocuments.every((document) => document.uri.path !== uri.path));
  });

  test("findings come, change and go with the file", async () => {
    await vscode.workspace.fs.createDirectory(folder);
    const uri = file("策略 (1)'s.policy.json");
    await write(uri, WRONG);
    await findings(uri, ["unknown-effect"]);
    await write(uri, RIGHT);
    await findings(uri, []);
    await write(uri, RIGHT.replace("2.0", "3.1"));
    await findings(uri, ["unknown-version"]);
    await vscode.workspace.fs.delete(uri);
    await findings(uri, []);
  });

  test("files move with their folder", async () => {
    await vscode.workspace.fs.createDirectory(file("old"));
    await write(file("old/a.json"), WRONG);
    await findings(file("old/a.json"), ["unknown-effect"]);
    await vscode.workspace.fs.rename(file("old"), file("new"));
    await findings(file("new/a.json"), ["unknown-effect"]);
    await findings(file("old/a.json"), []);
  });

  test("a document that is closed without saving has the findings of its file again", async () => {
    const editor = await open("clean.policy.json");
    const { uri } = editor.document;
    await replace(editor, '"allow"', '"denny"');
    await findings(uri, ["unknown-effect"]);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await findings(uri, []);
  });

  test("a project file decides for files that nobody has opened", async () => {
    const inner = file("quiet/b.policy.json");
    await write(file("quiet/access-policy.config.json"), '{ "checks": { "unknown-effect": "warning" } }');
    await write(inner, WRONG);
    const [finding] = await findings(inner, ["unknown-effect"]);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Warning);
  });
});
