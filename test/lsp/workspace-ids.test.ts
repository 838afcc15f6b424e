// References, renaming and symbols over the policies of a workspace, opened or not, and formatting: as an editor asks.
import { afterEach, describe, expect, test } from "vitest";
import type {
  ClientCapabilities,
  DocumentHighlight,
  Location,
  RegistrationParams,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { MODERN, type Session, startSession } from "../support/session.js";

const FOLDER = "file:///project";
const A = `${FOLDER}/a.policy.json`;
const B = `${FOLDER}/b.policy.json`;
const REQUEST = `${FOLDER}/request.json`;
const CONFIG = `${FOLDER}/access-policy.config.json`;
const policyOn = (...ids: string[]) =>
  `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:RemoveUser", "resource": [${ids
    .map((id) => `"qcs::trtc::uin/100012345678:sdkappid/${id}"`)
    .join(", ")}] }] }`;
const PROJECT =
  '{ "applications": [{ "sdkAppId": 1400100200, "label": "Live" }, { "sdkAppId": 1400100201 }] }';
const FILES: readonly (readonly [string, string])[] = [
  [B, policyOn("1400100200", "14001002*")],
  [REQUEST, JSON.stringify({ PolicyName: "Ops", PolicyDocument: policyOn("1400100200") })],
  [CONFIG, PROJECT],
  [`${FOLDER}/package.json`, '{ "name": "1400100200" }'],
];
const RENAMES: ClientCapabilities = {
  ...MODERN,
  workspace: { ...MODERN.workspace, workspaceEdit: { documentChanges: true } },
  textDocument: { ...MODERN.textDocument, rename: { prepareSupport: true } },
};

let session: Session;
afterEach(() => session.stop());

async function start(more: Parameters<typeof startSession>[0] = {}): Promise<void> {
  const workspace = new Map(FILES);
  session = await startSession({
    capabilities: RENAMES,
    folders: [FOLDER],
    workspace,
    projectFiles: workspace,
    ...more,
  });
  await session.open(A, policyOn("1400100200", "14001*"));
}

const at = (text: string, uri = A, source = policyOn("1400100200", "14001*")) => ({
  textDocument: { uri },
  position: { line: 0, character: source.indexOf(text) + 3 },
});

describe("an id", () => {
  test("is highlighted in its document", async () => {
    await start();
    const found: DocumentHighlight[] = await session.client.sendRequest(
      "textDocument/documentHighlight",
      at("1400100200"),
    );
    expect(found).toHaveLength(2);
  });

  test("is found in files that nobody has opened", async () => {
    await start();
    const found: Location[] = await session.client.sendRequest("textDocument/references", {
      ...at("1400100200"),
      context: { includeDeclaration: true },
    });
    expect(found.map(({ uri }) => uri)).toEqual([A, A, CONFIG, B, B, REQUEST]);
  });

  test("is found from the project file, and counts there as it is in the editor", async () => {
    await start();
    const text = PROJECT.replace("1400100201", "1400100200");
    await session.open(CONFIG, text, "json");
    const found: Location[] = await session.client.sendRequest("textDocument/references", {
      ...at("1400100200", CONFIG, text),
      context: { includeDeclaration: true },
    });
    expect(found.map(({ uri }) => uri)).toEqual([CONFIG, CONFIG, A, A, B, B, REQUEST]);
  });

  test("is not looked for on the other side of a diff, which nobody can write to", async () => {
    await start();
    await session.open("git:/project/a.policy.json?HEAD", policyOn("1400100200"));
    const edit = await rename("1400100200", "1400100300");
    expect(urisOf(edit)).toEqual([A, CONFIG, B, REQUEST]);
  });
});

describe("renaming", () => {
  test("is offered with preparation where the editor knows that", async () => {
    await start();
    expect(session.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
    const prepared = await session.client.sendRequest("textDocument/prepareRename", at("1400100200"));
    expect(prepared).toMatchObject({ placeholder: "1400100200" });
    expect(await session.client.sendRequest("textDocument/prepareRename", at("RemoveUser"))).toBeNull();
    await expect(session.client.sendRequest("textDocument/prepareRename", at("14001*"))).rejects.toThrow(
      '"14001*" is a pattern',
    );
  });

  test("changes policies, requests and the project file, and says what it leaves alone", async () => {
    const said: string[] = [];
    await start({
      prepare: (client) =>
        client.onNotification("window/showMessage", ({ message }) => void said.push(message)),
    });
    const edit = await rename("1400100200", "1400100300");
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: A, version: 1 }, edits: [{ newText: "1400100300" }] },
      { textDocument: { uri: CONFIG, version: null }, edits: [{ newText: "1400100300" }] },
      { textDocument: { uri: B, version: null }, edits: [{ newText: "1400100300" }] },
      { textDocument: { uri: REQUEST, version: null }, edits: [{ newText: "1400100300" }] },
    ]);
    expect(said).toEqual([
      'Patterns are left as they are: "14001*" (a.policy.json, line 1), "14001002*" (b.policy.json, line 1).',
    ]);
  });

  test("onto an id that another file knows is refused with the place", async () => {
    await start();
    await expect(rename("1400100200", "1400100201")).rejects.toThrow(
      "SDKAppID 1400100201 is already in use (access-policy.config.json, line 1)",
    );
  });
});

