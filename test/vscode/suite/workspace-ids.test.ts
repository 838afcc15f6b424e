// What is done to more than one statement or file at a time: renaming an application over all policies, going to
// something by its name, formatting, and sorting.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, positionOf, workspaceUri } from "./support.js";

const OLD = "1400777001";
const NEW = "1400777002";
const policyOn = (id: string) =>
  `{"version":"2.0","statement":[{"effect":"allow","action":["trtc:RemoveUser","trtc:DismissRoom"],"resource":["qcs::trtc::uin/100012345678:sdkappid/${id}"]}]}`;

suite("the whole workspace", () => {
  const folder = workspaceUri("renamed");
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
  let document: vscode.TextDocument;

  suiteSetup(async () => {
    await vscode.workspace.fs.createDirectory(folder);
    await write("open.policy.json", policyOn(OLD));
    await write("other.policy.json", policyOn(OLD));
    document = await vscode.workspace.openTextDocument(file("open.policy.json"));
    await vscode.window.showTextDocument(document);
    await findings(document.uri, []);
  });
  suiteTeardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test("an application is found in policies that nobody has opened", async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      document.uri,
      positionOf(document, OLD, 2),
    );
    assert.deepEqual(found.map(({ uri }) => uri.path).sort(), [
      file("open.policy.json").path,
      file("other.policy.json").path,
    ]);
  });

  test("an application is gone to by its number", async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      OLD,
    );
    // It stands in two policies, of which either may have been read first.
    const names = found
      .filter(({ location }) => location.uri.path.startsWith(`${folder.path}/`))
      .map(({ name }) => name);
    assert.ok(names.includes(OLD), names.join());
  });

  test("a policy is formatted, with short lists on one line", async () => {
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      "vscode.executeFormatDocumentProvider",
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /^ {6}"action": \["trtc:RemoveUser", "trtc:DismissRoom"\],$/m);
  });

  test("actions are sorted on demand", async () => {
    const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      "source.sortActions",
      10,
    );
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.match(document.getText(), /"action": \["trtc:DismissRoom", "trtc:RemoveUser"\]/);
  });

  test("an application is renamed in all policies", async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      positionOf(document, OLD, 2),
      NEW,
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    for (const name of ["open.policy.json", "other.policy.json"]) {
      const changed = await vscode.workspace.openTextDocument(file(name));
      assert.ok(changed.getText().includes(NEW) && !changed.getText().includes(OLD), changed.getText());
      assert.ok(await changed.save());
    }
  });

  test("an application is not renamed onto one that is there", async () => {
    await write("third.policy.json", policyOn(OLD));
    const renaming = vscode.commands.executeCommand(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      positionOf(document, NEW, 2),
      OLD,
    );
    await assert.rejects(async () => renaming, /already in use \(third\.policy\.json, line 1\)/);
  });
});
