// The server as it ships, as every editor but VS Code starts it. `npm test` builds it first.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  createProtocolConnection,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const SERVER = join(import.meta.dirname, "../../server/dist/server.js");
const URI = "file:///project/a.policy.json";
const TEXT = `{ "version": "2.0", "statement": [{ "sid": "环境😀", "effect": "alow", "action": "trtc:RemoveUser", "resource": "*" }] }`;

test("it serves an editor that can do next to nothing and counts in bytes, writes nothing else, and ends", async () => {
  const child = spawn(process.execPath, [SERVER, "--stdio"], { stdio: "pipe" });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = new Promise<PublishDiagnosticsParams>((resolve) =>
    client.onNotification("textDocument/publishDiagnostics", resolve),
  );
  client.listen();

  const { capabilities }: InitializeResult = await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: { general: { positionEncodings: ["utf-8", "utf-16"] } },
  });
  expect(capabilities.positionEncoding).toBe("utf-16");
  expect(capabilities.diagnosticProvider).toBeUndefined();
  await client.sendNotification("initialized", {});
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "json", version: 1, text: TEXT },
  });
  const { diagnostics } = await published;
  const character = TEXT.indexOf('"alow"');
  expect(diagnostics.find(({ code }) => code === "unknown-effect")?.range).toEqual({
    start: { line: 0, character },
    end: { line: 0, character: character + '"alow"'.length },
  });

  const closed = once(child, "close");
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  expect(await closed).toEqual([0, null]);
  expect(said).toBe("");
  client.dispose();
});
