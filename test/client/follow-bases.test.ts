// What the server is told about earlier versions, when git finds things out later than the editor; with an editor and a
// repository that are made up.
import { expect, test, vi } from "vitest";
import type { BaseParams } from "../../server/src/protocol/compare.js";

const editor = vi.hoisted(() => {
  const RUNNING = 2;
  const listeners = new Set<() => void>();
  const uri = (path: string) => ({
    ...{ scheme: "file", path, fsPath: path, query: "" },
    toString: () => `file://${path}`,
  });
  const nothing = { dispose() {} };
  const quiet = () => nothing;
  class Disposable {
    readonly dispose: () => void;
    constructor(dispose: () => void) {
      this.dispose = dispose;
    }
    static from(...all: { readonly dispose: () => void }[]) {
      return new Disposable(() => {
        for (const each of all) each.dispose();
      });
    }
  }
  const now = uri("/p/new.policy.json");
  const changes: unknown[] = [];
  const repository = {
    rootUri: uri("/p"),
    state: {
      ...{ HEAD: { commit: "1a2b3c4" }, indexChanges: changes, workingTreeChanges: [], mergeChanges: [] },
      onDidChange(listener: () => void) {
        listeners.add(listener);
        return { dispose: () => void listeners.delete(listener) };
      },
    },
    async show(_: string, path: string) {
      if (path !== "/p/old.policy.json") throw new Error(`no ${path}`);
      return "the text before";
    },
  };
  const git = {
    ...{ repositories: [repository], getRepository: () => repository },
    ...{ onDidOpenRepository: quiet, onDidCloseRepository: quiet },
  };
  const extension = { enabled: true, onDidChangeEnablement: quiet, getAPI: () => git };
  const document = { uri: now, languageId: "access-policy", isClosed: false, getText: () => "{}" };
  return {
    ...{ RUNNING, Disposable, quiet, uri, changes, extension, document, now },
    stateChanges() {
      for (const each of listeners) each();
    },
  };
});

vi.mock("vscode-languageclient", () => ({ State: { Running: editor.RUNNING } }));

vi.mock("vscode", () => ({
  Disposable: editor.Disposable,
  TabInputTextDiff: class {},
  Uri: class {},
  extensions: { getExtension: () => ({ activate: async () => editor.extension }) },
  l10n: { t: (text: string) => text },
  window: { tabGroups: { all: [], activeTabGroup: {}, onDidChangeTabs: editor.quiet } },
  workspace: {
    ...{ textDocuments: [editor.document], onDidOpenTextDocument: editor.quiet },
    ...{ onDidCloseTextDocument: editor.quiet, onDidChangeTextDocument: editor.quiet },
    onDidChangeConfiguration: editor.quiet,
    getConfiguration: () => ({ get: (_: string, otherwise: string) => otherwise }),
  },
}));

const { followBases } = await import("../../client/src/review/follow-bases.js");

test("a file of which git says later that it was renamed is compared with what it was", async () => {
  const told: BaseParams["base"][] = [];
  const client = Object.assign(Object.create(null), {
    ...{ state: editor.RUNNING, onDidChangeState: editor.quiet },
    code2ProtocolConverter: { asUri: String },
    sendNotification: async (_: string, { base }: BaseParams) => void told.push(base),
  });
  const following = followBases(client);
  await vi.waitFor(() => expect(told).toEqual([{ name: "HEAD", text: null }]));
  const originalUri = editor.uri("/p/old.policy.json");
  editor.changes.push({ uri: originalUri, originalUri, renameUri: editor.now });
  editor.stateChanges();
  await vi.waitFor(() => expect(told.slice(1)).toEqual([{ name: "HEAD", text: "the text before" }]));
  following.dispose();
});
