// A merge that is not finished: as a text with markers, and in the merge editor, whose result is compared with HEAD
// while the versions that are merged are only read.
import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { changeLenses, findPage, git, shownPage, widened } from "./review-support.js";
import { closeAll, findings, positionOf, until, workspaceUri } from "./support.js";

const FILE = "live.policy.json";

suite("merge", () => {
  const folder = () => workspaceUri("in-a-merge");
  const file = () => vscode.Uri.joinPath(folder(), FILE);

  suiteSetup(async () => {
    mkdirSync(folder().fsPath);
    run("init", "--quiet", "--initial-branch=main");
    commit(policy(["trtc:DescribeRoomInfo"]), "base");
    run("checkout", "--quiet", "-b", "other");
    commit(policy(["trtc:DescribeRoomInfo", "trtc:DismissRoom"], "*"), "other");
    run("checkout", "--quiet", "main");
    commit(policy(["trtc:DescribeRoomInfo", "trtc:RemoveUser"]), "main");
    assert.throws(() => run("merge", "--quiet", "other"));
    await (await git()).openRepository(folder());
  });

  suiteTeardown(async () => {
    await vscode.workspace.getConfiguration("git").update("mergeEditor", undefined, true);
    rmSync(folder().fsPath, { recursive: true, force: true });
  });

  teardown(closeAll);

  test("markers in the text are one finding for each conflict, and one side of it is compared", async () => {
    const document = await vscode.workspace.openTextDocument(file());
    await vscode.window.showTextDocument(document);
    const [conflict] = await findings(file(), ["json-syntax"]);
    assert.match(document.lineAt(conflict?.range.start.line ?? 0).text, /^<{7} /);
    assert.deepEqual(await changeLenses(file()), [
      "vs HEAD: widened, +1 write, +1 read on every application of uin/100012345678, as far as it could be read",
    ]);
    const text = await shownPage([`${FILE}.md`, '"choice":"HEAD"'], () =>
      vscode.commands.executeCommand("accessPolicy.showAccessChanges"),
    );
    assert.match(text, /line \d+.*: only one side of a merge conflict is read/);
  });

  test("the result of the merge editor is compared with HEAD, and what is merged with nothing", async () => {
    const { base, input1, input2 } = await openMergeEditor();
    await findings(file(), []);
    const [gained] = await widened(file(), 1);
    assert.match(gained?.message ?? "", /^vs HEAD, gained: trtc:DescribeRoomInfo \(read\)/);
    for (const merged of [base, input1, input2]) {
      await findings(merged, []);
      await widened(merged, 0);
    }
    const about = [`${FILE}.md`, '"choice":"HEAD"'];
    await shownPage(about, () => vscode.commands.executeCommand("accessPolicy.showAccessChanges", input2));
    // The page of the text with markers was closed, and is made anew.
    const summary = /\*\*access widened and narrowed\*\*, .* \(compared with HEAD\)/;
    assert.ok(
      await until(
        "the page",
        vscode.workspace.onDidChangeTextDocument,
        () => summary.exec(findPage(about)?.getText() ?? "") ?? undefined,
      ),
    );
  });

  test("what is taken from the other side is told as soon as it is in the result", async () => {
    await openMergeEditor();
    const result = await vscode.workspace.openTextDocument(file());
    const edit = new vscode.WorkspaceEdit();
    const place = positionOf(result, '"trtc:DescribeRoomInfo"', '"trtc:DescribeRoomInfo"'.length);
    edit.insert(file(), place, ', "trtc:DismissRoom"');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const told = () =>
      vscode.languages.getDiagnostics(file()).find(({ message }) => message.includes("DismissRoom (write)"));
    assert.ok(await until("the gain", vscode.languages.onDidChangeDiagnostics, told));
  });

  interface MergeEditor {
    readonly base: vscode.Uri;
    readonly input1: vscode.Uri;
    readonly input2: vscode.Uri;
  }

  /** Waits until the result has no conflict any more: the editor keeps those beside the text. */
  async function openMergeEditor(): Promise<MergeEditor> {
    await vscode.workspace.getConfiguration("git").update("mergeEditor", true, true);
    await vscode.commands.executeCommand("git.openMergeEditor", file());
    const result = await vscode.workspace.openTextDocument(file());
    await until("the result", vscode.workspace.onDidChangeTextDocument, () =>
      result.getText().includes("<<<<<<<") ? undefined : true,
    );
    // No part of VS Code's stable interface.
    const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(isMergeEditor(input));
    return input;
  }

  function isMergeEditor(input: unknown): input is MergeEditor {
    return (
      typeof input === "object" &&
      input !== null &&
      ["base", "input1", "input2"].every((name) => Reflect.get(input, name) instanceof vscode.Uri)
    );
  }

  function run(...words: readonly string[]): void {
    const user = ["-c", "user.name=A Person", "-c", "user.email=person@example.com"];
    execFileSync("git", [...user, ...words], { cwd: folder().fsPath, stdio: "ignore" });
  }

  function commit(text: string, message: string): void {
    writeFileSync(file().fsPath, text);
    run("add", "--all");
    run("commit", "--quiet", `--message=${message}`);
  }
});

function policy(actions: readonly string[], application = "1400100200"): string {
  const resource = [`qcs::trtc::uin/100012345678:sdkappid/${application}`];
  const statement = [{ effect: "allow", action: actions, resource }];
  return `${JSON.stringify({ version: "2.0", statement }, undefined, 2)}\n`;
}
