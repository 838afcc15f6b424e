// Renaming over files on disk, by the server as it ships, for an editor that knows neither preparation nor versions.
// `npm test` builds it first.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from "vscode-languageserver/node";

const SERVER = join(import.meta.dirname, "../../server/dist/server.js");
const OLD = "1400100200";
const NEW = "1400100300";
const POLICY = `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:RemoveUser",
  "resource": "qcs::trtc::uin/100012345678:sdkappid/${OLD}" }] }`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "access-policy-rename-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("an application is renamed in files that nobody has opened, but for those that git leaves out", async () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  mkdirSync(join(folder, "deep er"));
  mkdirSync(join(folder, "old"));
  write("a.policy.json", POLICY);
  write("deep er/b.json", POLICY);
  write("old/c.policy.json", POLICY);
  write(".gitignore", "old/\n");
  write("access-policy.config.json", `{ "applications": [{ "sdkAppId": ${OLD} }] }`);

  const child = spawn(process.execPath, [SERVER, "--stdio"], { stdio: "pipe" });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
  const { capabilities }: InitializeResult = await client.sendRequest("initialize", {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  });
  expect(capabilities.renameProvider).toBe(true);
  await client.sendNotification("initialized", {});
  const uri = uriOf("a.policy.json");
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "json", version: 1, text: POLICY },
  });
  const line = 1;
  const character = (POLICY.split("\n")[line] ?? "").indexOf(OLD);
  const renaming = (newName: string): Promise<WorkspaceEdit> =>
    client.sendRequest("textDocument/rename", {
      textDocument: { uri },
      position: { line, character },
      newName,
    });

  const range = { start: { line, character }, end: { line, character: character + OLD.length } };
  const { changes = {} } = await renaming(NEW);
  expect(Object.keys(changes).sort()).toEqual(
    ["a.policy.json", "access-policy.config.json", "deep er/b.json"].map(uriOf),
  );
  expect(changes[uri]).toEqual([{ range, newText: NEW }]);
  expect(changes[uriOf("deep er/b.json")]).toEqual([{ range, newText: NEW }]);
  await expect(renaming("Live")).rejects.toThrow('"Live" is no SDKAppID, which is a whole number');

  const closed = once(child, "close");
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  expect(await closed).toEqual([0, null]);
  client.dispose();
});
