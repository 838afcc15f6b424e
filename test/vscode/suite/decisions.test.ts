// What a person decides about findings instead of mending them; the project file keeps it.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, codeActions, findings, open, replace, workspaceUri } from "./support.js";

suite("decisions", () => {
  teardown(closeAll);

  test("a suppression is written into the project file, applies at once and is counted", async () => {
    const project = workspaceUri("access-policy.config.json");
    const { document } = await open("suppressed.policy.json");
    const [finding] = await findings(document.uri, ["unknown-action"]);
    assert.ok(finding);
    const actions = await codeActions(document, finding);
    const here = actions.find(({ title }) => title === "Suppress unknown-action here");
    assert.ok(here?.command, actions.map(({ title }) => title).join(", "));
    try {
      await vscode.commands.executeCommand(
        here.command.command,
        ...(here.command.arguments ?? []),
        "The action comes with the next release",
      );
      await findings(document.uri, []);
      const written = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(project)));
      assert.deepEqual(written.suppressions, [
        {
          check: "unknown-action",
          file: "suppressed.policy.json",
          at: "trtc:DescribeTomorrow",
          reason: "The action comes with the next release",
        },
      ]);
    } finally {
      await vscode.workspace.fs.delete(project);
    }
    await findings(document.uri, ["unknown-action"]);
  });

  test("a mistake in the project file is told there, and the last good settings stay", async () => {
    const project = workspaceUri("access-policy.config.json");
    const { document } = await open("suppressed.policy.json");
    await findings(document.uri, ["unknown-action"]);
    const write = (text: string) => vscode.workspace.fs.writeFile(project, new TextEncoder().encode(text));
    try {
      await write('{ "checks": { "unknown-action": "off" } }\n');
      await findings(document.uri, []);
      const editor = await open("access-policy.config.json");
      await replace(editor, "unknown-action", "unknown-acton");
      await findings(project, ["project-file"]);
      await findings(document.uri, []);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(project);
    }
  });
});
