// The programs for browsers as they ship: without anything of Node, small enough to be fetched, and at work in a
// worker that has no disk. `npm test` builds them first.
import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { transformSync } from "esbuild";
import { afterEach, describe, expect, test } from "vitest";
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type Hover,
  type Message,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import {
  type FileAtPlace,
  LIST_FILES_REQUEST,
  READ_FILES_REQUEST,
  READ_TEXTS_REQUEST,
  type ReadFilesParams,
} from "../../server/src/protocol/files.js";
import { MODERN } from "../support/session.js";

const ROOT = join(import.meta.dirname, "../..");
const SERVER = join(ROOT, "server/dist/server.web.js");
const CLIENT = join(ROOT, "client/dist/extension.web.js");
const FOLDER = "vscode-vfs://github/project";

describe.each([
  { name: "the client", file: CLIENT, packages: ["vscode"], kilobytes: 600 },
  { name: "the server", file: SERVER, packages: [], kilobytes: 1000 },
])("$name", ({ file, packages, kilobytes }) => {
  test("it is built", () => {
    expect(existsSync(file), "node esbuild.mjs builds it").toBe(true);
  });

  test(`it loads nothing but [${packages.join()}]`, () => {
    const code = readFileSync(file, "utf8");
    const loaded = [...code.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(loaded)]).toEqual(packages);
    for (const name of builtinModules) expect(code).not.toContain(`"node:${name}"`);
    expect(code).not.toMatch(/\b__dirname\b|\b__filename\b/);
  });

  test(`it has at most ${kilobytes} kilobytes`, () => {
    const { code } = transformSync(readFileSync(file, "utf8"), { minify: true, legalComments: "none" });
    expect(code.length / 1024).toBeLessThan(kilobytes);
  });
});

test("the manifest names it for browsers", () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(join(ROOT, manifest.browser)).toBe(CLIENT);
  expect(manifest.capabilities).toMatchObject({
    untrustedWorkspaces: { supported: true },
    virtualWorkspaces: true,
  });
});

describe("the server in a worker", () => {
  const started: ProtocolConnection[] = [];
  afterEach(() => {
    for (const client of started.splice(0)) client.dispose();
  });

  const WRONG = `{
  "version": "2.0",
  "statement": [{ "effect": "alow", "action": ["name/trtc:DescribeRoomInfo"], "resource": ["*"] }]
}
`;

  test("judges, explains and completes what is open, by the project file beside it", async () => {
    const client = await start({
      [`${FOLDER}/access-policy.config.json`]: '{ "checks": { "unknown-effect": "warning" } }',
    });
    const uri = `${FOLDER}/a.policy.json`;
    open(client, uri, WRONG);
    const report: DocumentDiagnosticReport = await client.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
    });
    expect(report).toMatchObject({ items: [{ code: "unknown-effect", severity: 2 }] });

    const position = { line: 2, character: WRONG.split("\n")[2]?.indexOf("DescribeRoomInfo") ?? 0 };
    const hover: Hover = await client.sendRequest("textDocument/hover", { textDocument: { uri }, position });
    // Its documentation stands in a file that the editor reads.
    const { actions } = JSON.parse(readFileSync(join(ROOT, "server/data/texts.json"), "utf8"));
    expect(JSON.stringify(hover)).toContain(actions.cam["trtc:DescribeRoomInfo"].summary);

    const completion = await client.sendRequest("textDocument/completion", {
      textDocument: { uri },
      position,
    });
    expect(JSON.stringify(completion)).toContain("trtc:DescribeRoomInfo");
  });

  test("judges what nobody has opened", async () => {
    const client = await start({
      [`${FOLDER}/a.policy.json`]: WRONG,
      [`${FOLDER}/quiet/b.policy.json`]: WRONG,
      [`${FOLDER}/quiet/access-policy.config.json`]: '{ "checks": { "unknown-effect": "off" } }',
    });
    const report = await client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
    expect(report).toMatchObject({
      items: [{ uri: `${FOLDER}/a.policy.json`, items: [{ code: "unknown-effect" }] }],
    });
  });

  test("serves what is open where the editor can read nothing", async () => {
    const client = await start(undefined);
    open(client, "untitled:Untitled-1", WRONG);
    const report = await client.sendRequest("textDocument/diagnostic", {
      textDocument: { uri: "untitled:Untitled-1" },
    });
    expect(report).toMatchObject({ items: [{ code: "unknown-effect" }] });
  });

  async function start(files: Readonly<Record<string, string>> | undefined): Promise<ProtocolConnection> {
    const client = await startWorker(files);
    started.push(client);
    return client;
  }

  function open(client: ProtocolConnection, uri: string, text: string): void {
    const textDocument = { uri, languageId: "access-policy", version: 1, text };
    void client.sendNotification("textDocument/didOpen", { textDocument });
  }
});

/** Without files the editor knows none of our requests. */
async function startWorker(files: Readonly<Record<string, string>> | undefined): Promise<ProtocolConnection> {
  const toClient = createChannel();
  const toServer = createChannel();
  // What every worker has, and nothing of Node.
  const worker = {
    ...{
      console,
      performance,
      TextDecoder,
      TextEncoder,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
    },
    postMessage: toClient.post,
    addEventListener() {},
    onmessage: (_event: { readonly data: Message }) => {},
  };
  Object.assign(worker, { self: worker });
  runInContext(readFileSync(SERVER, "utf8"), createContext(worker));
  toServer.listen((data) => worker.onmessage({ data }));

  const client = createProtocolConnection(
    { ...toClient.end, listen: (receive) => toClient.listen(receive) },
    { ...toServer.end, write: async (message) => toServer.post(message), end() {} },
  );
  client.onRequest("client/registerCapability", () => null);
  client.onRequest("workspace/configuration", () => [null]);
  client.onRequest("workspace/diagnostic/refresh", () => null);
  if (files !== undefined) {
    client.onRequest(LIST_FILES_REQUEST, () => Object.keys(files));
    client.onRequest(READ_FILES_REQUEST, ({ uris }: ReadFilesParams) =>
      uris.map((uri): FileAtPlace => {
        const text = files[uri];
        return text === undefined ? { kind: "none" } : { kind: "file", text };
      }),
    );
    client.onRequest(READ_TEXTS_REQUEST, () => readFileSync(join(ROOT, "server/data/texts.json"), "utf8"));
  }
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: FOLDER, name: "project" }],
    capabilities: MODERN,
  });
  await client.sendNotification("initialized", {});
  return client;
}

/** Messages as a worker gets them: copied, one after the other, and later. */
function createChannel() {
  const waiting: Message[] = [];
  let receive: ((message: Message) => void) | undefined;
  const nothing = () => ({ dispose() {} });
  return {
    post(message: Message): void {
      const copy: Message = JSON.parse(JSON.stringify(message));
      setImmediate(() => (receive === undefined ? void waiting.push(copy) : receive(copy)));
    },
    listen(callback: (message: Message) => void) {
      receive = callback;
      for (const message of waiting.splice(0)) callback(message);
      return {
        dispose() {
          receive = () => {};
        },
      };
    },
    end: { onError: nothing, onClose: nothing, onPartialMessage: nothing, dispose() {} },
  };
}