test("a file that is open counts as it is there, even where it is no policy any more", async () => {
  await start();
  await session.open(B, "", "json");
  const edit = await rename("1400100200", "1400100300");
  expect(urisOf(edit)).toEqual([A, CONFIG, REQUEST]);
});

describe("symbols of the workspace", () => {
  const find = (query: string): Promise<SymbolInformation[]> =>
    session.client.sendRequest("workspace/symbol", { query });

  test("are policies, statements and applications of all files", async () => {
    await start();
    await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
    const names = (await find("")).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["a.policy.json", "b.policy.json", "Ops", "Live · 1400100200"]),
    );
    expect(names.filter((name) => name.startsWith("allow"))).toHaveLength(3);
  });

  test("are of open documents as they are now, and forget files that are gone", async () => {
    const workspace = new Map(FILES);
    await start({ workspace });
    await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
    await session.change(A, 2, policyOn("1400100200").replace("allow", "deny"));
    expect((await find("deny")).map(({ location }) => location.uri)).toEqual([A]);
    workspace.delete(B);
    await session.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: B, type: 3 }],
    });
    await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
    expect((await find("b.policy")).map(({ name }) => name)).toEqual([]);
  });
});

describe("formatting", () => {
  const options = { tabSize: 2, insertSpaces: true };

  test("is registered for our own languages where the editor takes that", async () => {
    let registered: (params: RegistrationParams) => void = () => {};
    const registration = new Promise<RegistrationParams>((resolve) => {
      registered = resolve;
    });
    const late = { dynamicRegistration: true };
    const formats = { formatting: late, rangeFormatting: late, onTypeFormatting: late };
    const capabilities = { ...MODERN, textDocument: { ...MODERN.textDocument, ...formats } };
    await start({
      capabilities,
      prepare: (client) =>
        client.onRequest("client/registerCapability", (params: RegistrationParams) => {
          if (params.registrations.some(({ method }) => method === "textDocument/formatting"))
            registered(params);
          return null;
        }),
    });
    expect(session.initialized.capabilities.documentFormattingProvider).toBeUndefined();
    const { registrations } = await registration;
    const languages = registrations.map(({ method, registerOptions }) => [
      method,
      registerOptions.documentSelector[0],
    ]);
    expect(languages).toEqual([
      ["textDocument/formatting", { language: "access-policy" }],
      ["textDocument/rangeFormatting", { language: "access-policy" }],
      ["textDocument/onTypeFormatting", { language: "access-policy" }],
    ]);
  });

  test("lays out policies, and leaves other files alone", async () => {
    await start();
    expect(session.initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: "}", moreTriggerCharacter: ["]"] },
    });
    const edits: TextEdit[] = await session.client.sendRequest("textDocument/formatting", {
      textDocument: { uri: A },
      options,
    });
    expect(edits.length).toBeGreaterThan(5);
    await session.open(`${FOLDER}/other.json`, '{"a":1}', "json");
    const others = await session.client.sendRequest("textDocument/formatting", {
      textDocument: { uri: `${FOLDER}/other.json` },
      options,
    });
    expect(others).toBeNull();
  });
});

function rename(id: string, newName: string): Promise<WorkspaceEdit> {
  return session.client.sendRequest("textDocument/rename", { ...at(id), newName });
}

function urisOf({ documentChanges = [] }: WorkspaceEdit): string[] {
  return documentChanges.flatMap((one) => ("textDocument" in one ? [one.textDocument.uri] : []));
}
