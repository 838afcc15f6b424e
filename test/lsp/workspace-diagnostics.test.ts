// All policies of the workspace, opened or not: as clients pull them and are pushed them, kept current by what the
// editor tells about files, and by nothing else.
import { afterEach, describe, expect, test } from "vitest";
import { FileChangeType, ShowMessageNotification, WorkspaceDiagnosticRequest } from "vscode-languageserver";
import { createWorkspaceFiles } from "../../server/src/lsp/workspace.node.js";
import type { WorkspaceFiles } from "../../server/src/lsp/workspace-files.js";
import { STATUS_REQUEST } from "../../server/src/protocol/status.js";
import { generatedDisk } from "../disk/generated-disk.js";
import { filesIn, MODERN, type Session, startSession } from "../support/session.js";
import { type PullingClient, pullWorkspace } from "../support/workspace-pull.js";

const ROOT = "file:///project";
const A = `${ROOT}/a.policy.json`;
const B = `${ROOT}/b.json`;
const WRONG = `{ "version": "2.0", "statement": [{ "effect": "alow", "action": "trtc:RemoveUser", "resource": "*" }] }`;
const RIGHT = WRONG.replace("alow", "allow");
const WORSE = WRONG.replace("2.0", "3.1");
const FAULT = ["unknown-effect"];

const WATCHING = {
  ...MODERN,
  workspace: { ...MODERN.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

let session: Session;
let client: PullingClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
  await session.stop();
});

const changed = (...uris: readonly string[]) => tell(FileChangeType.Changed, uris);
const deleted = (...uris: readonly string[]) => tell(FileChangeType.Deleted, uris);
function tell(type: FileChangeType, uris: readonly string[]): Promise<void> {
  const changes = uris.map((uri) => ({ uri, type }));
  return session.client.sendNotification("workspace/didChangeWatchedFiles", { changes });
}

async function start(workspace: Map<string, string>): Promise<PullingClient> {
  session = await startSession({ capabilities: WATCHING, folders: [ROOT], workspace });
  client = pullWorkspace(session);
  return client;
}

/** Files that remember which of them were read. */
function countingFiles(texts: ReadonlyMap<string, string>): { files: WorkspaceFiles; read: string[] } {
  const read: string[] = [];
  const files = filesIn(texts);
  return {
    read,
    files: {
      ...files,
      read(uri) {
        read.push(uri);
        return files.read(uri);
      },
    },
  };
}

