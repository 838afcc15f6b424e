// The two sides of a diff, of which the older one comes from git.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, until, workspaceUri } from "./support.js";

suite("diff", () => {
  teardown(closeAll);

  test("both sides of a diff are judged", async () => {
    const now = workspaceUri("changed.policy.json");
    const git = vscode.extensions.getExtension("vscode.git");
    assert.ok(git);
    const api = (await git.activate()).getAPI(1);
    await until("the git repository", api.onDidOpenRepository, () => api.repositories[0]);
    const before = api.toGitUri(now, "HEAD");
    await vscode.commands.executeCommand("vscode.diff", before, now, "HEAD and now");
    await findings(before, ["unknown-effect"]);
    await findings(now, ["unknown-effect", "unknown-effect"]);
  });
});
