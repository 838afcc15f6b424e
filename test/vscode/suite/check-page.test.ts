// The page about a check, opened without a network: by the command, and from a finding.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, open, until } from "./support.js";

suite("the page of a check", () => {
  teardown(closeAll);

  test("opens as a preview", async () => {
    await vscode.commands.executeCommand("accessPolicy.openCheckPage", "unknown-effect");
    await previewOf("unknown-effect.md");
  });

  test("is offered with a finding, and never preferred", async () => {
    const { document } = await open("wrong-effect.policy.json");
    const [finding] = await findings(document.uri, ["unknown-effect"]);
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      finding.range,
    );
    const explain = actions.find(({ command }) => command?.command === "accessPolicy.openCheckPage");
    assert.ok(explain?.command);
    assert.notEqual(explain.isPreferred, true);
    const { command, arguments: words = [] } = explain.command;
    await vscode.commands.executeCommand(command, ...words);
    await previewOf(`${words[0]}.md`);
  });
});

function previewOf(name: string): Promise<vscode.Tab> {
  return until(`a preview of ${name}`, vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === `Preview ${name}`),
  );
}