describe("a client that takes partial results", () => {
  test("is told of all policies that have findings, and of no other file", async () => {
    const pulling = await start(
      new Map([
        [A, WRONG],
        [B, WRONG],
        [`${ROOT}/clean.policy.json`, RIGHT],
        [`${ROOT}/package.json`, '{ "name": "x", "version": "2.0" }'],
        ["file:///elsewhere/c.policy.json", WRONG],
      ]),
    );
    expect(session.initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
    await pulling.until((shown) => B in shown);
    expect(pulling.shown()).toEqual({ [A]: FAULT, [B]: FAULT });
    expect(pulling.reports.map(({ uri }) => uri)).toEqual([A, B]);
  });

  test("is told of what changes, and its next question waits for that", async () => {
    const texts = new Map([[A, WRONG]]);
    const { files, read } = countingFiles(texts);
    session = await startSession({ capabilities: WATCHING, folders: [ROOT], workspaceFiles: files });
    client = pullWorkspace(session);
    await client.until((shown) => A in shown);
    texts.set(B, WRONG);
    await tell(FileChangeType.Created, [B]);
    await client.until((shown) => B in shown);
    texts.set(A, RIGHT);
    await changed(A);
    await client.until((shown) => !(A in shown));
    texts.delete(B);
    await deleted(B);
    await client.until((shown) => !(B in shown));
    expect(read).toEqual([A, B, A]);
    expect(client.requests()).toBeLessThanOrEqual(5);
  });

  test("hears nothing of a change that changes nothing", async () => {
    const texts = new Map([
      [A, WRONG],
      [B, WRONG],
    ]);
    const pulling = await start(texts);
    await pulling.until((shown) => B in shown);
    texts.set(A, `${WRONG}\n`);
    texts.set(B, WORSE);
    await changed(A, B);
    await pulling.until((shown) => shown[B]?.length === 2);
    expect(pulling.reports.map(({ uri }) => uri)).toEqual([A, B, B]);
  });

  test("loses what was in a folder that is gone, and in one that is no folder of the workspace any more", async () => {
    const other = "file:///other";
    const texts = new Map([
      [`${ROOT}/in/a.policy.json`, WRONG],
      [`${ROOT}/in/deep/b.policy.json`, WRONG],
      [`${ROOT}/inside.policy.json`, WRONG],
    ]);
    const pulling = await start(texts);
    await pulling.until((shown) => Object.keys(shown).length === 3);
    texts.clear();
    texts.set(`${ROOT}/inside.policy.json`, WRONG).set(`${other}/c.policy.json`, WRONG);
    await deleted(`${ROOT}/in`);
    await pulling.until((shown) => Object.keys(shown).length === 1);
    expect(Object.keys(pulling.shown())).toEqual([`${ROOT}/inside.policy.json`]);

    const folder = (uri: string) => ({ uri, name: uri });
    await session.client.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [folder(other)], removed: [folder(ROOT)] },
    });
    await pulling.until((shown) => `${other}/c.policy.json` in shown && Object.keys(shown).length === 1);
  });

  test("is told of an open document as the editor has it, and of the file again when it closes", async () => {
    const texts = new Map([[A, WRONG]]);
    const pulling = await start(texts);
    await pulling.until((shown) => A in shown);
    await session.open(A, RIGHT);
    await pulling.until((shown) => !(A in shown));
    expect(pulling.reports.at(-1)).toMatchObject({ uri: A, version: 1 });
    // What happens to the file meanwhile is the editor's business.
    texts.set(A, WORSE);
    await changed(A);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: A } });
    await pulling.until((shown) => shown[A]?.length === 2);
    expect(pulling.reports.at(-1)).toMatchObject({ uri: A, version: null });
  });

  test("is told anew of a document that closes, for it has forgotten", async () => {
    const pulling = await start(new Map([[A, WRONG]]));
    await pulling.until((shown) => A in shown);
    await session.open(A, WRONG);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: A } });
    await pulling.until(() => pulling.reports.length > 1);
    expect(pulling.reports).toMatchObject([{ kind: "full" }, { kind: "full", uri: A, items: [{}] }]);
  });
});

describe("a client that asks once", () => {
  const ask = (previousResultIds: readonly { uri: string; value: string }[]) =>
    session.client.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [...previousResultIds],
    });

  test("gets everything, then only that nothing has changed", async () => {
    const workspace = new Map([[A, WRONG]]);
    session = await startSession({ capabilities: WATCHING, folders: [ROOT], workspace });
    const first = await ask([]);
    expect(first.items).toMatchObject([{ kind: "full", uri: A, version: null, items: [{ code: FAULT[0] }] }]);
    const known = first.items.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
    expect((await ask(known)).items).toMatchObject([{ kind: "unchanged", uri: A }]);
    workspace.delete(A);
    await deleted(A);
    expect((await ask(known)).items).toMatchObject([{ kind: "full", uri: A, items: [] }]);
  });

  test("gets what is on disk now, though it does not tell when files change", async () => {
    const workspace = new Map([[A, WRONG]]);
    session = await startSession({ folders: [ROOT], workspace });
    expect((await ask([])).items).toHaveLength(1);
    workspace.set(B, WRONG);
    expect((await ask([])).items).toHaveLength(2);
  });

  test("gets what the settings say now", async () => {
    const workspace = new Map([[A, WRONG]]);
    const { configuration: _, ...others } = MODERN.workspace ?? {};
    session = await startSession({
      folders: [ROOT],
      workspace,
      capabilities: { ...MODERN, workspace: others },
    });
    expect((await ask([])).items).toMatchObject([{ items: [{ severity: 1 }] }]);
    await session.client.sendNotification("workspace/didChangeConfiguration", {
      settings: { accessPolicy: { checks: { "unknown-effect": "hint" } } },
    });
    expect((await ask([])).items).toMatchObject([{ items: [{ severity: 4 }] }]);
    await session.client.sendNotification("workspace/didChangeConfiguration", {
      settings: { accessPolicy: { workspaceLimit: 0 } },
    });
    expect((await ask([])).items).toEqual([]);
  });

  test("may ask about a file that is not open", async () => {
    session = await startSession({ folders: [ROOT], workspace: new Map([[A, WRONG]]) });
    const report = await session.client.sendRequest("textDocument/diagnostic", { textDocument: { uri: A } });
    expect(report).toMatchObject({ kind: "full", items: [{ code: FAULT[0] }] });
  });
});

