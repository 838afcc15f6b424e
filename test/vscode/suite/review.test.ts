// A reviewer sees what a change allows: on the line, above the policy, and on a page beside it; compared with what git
// knows, with another file, and where git knows nothing.
import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { changeLenses, configure, git, shownPage, widened } from "./review-support.js";
import { closeAll, open, openUntitled, workspaceUri } from "./support.js";

const EVERY = "qcs::trtc::uin/100012345678:sdkappid/*";

suite("review", () => {
  teardown(async () => {
    await configure(undefined);
    await closeAll();
  });

  test("an SDKAppID that became * is told on that string, and above the policy", async () => {
    const { document } = await open("widened.policy.json");
    const [finding, ...more] = await widened(document.uri, 1);
    assert.deepEqual(more, []);
    assert.equal(document.getText(finding?.range), `"${EVERY}"`);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Information);
    assert.match(finding?.message ?? "", /^vs HEAD, gained: trtc:RemoveUser \(write\) on every application/);
    assert.deepEqual(await changeLenses(document.uri), [
      "vs HEAD: widened, +1 write on every application of uin/100012345678",
    ]);
  });

  test("what it allows now stands on its line, where nothing must be pointed at", async () => {
    const { document } = await open("widened.policy.json");
    await widened(document.uri, 1);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      "vscode.executeInlayHintProvider",
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    const labels = hints.map(({ label }) => (typeof label === "string" ? label : label[0]?.value));
    assert.ok(labels.includes("vs HEAD: +1 write on every application of uin/100012345678"), labels.join());
  });

  test("in a diff the later side tells it, and the earlier one does not", async () => {
    const now = workspaceUri("widened.policy.json");
    const before = (await git()).toGitUri(now, "HEAD");
    await vscode.commands.executeCommand("vscode.diff", before, now, "HEAD and now");
    await widened(now, 1);
    assert.deepEqual(await widened(before, 0), []);
  });

  test("two versions of git in a diff are compared with each other", async () => {
    const api = await git();
    const narrow = api.toGitUri(workspaceUri("widened.policy.json"), "HEAD");
    const wide = api.toGitUri(workspaceUri("wide.policy.json"), "HEAD");
    await vscode.commands.executeCommand("vscode.diff", narrow, wide, "two policies");
    const [finding] = await widened(wide, 1);
    assert.match(finding?.message ?? "", /^vs HEAD, gained: trtc:RemoveUser/);
  });

  test("two files in a diff are compared with each other, whatever git knows", async () => {
    const [narrow, wide] = [workspaceUri("untracked.policy.json"), workspaceUri("wide.policy.json")];
    await vscode.commands.executeCommand("vscode.diff", narrow, wide, "two files");
    const [finding] = await widened(wide, 1);
    assert.match(finding?.message ?? "", /^vs untracked\.policy\.json, gained: trtc:RemoveUser/);
  });

  test("the page about the change says verdict, witness and place", async () => {
    const { document } = await open("widened.policy.json");
    const text = await shownPage(["widened.policy.json.md", '"choice":"HEAD"'], () =>
      vscode.commands.executeCommand("accessPolicy.showAccessChanges"),
    );
    assert.match(text, /^# Access changes in `widened\.policy\.json`/);
    assert.match(text, /\*\*access widened\*\*, .* \(compared with HEAD\)/);
    assert.match(text, /- \*\*write\*\*: `trtc:RemoveUser` on every application/);
    const [, link = "", line = ""] = /\[statement 1, line \d+\]\(<(\/[^#>]+)#L(\d+),\d+>\)/.exec(text) ?? [];
    assert.equal(link, "/widened.policy.json");
    assert.match(document.lineAt(Number(line) - 1).text, /sdkappid\/\*/);
  });

  test("the lens opens the page, also from the earlier side of a diff", async () => {
    const now = workspaceUri("widened.policy.json");
    const before = (await git()).toGitUri(now, "HEAD");
    await vscode.commands.executeCommand("vscode.diff", before, now, "HEAD and now");
    await widened(now, 1);
    const text = await shownPage(["widened.policy.json.md", '"choice":"HEAD"'], () =>
      vscode.commands.executeCommand("accessPolicy.showAccessChanges", before),
    );
    assert.match(text, /^# Access changes in `widened\.policy\.json`/);
  });

  test("what has changed in the whole repository is on one page", async () => {
    const { rootUri } = await repository();
    const text = await shownPage(["repository", '"choice":"HEAD"'], () =>
      vscode.commands.executeCommand("accessPolicy.showAccessChanges", { rootUri }),
    );
    assert.match(text, /^# Access changes since HEAD/);
    assert.match(text, /## `widened\.policy\.json`/);
    assert.match(text, /## `untracked\.policy\.json`\n\n\*\*access widened\*\*, new policy/);
  });

  test("two files are compared with each other", async () => {
    const files = [workspaceUri("clean.policy.json"), workspaceUri("wide.policy.json")];
    const text = await shownPage(["wide.policy.json.md", "clean.policy.json"], () =>
      vscode.commands.executeCommand("accessPolicy.compareAccessWith", files[0], files),
    );
    assert.match(text, /^# Access changes in `wide\.policy\.json`/);
    assert.match(text, /\(compared with clean\.policy\.json\)/);
  });

  test("a policy that git does not know is new, and nothing is told on its lines", async () => {
    const { document } = await open("untracked.policy.json");
    assert.deepEqual(await changeLenses(document.uri), ["vs HEAD: new policy, +1 write on app 1400100200"]);
    assert.deepEqual(await widened(document.uri, 0), []);
  });

  test("the setting chooses the version, and turns the comparison off", async () => {
    const { document } = await open("widened.policy.json");
    await configure("index");
    assert.deepEqual(await changeLenses(document.uri, "vs the index"), [
      "vs the index: widened, +1 write on every application of uin/100012345678",
    ]);
    await configure("");
    await widened(document.uri, 0);
  });

  test("a version that git does not have is no reason to complain, and the page says why", async () => {
    await configure("no-such-branch");
    await open("widened.policy.json");
    const text = await shownPage(["widened.policy.json.md", "no-such-branch"], () =>
      vscode.commands.executeCommand("accessPolicy.showAccessChanges"),
    );
    assert.match(text, /Nothing is compared: the repository has no commit no-such-branch\./);
  });

  test("a repository without commits has nothing to compare with, and says so when asked", async () => {
    const folder = workspaceUri("without-commits");
    mkdirSync(folder.fsPath);
    try {
      execFileSync("git", ["init", "--quiet"], { cwd: folder.fsPath });
      const file = vscode.Uri.joinPath(folder, "first.policy.json");
      writeFileSync(file.fsPath, (await open("wide.policy.json")).document.getText());
      await (await git()).openRepository(folder);
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      const text = await shownPage(["first.policy.json.md"], () =>
        vscode.commands.executeCommand("accessPolicy.showAccessChanges"),
      );
      assert.match(text, /Nothing is compared: the repository has no commits yet\./);
      assert.deepEqual(await widened(file, 0), []);
    } finally {
      await closeAll();
      rmSync(folder.fsPath, { recursive: true, force: true });
    }
  });

  test("a text that has no file is compared with nothing", async () => {
    const { document } = await openUntitled("access-policy", "{}");
    const text = await shownPage(["Untitled"], () =>
      vscode.commands.executeCommand("accessPolicy.showAccessChanges"),
    );
    assert.match(text, /Nothing is compared: the file lies in no git repository/);
    assert.deepEqual(await widened(document.uri, 0), []);
  });
});

async function repository(): Promise<{ readonly rootUri: vscode.Uri }> {
  const [first] = (await git()).repositories;
  assert.ok(first);
  return first;
}
