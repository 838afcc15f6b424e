// The help that an author asks for: completion that is accepted in the editor, and what a hover says.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  findings,
  hoverText,
  labelOf,
  open,
  openUntitled,
  positionOf,
  proposalsAt,
  until,
} from "./support.js";

suite("help", () => {
  teardown(closeAll);

  test("an action is completed, and accepting it leaves a clean policy", async () => {
    const editor = await open("typing.policy.json");
    const { document } = editor;
    const end = positionOf(document, "trtc:", 5);
    const items = await proposalsAt(document, end);
    const item = items.find((each) => labelOf(each).endsWith("DescribeRoomInfo"));
    assert.ok(item, `DescribeRoomInfo is among ${items.length} proposals`);
    await accept(editor, item);
    assert.match(document.getText(), /"action": \[\s*"trtc:DescribeRoomInfo"\s*\]/);
    await findings(document.uri, []);
  });

  test("a preset becomes statements in an empty list", async () => {
    const editor = await open("preset.policy.json");
    const { document } = editor;
    const inside = positionOf(document, "[]", 1);
    const items = await proposalsAt(document, inside);
    const item = items.find((each) => labelOf(each) === "QcloudTRTCReadonlyAccess");
    assert.ok(item, `the preset is among ${items.length} proposals`);
    await accept(editor, item);
    assert.match(document.getText(), /"effect": "allow"/);
    await findings(document.uri, []);
    assert.match(await hoverText(document, positionOf(document, "version")), /read[- ]only/i);
  });

  test("snippets of both dialects are offered in an empty file", async () => {
    const { document } = await openUntitled("access-policy", "");
    const items = await proposalsAt(document, new vscode.Position(0, 0));
    const bodies = items
      .filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet)
      .map(({ insertText }) => (insertText instanceof vscode.SnippetString ? insertText.value : ""));
    for (const version of ["2.0", "1.1"]) {
      assert.ok(
        bodies.some((body) => body.includes(version)),
        `a snippet of version ${version} is among ${bodies.length}`,
      );
    }
  });

  test("the hover on an action tells what it does", async () => {
    const { document } = await open("clean.policy.json");
    await findings(document.uri, []);
    const text = await hoverText(document, positionOf(document, "DescribeRoomInfo", 3));
    assert.match(text, /read/i);
  });

  test("the hover on an effect names reads, writes and applications", async () => {
    const { document } = await open("operation-level.policy.json");
    const text = await hoverText(document, positionOf(document, '"effect"', 3));
    assert.match(text, /read/i);
    assert.match(text, /write/i);
    assert.match(text, /1400100200/);
  });
});

/** Puts a proposal into the text as the suggestion list does: its own edit, snippet or not, and the edits beside it. */
async function accept(editor: vscode.TextEditor, item: vscode.CompletionItem): Promise<void> {
  const { document } = editor;
  const before = document.version;
  const { range } = item;
  assert.ok(range, "a proposal says what it replaces");
  const target = range instanceof vscode.Range ? range : range.replacing;
  const text = item.insertText ?? labelOf(item);
  const snippet = typeof text === "string" ? new vscode.SnippetString().appendText(text) : text;
  assert.ok(await editor.insertSnippet(snippet, target));
  if (item.additionalTextEdits?.length) {
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, item.additionalTextEdits);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }
  await until("the proposal in the text", vscode.workspace.onDidChangeTextDocument, () =>
    document.version > before ? true : undefined,
  );
}
