// Lenses, hints, colors, links, folds and selections as an editor asks for them.
import { afterEach, describe, expect, test } from "vitest";
import type {
  CodeLens,
  DocumentLink,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
} from "vscode-languageserver";
import { createTokenMemory } from "../../server/src/lsp/token-memory.js";
import { EXPLAIN } from "../../server/src/protocol/client-commands.js";
import { MODERN, type Session, type SessionOptions, startSession } from "../support/session.js";

const URI = "file:///project/a.policy.json";
const TEXT = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:DescribeRoomInfo", "im:*"],
      "resource": ["*"]
    }
  ]
}
`;
const ALL = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const textDocument = { uri: URI };

let session: Session;
afterEach(() => session.stop());

async function begin(options?: SessionOptions): Promise<Session["client"]> {
  session = await startSession(options);
  await session.open(URI, TEXT);
  return session.client;
}

async function titles(client: Session["client"]): Promise<string[]> {
  const lenses: CodeLens[] = await client.sendRequest("textDocument/codeLens", { textDocument });
  const resolved = await Promise.all(
    lenses.map((lens) => client.sendRequest<CodeLens>("codeLens/resolve", lens)),
  );
  return resolved.map(({ command }) => `${command?.command} ${command?.title}`);
}

describe("lenses", () => {
  test("are resolved late, and are commands where the editor has them", async () => {
    const client = await begin({ initializationOptions: { commands: [EXPLAIN] } });
    const lenses: CodeLens[] = await client.sendRequest("textDocument/codeLens", { textDocument });
    expect(lenses.map(({ command, range }) => [command, range.start.line])).toEqual([
      [undefined, 0],
      [undefined, 3],
    ]);
    expect(await titles(client)).toEqual([
      "accessPolicy.explain 1 statement · allows 4 read, 2 write, and more · everything · 109 of 6144 characters",
      "accessPolicy.explain allow · 4 read, 2 write, and more · everything",
    ]);
  });

  test("are text where it has none", async () => {
    expect((await titles(await begin()))[1]).toBe(" allow · 4 read, 2 write, and more · everything");
  });

  test("that say something already are given back", async () => {
    const client = await begin();
    const lens = { range: ALL, command: { title: "vs HEAD", command: "" } };
    expect(await client.sendRequest("codeLens/resolve", lens)).toEqual(lens);
  });

  test("of an older version are refused, so that the editor asks anew", async () => {
    const client = await begin();
    const [lens]: CodeLens[] = await client.sendRequest("textDocument/codeLens", { textDocument });
    await session.change(URI, 2, TEXT.replace("im:*", "im:CreateGroup"));
    await expect(client.sendRequest("codeLens/resolve", lens)).rejects.toMatchObject({ code: -32801 });
    expect((await titles(client))[1]).toBe(" allow · 1 read, 1 write · everything");
  });
});

test("settings turn lenses and hints off", async () => {
  const client = await begin({ settings: { codeLens: false, inlayHints: false } });
  expect(await client.sendRequest("textDocument/codeLens", { textDocument })).toEqual([]);
  expect(await client.sendRequest("textDocument/inlayHint", { textDocument, range: ALL })).toEqual([]);
});

test("a change of settings asks the editor to look again", async () => {
  const workspace = {
    ...MODERN.workspace,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  };
  const listening = new Map<string, () => void>();
  const client = await begin({
    capabilities: { ...MODERN, workspace },
    prepare: (editor) => {
      for (const kind of ["codeLens", "inlayHint"]) {
        editor.onRequest(`workspace/${kind}/refresh`, () => {
          listening.get(kind)?.();
          return null;
        });
      }
    },
  });
  const asked = ["codeLens", "inlayHint"].map(
    (kind) => new Promise<void>((resolve) => listening.set(kind, resolve)),
  );
  await client.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await Promise.all(asked);
});

test("hints are explained late", async () => {
  const client = await begin();
  const [hint]: InlayHint[] = await client.sendRequest("textDocument/inlayHint", {
    textDocument,
    range: ALL,
  });
  expect(hint).toMatchObject({ label: "3 read, 2 write, and more", position: { line: 5, character: 48 } });
  const explained: InlayHint = await client.sendRequest("inlayHint/resolve", hint);
  expect(explained.tooltip).toMatchObject({ kind: "markdown" });
});

test("colors are told whole, then only what has changed, and for a range", async () => {
  const client = await begin();
  const first: SemanticTokens = await client.sendRequest("textDocument/semanticTokens/full", {
    textDocument,
  });
  expect(first.data).toHaveLength(4 * 5);
  await session.change(URI, 2, TEXT.replace('"allow"', '"deny"'));
  const delta: SemanticTokensDelta = await client.sendRequest("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId: first.resultId,
  });
  expect(delta.edits).toHaveLength(1);
  const again: SemanticTokens = await client.sendRequest("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId: "of another session",
  });
  expect(applied(first.data, delta)).toEqual(again.data);
  const part: SemanticTokens = await client.sendRequest("textDocument/semanticTokens/range", {
    textDocument,
    range: { start: { line: 4, character: 0 }, end: { line: 4, character: 30 } },
  });
  expect(part.data).toEqual(again.data.slice(0, 5));
});

test("links, folds and selections", async () => {
  const client = await begin();
  const links: DocumentLink[] = await client.sendRequest("textDocument/documentLink", { textDocument });
  expect(links.map(({ target }) => target)).toEqual(["https://example.com/trtc"]);
  const folds: FoldingRange[] = await client.sendRequest("textDocument/foldingRange", { textDocument });
  expect(folds.map(({ startLine }) => startLine)).toEqual([0, 2, 3]);
  const positions = [ALL.start, { line: 5, character: 24 }];
  const selections: SelectionRange[] = await client.sendRequest("textDocument/selectionRange", {
    textDocument,
    positions,
  });
  expect(selections.map(({ range }) => range.start)).toEqual([ALL.start, { line: 5, character: 23 }]);
});

test("the ids of checks in a project file are links", async () => {
  session = await startSession();
  const uri = "file:///project/access-policy.config.json";
  await session.open(uri, '{ "checks": { "unknown-action": "off" } }', "json");
  const links: DocumentLink[] = await session.client.sendRequest("textDocument/documentLink", {
    textDocument: { uri },
  });
  expect(links.map(({ target }) => target)).toEqual([expect.stringMatching(/unknown-action\.md$/)]);
});

test("documents of others have none of it", async () => {
  session = await startSession();
  const other = { uri: "file:///project/package.json" };
  await session.open(other.uri, '{ "name": "x", "version": "2.0" }', "json");
  const ask = (method: string) =>
    session.client.sendRequest(method, { textDocument: other, range: ALL, positions: [ALL.start] });
  for (const name of ["codeLens", "inlayHint", "documentLink", "foldingRange", "selectionRange"]) {
    expect(await ask(`textDocument/${name}`)).toEqual([]);
  }
  expect(await ask("textDocument/semanticTokens/full")).toEqual({ data: [] });
});

test("what has changed is found in any two lists", async () => {
  session = await startSession();
  const lists = [[], [1], [1, 1], [1, 2, 1], [2, 1], [1, 2, 2, 1], [3, 3, 3]];
  for (const before of lists) {
    for (const after of lists) {
      const memory = createTokenMemory();
      const { resultId = "" } = memory.full("a", before);
      const told = memory.since("a", resultId, after);
      expect("edits" in told && applied(before, told)).toEqual(after);
    }
  }
});

function applied(data: readonly number[], { edits }: SemanticTokensDelta): number[] {
  const [edit] = edits;
  return edit === undefined ? [...data] : data.toSpliced(edit.start, edit.deleteCount, ...(edit.data ?? []));
}
