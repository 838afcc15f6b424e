// What completion knows of the other policies of the workspace, and that it forgets files that are gone.
import { afterEach, expect, test } from "vitest";
import { type CompletionList, FileChangeType } from "vscode-languageserver";
import { type Session, startSession } from "../support/session.js";

const OTHER = "file:///project/other.policy.json";
const ID = "1400999999";
const policyOn = (id: string) =>
  `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "qcs::trtc::uin/100012345678:sdkappid/${id}" }] }`;

let session: Session;
afterEach(() => session.stop());

async function labels(uri: string): Promise<string[]> {
  const text = policyOn("");
  const position = { line: 0, character: text.indexOf('sdkappid/"') + "sdkappid/".length };
  const list: CompletionList = await session.client.sendRequest("textDocument/completion", {
    textDocument: { uri },
    position,
  });
  return list.items.map(({ label }) => label);
}

test("applications of other policies are proposed until their file is deleted", async () => {
  const workspace = new Map([[OTHER, policyOn(ID)]]);
  session = await startSession({ folders: ["file:///project"], workspace });
  await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  await session.open("file:///project/a.policy.json", policyOn(""));
  expect((await labels("file:///project/a.policy.json")).join()).toContain(ID);

  workspace.clear();
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: OTHER, type: FileChangeType.Deleted }],
  });
  await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  expect((await labels("file:///project/a.policy.json")).join()).not.toContain(ID);
});

test("what was typed and never saved is not proposed when its document is closed", async () => {
  const workspace = new Map([[OTHER, policyOn(ID)]]);
  session = await startSession({ folders: ["file:///project"], workspace });
  await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  for (const uri of [OTHER, "untitled:Untitled-1"]) {
    await session.open(uri, policyOn("1400777777"));
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }
  await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  await session.open("file:///project/a.policy.json", policyOn(""));
  const proposed = (await labels("file:///project/a.policy.json")).join();
  expect(proposed).toContain(ID);
  expect(proposed).not.toContain("1400777777");
});