describe("a client that is pushed", () => {
  const { diagnostic: _, ...textDocument } = MODERN.textDocument ?? {};
  const OLD = { ...MODERN, textDocument };

  test("gets the files too, from disk while they are not open", async () => {
    const workspace = new Map([[A, WRONG]]);
    session = await startSession({ folders: [ROOT], workspace, capabilities: OLD });
    expect(await session.published(A)).toMatchObject({ uri: A, diagnostics: [{ code: FAULT[0] }] });
    await session.open(A, RIGHT);
    expect(await session.published(A)).toMatchObject({ version: 1, diagnostics: [] });
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: A } });
    expect(await session.published(A)).toMatchObject({ diagnostics: [{ code: FAULT[0] }] });
    workspace.delete(A);
    await deleted(A);
    expect(await session.published(A)).toMatchObject({ diagnostics: [] });
  });
});

describe("many files", () => {
  /** Each hundredth is a policy with a fault. */
  const text = (path: string) => (path.endsWith("00.json") ? WRONG : "{}");

  test("100,000 of them are looked at, and requests are answered in between", {
    timeout: 60_000,
  }, async () => {
    const read = new Set<string>();
    const disk = generatedDisk({ folders: 1_000, files: 100, text, onRead: (path) => read.add(path) });
    session = await startSession({
      capabilities: WATCHING,
      folders: [ROOT],
      workspaceFiles: createWorkspaceFiles(disk),
    });
    client = pullWorkspace(session);
    await session.open("untitled:Untitled-1", WRONG);
    expect(await session.client.sendRequest(STATUS_REQUEST, { uri: "untitled:Untitled-1" })).not.toBeNull();
    expect(read.size).toBeLessThan(50_000);
    await client.until((shown) => Object.keys(shown).length === 1_000);
    expect(read.size).toBe(100_000);
  });

  test("no more policies are judged than the settings say, and that is told once", async () => {
    const read: string[] = [];
    const disk = generatedDisk({
      folders: 1_000,
      files: 1,
      text: () => WRONG,
      onRead: (path) => read.push(path),
    });
    const told: string[] = [];
    session = await startSession({
      capabilities: WATCHING,
      folders: [ROOT],
      workspaceFiles: createWorkspaceFiles(disk),
      settings: { workspaceLimit: 20 },
    });
    session.client.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
    client = pullWorkspace(session);
    await client.until((shown) => Object.keys(shown).length === 20);
    await tell(FileChangeType.Created, [`${ROOT}/.gitignore`, `${ROOT}/0999/0000.json`]);
    await session.client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    expect(Object.keys(client.shown())).toHaveLength(20);
    expect(told.filter((message) => message.startsWith("Only 20 policies"))).toHaveLength(1);
    expect(read.length).toBeLessThan(100);
  });
});
