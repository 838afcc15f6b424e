// The commands for authors and reviewers. What they would ask a person is given to them.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, open, positionOf, replace, until, workspaceUri } from "./support.js";

const APP = "qcs::trtc::uin/100012345678:sdkappid/1400100200";

suite("commands for authors", () => {
  teardown(closeAll);

  test("a policy is explained beside the editor, and the page follows the text", async () => {
    const editor = await open("operation-level.policy.json");
    await vscode.commands.executeCommand("accessPolicy.explain");
    await previewOf("Access of operation-level.policy.json.md");
    const page = await pageWith("| `trtc:RemoveUser` | **write** | yes |");
    assert.equal(page.languageId, "markdown");
    await replace(editor, "trtc:RemoveUser", "trtc:DismissRoom");
    await pageWith("| `trtc:DismissRoom` | **write** | yes |");
  });

  test("a file is explained that was pointed at", async () => {
    await vscode.commands.executeCommand("accessPolicy.explain", workspaceUri("clean.policy.json"));
    await previewOf("Access of clean.policy.json.md");
    await pageWith("| `trtc:DescribeRoomInfo` | read | yes |");
  });

  test("a request is simulated, and the page says what would have to be otherwise", async () => {
    const { document } = await open("conditions.policy.json");
    const ask = (address: string) =>
      vscode.commands.executeCommand("accessPolicy.simulate", document.uri, {
        action: "trtc:DismissRoom",
        resource: APP,
        context: { "qcs:ip": [address] },
      });
    assert.equal(await ask("10.1.0.1"), "allowed");
    await pageWith("# Allowed");
    await vscode.window.showTextDocument(document);
    assert.equal(await ask("10.9.0.1"), "denied");
    await pageWith("it denies only from 10.9.0.0/16");
    await previewOf("trtc:DismissRoom in conditions.policy.json.md");
  });

  test("a wildcard is replaced by the actions that it reaches", async () => {
    const editor = await open("images.otc.json");
    const { document } = editor;
    await findings(document.uri, ["unknown-effect"]);
    await replace(editor, "ims:images:list", "ims:quotas:*");
    const inside = positionOf(document, "ims:quotas", 4);
    editor.selection = new vscode.Selection(inside, inside);
    await vscode.commands.executeCommand("accessPolicy.expandWildcard");
    assert.match(document.getText(), /\["?\s*"ims:quotas:get"\s*\]/);
  });

  test("a new policy is about the applications that were chosen", async () => {
    await vscode.commands.executeCommand("accessPolicy.newPolicy", {
      start: "cam/scenario/trtc/application",
      applications: ["1400100200"],
    });
    const document = await untitled();
    assert.equal(document.languageId, "access-policy");
    const { statement } = JSON.parse(document.getText());
    assert.deepEqual(statement[0].action, ["trtc:*"]);
    assert.match(statement[0].resource[0], /:sdkappid\/1400100200$/);
  });

  test("what nobody knows is left open in a new policy", async () => {
    await vscode.commands.executeCommand("accessPolicy.newPolicy", {
      start: "cam/scenario/im/application-except",
      applications: [],
    });
    const { statement } = JSON.parse((await untitled()).getText());
    assert.deepEqual(
      statement.map(({ effect }: { effect: string }) => effect),
      ["allow", "deny"],
    );
    assert.match(statement[0].resource[0], /^qcs::im::uin\/uin:sdkappid\/sdkappid$/);
  });

  test("the workspace is checked, whether its files were opened or not", async () => {
    const found = await vscode.commands.executeCommand<{ files: number; errors: number }>(
      "accessPolicy.checkWorkspace",
    );
    assert.ok(found.files >= 10, `${found.files} files`);
    assert.ok(found.errors >= 5, `${found.errors} errors`);
    await findings(workspaceUri("never-opened.json"), ["unknown-effect"]);
  });

  test("the commands and walkthroughs are contributed", async () => {
    const { packageJSON } = vscode.extensions.getExtension("access-policy.access-policy") ?? {};
    const { commands, walkthroughs } = packageJSON.contributes;
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command } of commands) assert.ok(known.has(command), command);
    const linked = JSON.stringify(walkthroughs).matchAll(/command:([\w.]+)/g);
    for (const [, command = ""] of linked) assert.ok(known.has(command), command);
  });
});

function previewOf(name: string): Promise<vscode.Tab> {
  return until(`a preview of ${name}`, vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.endsWith(name)),
  );
}

function pageWith(text: string): Promise<vscode.TextDocument> {
  const changes: vscode.Event<unknown> = (listener) =>
    vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(listener),
      vscode.workspace.onDidChangeTextDocument(listener),
    );
  return until(`a page with "${text}"`, changes, () =>
    vscode.workspace.textDocuments.find(
      ({ uri, getText }) => uri.scheme === "access-policy-page" && getText().includes(text),
    ),
  );
}

function untitled(): Promise<vscode.TextDocument> {
  return until("a new document", vscode.workspace.onDidChangeTextDocument, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.isUntitled && document.getText() !== "" ? document : undefined;
  });
}
