// Editors that can do less than VS Code, or say it otherwise, each by what it said to a server at its start.
import { afterEach, describe, expect, test } from "vitest";
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  PositionEncodingKind,
} from "vscode-languageserver";
import { type Session, startSession } from "../support/session.js";

const URI = "file:///project/a.policy.json";
const policy = (effect: string, resource = "*") =>
  `{ "version": "2.0", "statement": [{ "effect": "${effect}", "action": "trtc:RemoveUser", "resource": "${resource}" }] }`;
const WRONG = policy("alow");
const RESOURCE = "qcs::trtc::uin/100012345678:sdkappid/1400100777";
const APPLICATIONS = [{ sdkAppId: 1400100777, label: "Live prod" }];

let session: Session;
afterEach(() => session.stop());

const hoverOn = (text: string, word: string): Promise<Hover | null> =>
  session.client.sendRequest("textDocument/hover", {
    textDocument: { uri: URI },
    position: { line: 0, character: text.indexOf(word) },
  });

/** Labels of what is offered in the place of the resource. */
async function resources(): Promise<string[]> {
  const text = policy("allow", "");
  await session.open(URI, text, "json");
  const list: CompletionList = await session.client.sendRequest("textDocument/completion", {
    textDocument: { uri: URI },
    position: { line: 0, character: text.indexOf('""') + 1 },
  });
  return list.items.map(({ label }) => label);
}
const offersLive = async () => (await resources()).some((label) => label.includes("1400100777"));

/** Eglot 1.9 in an Emacs without Markdown, and Neovim 0.7, as far as it concerns what we answer. */
const EGLOT: ClientCapabilities = {
  workspace: { applyEdit: true, configuration: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    hover: { dynamicRegistration: false, contentFormat: ["plaintext"] },
    completion: { completionItem: { snippetSupport: false } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
};
const NEOVIM: ClientCapabilities = {
  workspace: { workspaceEdit: { resourceOperations: ["rename", "create", "delete"] } },
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { documentationFormat: ["markdown", "plaintext"] } },
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
    rename: { prepareSupport: true },
  },
};

describe("an editor without Markdown", () => {
  test("is told on a hover what the others are, without the marks", async () => {
    session = await startSession({ capabilities: EGLOT });
    await session.open(URI, WRONG, "json");
    const plain = await hoverOn(WRONG, "trtc:RemoveUser");
    expect(plain?.contents).toMatchObject({ kind: "plaintext" });
    expect(JSON.stringify(plain)).toMatch(/trtc:RemoveUser · TRTC/);
    expect(JSON.stringify(plain)).not.toMatch(/\*\*|\]\(|`/);
    await session.stop();
    session = await startSession({ capabilities: NEOVIM });
    await session.open(URI, WRONG, "json");
    expect((await hoverOn(WRONG, "trtc:RemoveUser"))?.contents).toMatchObject({ kind: "markdown" });
  });

  test("is given the documentation of a proposal plain as well", async () => {
    session = await startSession({ capabilities: EGLOT });
    const item: CompletionItem = await session.client.sendRequest("completionItem/resolve", {
      label: "trtc:RemoveUser",
      data: { names: "action", dialect: "cam" },
    });
    expect(item.documentation).toMatchObject({ kind: "plaintext" });
    expect(JSON.stringify(item.documentation)).not.toMatch(/\*\*/);
  });
});

describe("settings of an editor that pushes them", () => {
  const push = (settings: unknown) =>
    session.client.sendNotification("workspace/didChangeConfiguration", { settings });

  test.each([
    ["the section", { applications: APPLICATIONS }],
    [
      "all settings, as some configurations have one place for both",
      { accessPolicy: { applications: APPLICATIONS } },
    ],
  ])("come at the start as %s", async (_name, initializationOptions) => {
    session = await startSession({ capabilities: EGLOT, initializationOptions });
    expect(await offersLive()).toBe(true);
  });

  test("stay when it tells of a change and has nothing to say, as Eglot does at each start", async () => {
    session = await startSession({
      initializationOptions: { applications: APPLICATIONS },
      capabilities: EGLOT,
    });
    await push({});
    expect(await offersLive()).toBe(true);
    await push(null);
    expect(await offersLive()).toBe(true);
  });

  test("are asked for where it answers, though it says nothing of changes", async () => {
    session = await startSession({ settings: { applications: APPLICATIONS }, capabilities: EGLOT });
    expect(await offersLive()).toBe(true);
  });

  test("are missing, and nothing else, where it says that it answers and does not", async () => {
    session = await startSession({
      capabilities: { ...EGLOT, textDocument: { ...EGLOT.textDocument, diagnostic: {} } },
      workspace: new Map([["file:///workspace/b.policy.json", policy("allow", RESOURCE)]]),
      get settings(): unknown {
        throw new Error("No such request");
      },
    });
    // Answered when the workspace has been read.
    await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
    expect(await offersLive()).toBe(true);
  });

  test("give way to what it has to say", async () => {
    session = await startSession({
      initializationOptions: { applications: APPLICATIONS },
      capabilities: EGLOT,
    });
    await push({ accessPolicy: { applications: [] } });
    expect(await offersLive()).toBe(false);
  });

  test("stay where it answers that it has none", async () => {
    session = await startSession({ initializationOptions: { applications: APPLICATIONS } });
    expect(await offersLive()).toBe(true);
  });
});

test.each<PositionEncodingKind[][]>([[["utf-8", "utf-32", "utf-16"]], [["utf-8"]], [["utf-32", "utf-8"]]])(
  "an editor that offers %j first is told in what positions are counted",
  async (positionEncodings) => {
    session = await startSession({ capabilities: { ...EGLOT, general: { positionEncodings } } });
    expect(session.initialized.capabilities.positionEncoding).toBe("utf-16");
    // One unit for each character of the first word, two for the face, whatever their bytes are.
    const text = WRONG.replace('"effect"', '"sid": "环境😀", "effect"');
    const arrived = session.published(URI);
    await session.open(URI, text, "json");
    const { diagnostics } = await arrived;
    const place = (items: readonly Diagnostic[]) =>
      items.find(({ code }) => code === "unknown-effect")?.range;
    expect(place(diagnostics)?.start).toEqual({ line: 0, character: text.indexOf('"alow"') });
  },
);

test("an editor that resolves nothing gets actions with their edits, and proposals that are whole", async () => {
  session = await startSession({ capabilities: EGLOT });
  await session.open(URI, WRONG, "json");
  const at = { line: 0, character: WRONG.indexOf("alow") };
  const actions: CodeAction[] = await session.client.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: { start: at, end: at },
    context: { diagnostics: [], only: ["quickfix", "source"] },
  });
  expect(actions.length).toBeGreaterThan(0);
  for (const { edit, command } of actions) expect(edit ?? command).toBeDefined();
  const list: CompletionList = await session.client.sendRequest("textDocument/completion", {
    textDocument: { uri: URI },
    position: { line: 0, character: WRONG.indexOf("trtc:") + 5 },
  });
  expect(list.itemDefaults).toBeUndefined();
  for (const { textEdit, insertTextFormat } of list.items) {
    expect(textEdit).toBeDefined();
    expect(insertTextFormat).toBeUndefined();
  }
});
