// Code actions as an editor gets them: by kind, with the version they are of, and with edits that come later.
import { afterEach, describe, expect, test } from "vitest";
import type { ClientCapabilities, CodeAction, ShowMessageParams } from "vscode-languageserver";
import { MODERN, type Session, startSession } from "../support/session.js";

const URI = "file:///project/a.policy.json";
const SLOPPY = `{
  "version": "2.0",
  "statement": [{ "Effect": "allow", "Action": "trtc:RemoveUser", "resource": "*" }]
}
`;
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };

/** An editor of today: it asks for edits when an action has been chosen. */
const LATE: ClientCapabilities = {
  workspace: { ...MODERN.workspace, workspaceEdit: { documentChanges: true } },
  textDocument: {
    ...MODERN.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

let session: Session;
afterEach(() => session.stop());

const actions = (only?: string[]): Promise<CodeAction[]> =>
  session.client.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: EVERYWHERE,
    context: { diagnostics: [], ...(only && { only }) },
  });
const resolve = (action: CodeAction | undefined): Promise<CodeAction> =>
  session.client.sendRequest("codeAction/resolve", action);

const FIXES = [
  { range: { start: { line: 2, character: 18 }, end: { line: 2, character: 26 } }, newText: '"effect"' },
  { range: { start: { line: 2, character: 37 }, end: { line: 2, character: 45 } }, newText: '"action"' },
];

describe("an editor that asks for edits later", () => {
  test("is told the kinds there are, and that edits come later", async () => {
    session = await startSession({ capabilities: LATE });
    expect(session.initialized.capabilities.codeActionProvider).toEqual({
      codeActionKinds: expect.arrayContaining([
        "quickfix",
        "source.fixAll.accessPolicy",
        "refactor.rewrite.expandWildcard",
      ]),
      resolveProvider: true,
    });
  });

  test.each([["source.fixAll.accessPolicy"], ["source.fixAll"]])("fixes all on save by %j", async (kind) => {
    session = await startSession({ capabilities: LATE });
    await session.open(URI, SLOPPY);
    const [action, ...others] = await actions([kind]);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ kind: "source.fixAll.accessPolicy" });
    expect(action?.edit).toBeUndefined();
    const { edit } = await resolve(action);
    expect(edit).toEqual({ documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits: FIXES }] });
  });

  test("gets quick fixes with the version that they are of, and nothing of other kinds", async () => {
    session = await startSession({ capabilities: LATE });
    await session.open(URI, SLOPPY);
    await session.change(URI, 2, SLOPPY);
    const found = await actions(["quickfix"]);
    expect(found.map(({ title }) => title)).toEqual([
      'Write "effect"',
      'Write "action"',
      "Fix all 2 element-case problems in this file",
    ]);
    expect(found[0]?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 2 } }]);
    expect(await actions(["refactor"])).toEqual([]);
  });

  test("is told when the version is gone, and the document stays as it is", async () => {
    session = await startSession({ capabilities: LATE });
    const told = new Promise<ShowMessageParams>((done) => {
      session.client.onNotification("window/showMessage", done);
    });
    await session.open(URI, SLOPPY);
    const [action] = await actions(["source.fixAll"]);
    await session.change(URI, 2, SLOPPY.replace("RemoveUser", "DismissRoom"));
    const { edit, disabled } = await resolve(action);
    expect(edit).toBeUndefined();
    expect(disabled?.reason).toBe("The document has changed since this fix was offered");
    expect((await told).message).toBe("The document has changed since this fix was offered");
  });

  test("is told when the document was closed", async () => {
    session = await startSession({ capabilities: LATE });
    await session.open(URI, SLOPPY);
    const [action] = await actions(["source.fixAll"]);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: URI } });
    expect((await resolve(action)).disabled).toBeDefined();
  });
});

test("what the project has suppressed is not fixed", async () => {
  const suppression = { check: "element-case", file: "a.policy.json", at: "Action", reason: "so be it" };
  const projectFiles = new Map([
    ["file:///project/access-policy.config.json", JSON.stringify({ suppressions: [suppression] })],
  ]);
  session = await startSession({ capabilities: LATE, folders: ["file:///project"], projectFiles });
  await session.open(URI, SLOPPY);
  const [action] = await actions(["source.fixAll"]);
  const { edit } = await resolve(action);
  expect(edit?.documentChanges).toMatchObject([{ edits: FIXES.slice(0, 1) }]);
});

describe("an editor that knows neither versions nor late edits", () => {
  test("gets all at once", async () => {
    session = await startSession();
    expect(session.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
    await session.open(URI, SLOPPY);
    const [action] = await actions(["source"]);
    expect(action?.edit).toEqual({ changes: { [URI]: FIXES } });
  });
});

test("a document that is not ours has no actions", async () => {
  session = await startSession({ capabilities: LATE });
  await session.open(URI.replace("a.policy.json", "package.json"), '{ "Version": "2.0", }', "json");
  expect(await actions(["source.fixAll"])).toEqual([]);
});
