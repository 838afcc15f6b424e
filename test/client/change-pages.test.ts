// What stands on a page about access changes where no server can compare anything; with an editor that is made up.
import { expect, test, vi } from "vitest";

interface Provider {
  readonly provideTextDocumentContent: (address: unknown, token: unknown) => Promise<string>;
}

const editor = vi.hoisted(() => {
  const nothing = { dispose() {} };
  const provided = new Map<string, Provider>();
  return {
    ...{ provided, nothing, quiet: () => nothing, Stopped: 1, Running: 2, StartFailed: 4 },
    register(scheme: string, provider: Provider) {
      provided.set(scheme, provider);
      return nothing;
    },
  };
});

vi.mock("vscode-languageclient", () => ({ State: editor }));

vi.mock("vscode", () => ({
  Disposable: class {
    static from = editor.quiet;
    dispose() {}
  },
  EventEmitter: class {},
  TabInputTextDiff: class {},
  extensions: { getExtension: () => undefined },
  l10n: {
    t: (text: string, { reason = "" } = {}) => text.replace("{reason}", reason),
  },
  window: { tabGroups: { onDidChangeTabs: editor.quiet } },
  workspace: {
    ...{ onDidChangeTextDocument: editor.quiet, onDidSaveTextDocument: editor.quiet },
    registerTextDocumentContentProvider: editor.register,
  },
}));

const { servePages } = await import("../../client/src/review/pages.js");

test.each([
  ["was never started", editor.StartFailed],
  ["died too often", editor.Stopped],
])("a server that %s is said to be gone", async (_, state) => {
  servePages(async () => Object.assign(Object.create(null), { state }));
  const query = JSON.stringify({ kind: "files", files: [{ uri: "file:///p/a.policy.json" }] });
  const address = { path: "/abc/Access changes.md", query };
  const page = editor.provided
    .get("access-policy-changes")
    ?.provideTextDocumentContent(address, { isCancellationRequested: false });
  expect(await page).toBe("# Access changes\n\nNothing is compared: the language server is not running.\n");
});
