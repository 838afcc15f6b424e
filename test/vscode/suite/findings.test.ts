// What is wrong in a policy is underlined in every kind of document, goes away when it is mended, and is mended on demand.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFix, closeAll, findings, open, openUntitled, replace } from "./support.js";

suite("findings", () => {
  teardown(closeAll);

  test("a wrong effect is underlined, and only the effect", async () => {
    const { document } = await open("wrong-effect.policy.json");
    const [finding] = await findings(document.uri, ["unknown-effect"]);
    assert.equal(document.getText(finding?.range), '"alow"');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
  });

  test("the other dialect is served as well", async () => {
    const { document } = await open("images.otc.json");
    await findings(document.uri, ["unknown-effect"]);
  });

  test("a policy in a JSON file of any name is recognized", async () => {
    const { document } = await open("by-content.json");
    assert.equal(document.languageId, "json");
    await findings(document.uri, ["unknown-effect"]);
  });

  test("policies of other clouds are left alone", async () => {
    // The second document is asked after the first, so its answer means that the first is answered too.
    const foreign = await open("aws.json");
    const ours = await open("wrong-effect.policy.json");
    await findings(ours.document.uri, ["unknown-effect"]);
    await findings(foreign.document.uri, []);
  });

  test("a quick fix is offered, and mends the text", async () => {
    const { document } = await open("wrong-effect.policy.json");
    const [finding] = await findings(document.uri, ["unknown-effect"]);
    assert.ok(finding);
    await applyFix(document, finding);
    assert.match(document.getText(), /"effect": "allow"/);
    await findings(document.uri, []);
  });

  test("a fix splits a statement whose actions need different resources", async () => {
    const { document } = await open("operation-level.policy.json");
    const [finding] = await findings(document.uri, ["operation-level-action"]);
    assert.ok(finding);
    await applyFix(document, finding);
    const { statement } = JSON.parse(document.getText());
    assert.deepEqual(
      statement.map(({ resource }: { resource: string[] }) => resource),
      [["qcs::trtc::uin/100012345678:sdkappid/1400100200"], ["*"]],
    );
    await findings(document.uri, []);
  });

  test("a text becomes valid, and invalid again, while it is typed", async () => {
    const editor = await open("wrong-effect.policy.json");
    await findings(editor.document.uri, ["unknown-effect"]);
    await replace(editor, "alow", "allow");
    await findings(editor.document.uri, []);
    await replace(editor, '"effect": "allow",', '"effect": "allow"');
    await findings(editor.document.uri, ["json-syntax"]);
    await vscode.commands.executeCommand("undo");
    await findings(editor.document.uri, []);
  });

  test("a text that has no file yet is judged", async () => {
    const text = '{ "version": "2.0", "statement": [{ "effect": "allow", "resource": "*" }] }';
    const { document } = await openUntitled("json", text);
    await findings(document.uri, ["missing-action"]);
  });

  test("a file that is deleted while it is open does no harm", async () => {
    const { document } = await open("short-lived.policy.json");
    await findings(document.uri, ["unknown-effect"]);
    await vscode.workspace.fs.delete(document.uri);
    await closeAll();
    await findings(document.uri, []);
    const other = await open("wrong-effect.policy.json");
    await findings(other.document.uri, ["unknown-effect"]);
  });
});
