// A reviewer sees what a change allows: on the line, above the policy, and on a page beside it; compared with what git
// knows, with another file, and where git knows nothing.
import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { closeAll, open, until, workspaceUri } from "./support.js";

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
    const { document } = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: "access-policy", content: "{}" }),
    );
    const text = await shownPage(["Untitled"], () =>
      vscode.commands.executeCommand("accessPolicy.showAccessChanges"),
    );
    assert.match(text, /Nothing is compared: the file lies in no git repository/);
    assert.deepEqual(await widened(document.uri, 0), []);
  });
});

interface Git {
  readonly repositories: readonly { readonly rootUri: vscode.Uri }[];
  readonly onDidOpenRepository: vscode.Event<unknown>;
  openRepository(root: vscode.Uri): Promise<unknown>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

async function git(): Promise<Git> {
  const extension = vscode.extensions.getExtension("vscode.git");
  assert.ok(extension);
  const api: Git = (await extension.activate()).getAPI(1);
  await until("the git repository", api.onDidOpenRepository, () => api.repositories[0]);
  return api;
}

async function repository(): Promise<{ readonly rootUri: vscode.Uri }> {
  const [first] = (await git()).repositories;
  assert.ok(first);
  return first;
}

async function configure(compareWith: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration("accessPolicy");
  await settings.update("compareWith", compareWith, vscode.ConfigurationTarget.Global);
}

/** Waits until so many strings of a document are told to grant more. */
async function widened(uri: vscode.Uri, count: number): Promise<readonly vscode.Diagnostic[]> {
  const present = () =>
    vscode.languages.getDiagnostics(uri).filter(({ code }) => {
      const id = typeof code === "object" ? code.value : code;
      return id === "access-widened";
    });
  return until(`${count} findings access-widened in ${uri}`, vscode.languages.onDidChangeDiagnostics, () =>
    present().length === count ? present() : undefined,
  );
}

/** The titles of the lines about a change. No event tells of them, so they are asked for until there are some. */
async function changeLenses(uri: vscode.Uri, beginning = "vs "): Promise<readonly string[]> {
  const end = performance.now() + 15_000;
  for (;;) {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      uri,
      50,
    );
    const titles = lenses.flatMap(({ command }) =>
      command?.title.startsWith(beginning) ? [command.title] : [],
    );
    if (titles.length > 0 || performance.now() > end) return titles;
  }
}

/** The text behind the preview that a command opens; the address of a page says what it is about. */
async function shownPage(about: readonly string[], show: () => Thenable<unknown>): Promise<string> {
  await show();
  const isAsked = ({ uri }: vscode.TextDocument) =>
    uri.scheme === "access-policy-changes" &&
    about.every((each) => `${uri.path} ${uri.query}`.includes(each));
  const document = await until(
    `the page about ${about.join(" ")}`,
    vscode.workspace.onDidOpenTextDocument,
    () => vscode.workspace.textDocuments.find(isAsked),
  );
  const isPreview = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith("markdown.preview");
  await until("the preview", vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isPreview)) ? true : undefined,
  );
  return document.getText();
}
