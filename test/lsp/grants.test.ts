// Grants files in an editor: what they name is read from other documents and from disk as it is now, and their
// findings follow when a policy comes or goes.
import { afterEach, describe, expect, test } from "vitest";
import {
  type CompletionList,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  type DocumentLink,
  FileChangeType,
  type Hover,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { filesIn, MODERN, type Session, startSession } from "../support/session.js";

const FOLDER = "file:///workspace";
const TEAM = `${FOLDER}/access/team.grants.json`;
const POLICY = (action: string) =>
  `{ "version": "2.0", "statement": [{ "effect": "allow", "action": ["${action}"], "resource": ["*"] }] }`;
const GRANTS = `{
  "dialect": "cam",
  "groups": { "ops": { "policies": ["./rooms.policy.json"] } },
  "users": { "li.wei": { "groups": ["ops"], "policies": ["../shared/chat%20a.policy.json"] } }
}`;

let session: Session;
afterEach(() => session.stop());

async function start(files: Readonly<Record<string, string>>, prepare?: () => void) {
  const workspace = new Map(Object.entries(files));
  session = await startSession({
    workspace,
    capabilities: {
      ...MODERN,
      workspace: { ...MODERN.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    prepare: (client) => {
      if (prepare) client.onRequest(DiagnosticRefreshRequest.type, prepare);
    },
  });
  return workspace;
}

async function messages(uri: string): Promise<string[]> {
  const report: DocumentDiagnosticReport = await session.client.sendRequest("textDocument/diagnostic", {
    textDocument: { uri },
  });
  return report.kind === "full" ? report.items.map(({ message }: Diagnostic) => String(message)) : [];
}

async function hoverAt(line: number, character: number): Promise<string> {
  const hover: Hover | null = await session.client.sendRequest("textDocument/hover", {
    textDocument: { uri: TEAM },
    position: { line, character },
  });
  return JSON.stringify(hover?.contents ?? null);
}

const open = (text = GRANTS) => session.open(TEAM, text, "access-grants");

describe("what a grants file names", () => {
  test("is read from disk, upward too", async () => {
    await start({
      [`${FOLDER}/access/rooms.policy.json`]: POLICY("trtc:DismissRoom"),
      [`${FOLDER}/shared/chat%2520a.policy.json`]: POLICY("im:CreateGroup"),
    });
    await open();
    expect(await messages(TEAM)).toEqual([]);
    const hover = await hoverAt(3, 15);
    expect(hover).toContain("DismissRoom");
    expect(hover).toContain("CreateGroup");
  });

  test("is what an editor has open, saved or not", async () => {
    const rooms = `${FOLDER}/access/rooms.policy.json`;
    await start({ [rooms]: POLICY("trtc:DismissRoom") });
    await session.open(rooms, POLICY("trtc:RemoveUser"));
    await open();
    expect(await hoverAt(2, 16)).toContain("RemoveUser");
    await session.change(rooms, 2, POLICY("trtc:DescribeRoomInfo"));
    expect(await hoverAt(2, 16)).toContain("Read only");
  });

  test("is not known for a version of a commit", async () => {
    await start({});
    const uri = `git:/workspace/access/team.grants.json?{"ref":"HEAD"}`;
    await session.open(uri, GRANTS, "access-grants");
    expect(await messages(uri)).toEqual([]);
  });
});

test("findings follow when a policy comes", async () => {
  let refreshed = () => {};
  const files = await start({}, () => refreshed());
  await open();
  expect(await messages(TEAM)).toEqual([
    '"./rooms.policy.json" leads nowhere',
    '"../shared/chat%20a.policy.json" leads nowhere',
  ]);
  const refresh = new Promise<void>((resolve) => {
    refreshed = resolve;
  });
  const rooms = `${FOLDER}/access/rooms.policy.json`;
  files.set(rooms, POLICY("trtc:DismissRoom"));
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: rooms, type: FileChangeType.Created }],
  });
  await refresh;
  expect(await messages(TEAM)).toEqual(['"../shared/chat%20a.policy.json" leads nowhere']);
});

test("where the editor tells of its files, one that is named is asked for before it is missed", async () => {
  const folder = "virtual://host/workspace";
  const rooms = `${folder}/access/rooms.policy.json`;
  const there = new Map<string, string>();
  const memory = filesIn(there);
  let refreshed = () => {};
  session = await startSession({
    folders: [folder],
    workspaceFiles: {
      ...memory,
      find: async () => [],
      refresh: async (uris) => {
        if (uris.includes(rooms)) there.set(rooms, POLICY("trtc:DismissRoom"));
      },
    },
    prepare: (client) => client.onRequest(DiagnosticRefreshRequest.type, () => refreshed()),
  });
  const uri = TEAM.replace(FOLDER, folder);
  await session.open(uri, GRANTS, "access-grants");
  expect(await messages(uri)).toEqual([]);
  await new Promise<void>((resolve) => {
    refreshed = resolve;
  });
  expect(await messages(uri)).toEqual(['"../shared/chat%20a.policy.json" leads nowhere']);
});

test("links lead to files, and policies of the workspace are proposed", async () => {
  await start({
    [`${FOLDER}/access/rooms.policy.json`]: POLICY("trtc:DismissRoom"),
    [`${FOLDER}/shared/chat.policy.json`]: POLICY("im:CreateGroup"),
  });
  await open();
  const links: DocumentLink[] = await session.client.sendRequest("textDocument/documentLink", {
    textDocument: { uri: TEAM },
  });
  expect(links.map(({ target }) => target)).toEqual([
    `${FOLDER}/access/rooms.policy.json`,
    `${FOLDER}/shared/chat%2520a.policy.json`,
  ]);
  await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  const list: CompletionList = await session.client.sendRequest("textDocument/completion", {
    textDocument: { uri: TEAM },
    position: { line: 2, character: 37 },
  });
  const labels = list.items.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(["./rooms.policy.json", "../shared/chat.policy.json"]));
});

test("a group is renamed, and not onto another one", async () => {
  await start({});
  await open(GRANTS.replace('{ "ops"', '{ "admins": {}, "ops"'));
  const rename = (newName: string): Promise<WorkspaceEdit | null> =>
    session.client.sendRequest("textDocument/rename", {
      textDocument: { uri: TEAM },
      position: { line: 3, character: 40 },
      newName,
    });
  const edit = await rename("operators");
  expect(edit?.changes?.[TEAM]?.map(({ newText }) => newText)).toEqual(['"operators"', '"operators"']);
  await expect(rename("admins")).rejects.toThrow('This file has a group "admins" already');
});

test("a finding that the project lives with is not told", async () => {
  const config = {
    suppressions: [{ check: "missing-policy-file", file: "access/*", reason: "made by a program" }],
  };
  session = await startSession({
    folders: [FOLDER],
    projectFiles: new Map([[`${FOLDER}/access-policy.config.json`, JSON.stringify(config)]]),
  });
  await open();
  expect(await messages(TEAM)).toEqual([]);
});
