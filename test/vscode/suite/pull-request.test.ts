// Both sides of a diff that no git of this machine knows, as extensions for pull requests show them: files of a scheme
// of their own, whose query says which version is meant.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeLenses, shownPage, widened } from "./review-support.js";
import { closeAll, findings, hoverText, labelOf, positionOf, proposalsAt } from "./support.js";

const policy = (application: string) => `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:RemoveUser", "trtc:RemoveUser"],
      "resource": ["qcs::trtc::uin/100012345678:sdkappid/${application}"]
    }
  ]
}
`;

suite("pull request", () => {
  for (const scheme of ["review", "pr"]) {
    suite(`in files of the scheme ${scheme}`, () => {
      const before = version(scheme, true);
      const after = version(scheme, false);
      let registered: vscode.Disposable;

      suiteSetup(() => {
        registered = vscode.workspace.registerFileSystemProvider(scheme, files(), {
          isCaseSensitive: true,
          isReadonly: true,
        });
      });

      suiteTeardown(() => registered.dispose());

      setup(() => vscode.commands.executeCommand("vscode.diff", before, after, "before and after"));

      teardown(closeAll);

      test("both sides are judged, and what is gained is told on the later one", async () => {
        await findings(before, ["duplicate-action"]);
        await findings(after, ["duplicate-action"]);
        const [finding] = await widened(after, 1);
        assert.match(finding?.message ?? "", /^vs the other side, gained: trtc:RemoveUser \(write\)/);
        assert.deepEqual(await widened(before, 0), []);
        assert.deepEqual(await changeLenses(after), [
          "vs the other side: widened, +1 write on every application of uin/100012345678",
        ]);
        const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
          "vscode.executeInlayHintProvider",
          after,
          new vscode.Range(0, 0, 99, 0),
        );
        const labels = hints.map(({ label }) => (typeof label === "string" ? label : label[0]?.value));
        const expected = "vs the other side: +1 write on every application of uin/100012345678";
        assert.ok(labels.includes(expected), labels.join());
      });

      test("hover and completion answer on both sides", async () => {
        for (const uri of [before, after]) {
          const document = await vscode.workspace.openTextDocument(uri);
          assert.match(await hoverText(document, positionOf(document, "RemoveUser")), /write/);
          const items = await proposalsAt(document, positionOf(document, '"trtc:', '"trtc:'.length));
          const labels = items.map(labelOf);
          assert.ok(
            labels.some((label) => label.includes("DismissRoom")),
            labels.slice(0, 20).join(),
          );
        }
      });

      test("a list of diffs is as good as one", async () => {
        await closeAll();
        await vscode.commands.executeCommand("vscode.changes", "all changes", [[after, before, after]]);
        await vscode.workspace.openTextDocument(after);
        const [finding] = await widened(after, 1);
        assert.match(finding?.message ?? "", /^vs the other side, gained: trtc:RemoveUser \(write\)/);
      });

      test("the page is about both, wherever it is asked for", async () => {
        await widened(after, 1);
        for (const side of [after, before]) {
          const text = await shownPage(["live.policy.json.md", scheme], () =>
            vscode.commands.executeCommand("accessPolicy.showAccessChanges", side),
          );
          assert.match(text, /\*\*access widened\*\*, .* \(compared with the other side\)/);
        }
      });
    });
  }
});

/** As GitHub's extension writes them. */
function version(scheme: string, isBase: boolean): vscode.Uri {
  const query = { path: "policies/live.policy.json", commit: isBase ? "1a2b3c4" : "5d6e7f8", base: isBase };
  return vscode.Uri.from({ scheme, path: "/policies/live.policy.json", query: JSON.stringify(query) });
}

function files(): vscode.FileSystemProvider {
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const bytesOf = ({ query }: vscode.Uri) =>
    new TextEncoder().encode(JSON.parse(query).base ? policy("1400100200") : policy("*"));
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytesOf(uri).length }),
    readFile: bytesOf,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
