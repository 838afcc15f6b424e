// Everything that is safe is fixed when a policy is saved, for those who want that.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, open, replace, workspaceUri } from "./support.js";

const SETTING = "codeActionsOnSave";

/** Two safe fixes, of two checks. */
const SLOPPY = `{
  "version": "2.0",
  "statement": [{ "Effect": “allow”, "action": "trtc:DescribeRoomInfo", "resource": "*" }]
}
`;
const FIXED = SLOPPY.replace("“allow”", '"allow"').replace("Effect", "effect");

suite("fix all", () => {
  const editorSettings = () => vscode.workspace.getConfiguration("editor");
  let name: string;

  async function openSloppy(): Promise<vscode.TextEditor> {
    await vscode.workspace.fs.writeFile(workspaceUri(name), new TextEncoder().encode(SLOPPY));
    const editor = await open(name);
    await findings(editor.document.uri, ["element-case", "json-syntax"]);
    return editor;
  }

  teardown(async () => {
    await editorSettings().update(SETTING, undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri(name));
  });

  for (const kind of ["source.fixAll.accessPolicy", "source.fixAll"]) {
    test(`on save, asked for as ${kind}`, async () => {
      name = `${kind}.policy.json`;
      const editor = await openSloppy();
      await editorSettings().update(SETTING, { [kind]: "explicit" }, vscode.ConfigurationTarget.Workspace);
      await replace(editor, '"2.0",', '"2.0" ,');
      assert.ok(await editor.document.save());
      assert.equal(editor.document.getText(), FIXED.replace('"2.0",', '"2.0" ,'));
      await findings(editor.document.uri, []);
    });
  }

  test("on demand", async () => {
    name = "on-demand.policy.json";
    const { document } = await openSloppy();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
      "source.fixAll",
      10,
    );
    const [action] = actions.filter(({ kind }) => kind?.value === "source.fixAll.accessPolicy");
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(document.getText(), FIXED);
    await findings(document.uri, []);
  });
});
