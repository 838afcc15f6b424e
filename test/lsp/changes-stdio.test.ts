// A change that widens access, told by the server as it ships to an editor that can do nothing but name an earlier version.
// `npm test` builds it first.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import {
  BASE_NOTIFICATION,
  COMPARE_REQUEST,
  type CompareParams,
  type CompareResult,
} from "../../server/src/protocol/compare.js";

const SERVER = join(import.meta.dirname, "../../server/dist/server.js");
const URI = "file:///project/a.policy.json";
const before = policy("qcs::trtc::uin/100012345678:sdkappid/1400100200");
const after = policy("qcs::trtc::uin/100012345678:sdkappid/*");

function policy(resource: string): string {
  return `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "${resource}" }] }`;
}

test("an SDKAppID that became * is told, and compared for who asks", async () => {
  const child = spawn(process.execPath, [SERVER, "--stdio"], { stdio: "pipe" });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const widened = new Promise<PublishDiagnosticsParams["diagnostics"][number]>((resolve) =>
    client.onNotification("textDocument/publishDiagnostics", ({ diagnostics }: PublishDiagnosticsParams) => {
      const found = diagnostics.find(({ code }) => code === "access-widened");
      if (found !== undefined) resolve(found);
    }),
  );
  client.listen();
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification("initialized", {});
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "json", version: 1, text: after },
  });
  await client.sendNotification(BASE_NOTIFICATION, { uri: URI, base: { name: "HEAD", text: before } });
  const { message, range } = await widened;
  expect(message).toContain("vs HEAD, gained: trtc:RemoveUser (write) on every application");
  expect(range.start).toEqual({ line: 0, character: after.indexOf('"qcs:') });

  const params: CompareParams = {
    before: { name: "HEAD", text: before },
    after: { uri: URI },
    isNamed: true,
    format: "markdown",
  };
  const result: CompareResult | null = await client.sendRequest(COMPARE_REQUEST, params);
  expect(result?.verdict).toBe("widened");
  expect(result?.gained.map(({ named }) => named)).toEqual(["`trtc:RemoveUser`"]);

  const closed = once(child, "close");
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  expect(await closed).toEqual([0, null]);
  client.dispose();
});
