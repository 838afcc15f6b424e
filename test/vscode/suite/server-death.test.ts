// A language server that is killed is started again, and everything works as before.
import * as assert from "node:assert/strict";
import { once } from "node:events";
import * as vscode from "vscode";
import { closeAll, extension, findings, hoverText, open, positionOf, replace } from "./support.js";

suite("server death", () => {
  teardown(closeAll);

  test("a killed server comes back with the findings of the open documents", async () => {
    const editor = await open("wrong-effect.policy.json");
    const { document } = editor;
    await findings(document.uri, ["unknown-effect"]);
    const { client } = await extension().activate();
    const killed = client()?.serverProcess;
    assert.ok(killed?.pid);
    const ended = once(killed, "exit");
    assert.ok(killed.kill("SIGKILL"));
    await ended;

    await replace(editor, "alow", "allow");
    await findings(document.uri, []);
    await replace(editor, '"allow"', '"denny"');
    await findings(document.uri, ["unknown-effect"]);
    const text = await hoverText(document, positionOf(document, "DescribeRoomInfo", 3));
    assert.notEqual(text, "");
    assert.notEqual(client()?.serverProcess?.pid, killed.pid);
  });

  test("the command restarts the server on demand", async () => {
    const { document } = await open("wrong-effect.policy.json");
    await findings(document.uri, ["unknown-effect"]);
    const { client } = await extension().activate();
    const old = client()?.serverProcess?.pid;
    await vscode.commands.executeCommand("accessPolicy.restartServer");
    await findings(document.uri, ["unknown-effect"]);
    assert.notEqual(client()?.serverProcess?.pid, old);
  });
});
