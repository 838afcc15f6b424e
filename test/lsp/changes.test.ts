// What an editor is told of a policy of which it knows an earlier version: findings on the words that grant more, the
// line above the policy, and both versions compared for who asks.
import { afterEach, expect, test } from "vitest";
import type { CodeLens, Diagnostic, DocumentDiagnosticReport, InlayHint } from "vscode-languageserver";
import { SHOW_ACCESS_CHANGES } from "../../server/src/protocol/client-commands.js";
import {
  BASE_NOTIFICATION,
  type BaseText,
  COMPARE_REQUEST,
  type CompareParams,
  type CompareResult,
} from "../../server/src/protocol/compare.js";
import { MODERN, type Session, type SessionOptions, startSession } from "../support/session.js";

const FOLDER = "file:///project";
const URI = `${FOLDER}/live.policy.json`;
const APPLICATION = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
const EVERY = "qcs::trtc::uin/100012345678:sdkappid/*";

let session: Session | undefined;

afterEach(() => session?.stop());

async function start(options: SessionOptions = {}): Promise<Session> {
  session = await startSession({
    folders: [FOLDER],
    settings: { applications: [{ sdkAppId: 1400100200, label: "Live prod" }] },
    ...options,
  });
  return session;
}

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ version: "2.0", statement: statements }, null, 2);
}

function allow(action: string, resource = APPLICATION): object {
  return { effect: "allow", action: [action], resource: [resource] };
}

async function compareWith(running: Session, base: BaseText | null, uri = URI): Promise<void> {
  await running.client.sendNotification(BASE_NOTIFICATION, { uri, base });
}

async function widened({ client }: Session, uri = URI): Promise<Diagnostic[]> {
  const report: DocumentDiagnosticReport = await client.sendRequest("textDocument/diagnostic", {
    textDocument: { uri },
  });
  const items = "items" in report ? report.items : [];
  return items.filter(({ code }) => code === "access-widened");
}

/** Titles of the lines that are about a change. */
async function lenses({ client }: Session, uri = URI): Promise<readonly string[]> {
  const all: CodeLens[] = await client.sendRequest("textDocument/codeLens", { textDocument: { uri } });
  return all.flatMap(({ command }) => (command?.title.startsWith("vs ") ? [command.title] : []));
}

function compared({ client }: Session, params: Partial<CompareParams>): Promise<CompareResult | null> {
  return client.sendRequest(COMPARE_REQUEST, {
    before: { name: "HEAD", text: null },
    after: { uri: URI },
    isNamed: false,
    format: "plaintext",
    ...params,
  });
}

test("an SDKAppID that became * is told on that string, and above the policy", async () => {
  const running = await start();
  const text = policy(allow("trtc:RemoveUser", EVERY));
  await running.open(URI, text);
  await compareWith(running, { name: "HEAD", text: policy(allow("trtc:RemoveUser")) });
  const [finding, ...more] = await widened(running);
  expect(more).toEqual([]);
  const line = text.split("\n").findIndex((each) => each.includes(EVERY));
  expect(finding).toMatchObject({
    severity: 3,
    range: { start: { line, character: 8 }, end: { line, character: 8 + EVERY.length + 2 } },
    message:
      "vs HEAD, gained: trtc:RemoveUser (write) on every application of uin/100012345678; before: app 1400100200 (Live prod); example: trtc:RemoveUser on qcs::trtc::uin/100012345678:sdkappid/1000000000",
  });
  expect(await lenses(running)).toEqual([
    "vs HEAD: widened, +1 write on every application of uin/100012345678",
  ]);
});

test("the same stands behind the string, where nothing must be pointed at", async () => {
  const running = await start();
  const text = policy(allow("trtc:RemoveUser", EVERY));
  await running.open(URI, text);
  await compareWith(running, { name: "HEAD", text: policy(allow("trtc:RemoveUser")) });
  const hints: InlayHint[] = await running.client.sendRequest("textDocument/inlayHint", {
    textDocument: { uri: URI },
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
  });
  expect(hints.filter(({ label }) => label.toString().startsWith("vs "))).toMatchObject([
    {
      position: { line: 9, character: 8 + EVERY.length + 2 },
      label: "vs HEAD: +1 write on every application of uin/100012345678",
    },
  ]);
});

test("all that a string newly allows is one hint, though the page tells it apart", async () => {
  const running = await start();
  const actions = ["trtc:DescribeRoomInfo", "trtc:DismissRoom", "trtc:RemoveUser"];
  const statements = (resource: string) => [
    { effect: "allow", action: actions, resource: [resource] },
    {
      effect: "deny",
      action: ["trtc:DismissRoom"],
      resource: ["qcs::trtc::uin/100012345678:sdkappid/1400100201"],
    },
  ];
  await running.open(URI, policy(...statements(EVERY)));
  await compareWith(running, {
    name: "HEAD",
    text: policy(...statements("qcs::trtc::uin/100012345678:sdkappid/1400100200")),
  });
  const hints: InlayHint[] = await running.client.sendRequest("textDocument/inlayHint", {
    textDocument: { uri: URI },
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
  });
  expect(hints.filter(({ label }) => label.toString().startsWith("vs "))).toMatchObject([
    { label: "vs HEAD: +2 write, +1 read on every application of uin/100012345678" },
  ]);
});

test("a deny that is gone is told where its statement allows", async () => {
  const running = await start();
  await running.open(URI, policy(allow("trtc:RemoveUser")));
  const deny = { ...allow("trtc:RemoveUser"), effect: "deny" };
  await compareWith(running, { name: "HEAD", text: policy(allow("trtc:RemoveUser"), deny) });
  const hints: InlayHint[] = await running.client.sendRequest("textDocument/inlayHint", {
    textDocument: { uri: URI },
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
  });
  expect(hints.filter(({ label }) => label.toString().startsWith("vs "))).toMatchObject([
    { position: { line: 3, character: 5 }, label: "vs HEAD: +1 write on Live prod" },
  ]);
});

test("a label is enough to name an application, and what is lost is told too", async () => {
  const running = await start();
  await running.open(URI, policy(allow("trtc:RemoveUser"), allow("trtc:DismissRoom")));
  await compareWith(running, { name: "main", text: policy(allow("trtc:DescribeRoomInfo", "*")) });
  expect(await lenses(running)).toEqual([
    "vs main: widened and narrowed, +2 write on Live prod, −1 read on everything",
  ]);
});

test("the lens leads to the page about the change, where the editor has one", async () => {
  const running = await start({ initializationOptions: { commands: [SHOW_ACCESS_CHANGES] } });
  await running.open(URI, policy(allow("trtc:RemoveUser")));
  await compareWith(running, { name: "HEAD", text: null });
  const all: CodeLens[] = await running.client.sendRequest("textDocument/codeLens", {
    textDocument: { uri: URI },
  });
  expect(all.map(({ command }) => command)).toContainEqual({
    title: "vs HEAD: new policy, +1 write on Live prod",
    command: SHOW_ACCESS_CHANGES,
    arguments: [{ uri: URI }],
  });
});

test("of a new policy, and of a base that cannot be read, the lens alone tells", async () => {
  const running = await start();
  await running.open(URI, policy(allow("trtc:RemoveUser")));
  await compareWith(running, { name: "HEAD", text: null });
  expect(await widened(running)).toEqual([]);
  await compareWith(running, { name: "HEAD", text: "<<<<<<< ours" });
  expect(await widened(running)).toEqual([]);
  expect(await lenses(running)).toEqual(["vs HEAD: nothing to compare with (no policy in it)"]);
  await compareWith(running, { name: "HEAD", text: "" });
  expect(await lenses(running)).toEqual(["vs HEAD: nothing to compare with (it is empty)"]);
});

test("in a merge that is not finished the own side is compared, and what it may hide is said", async () => {
  const running = await start();
  const before = policy(allow("trtc:RemoveUser"), allow("trtc:DismissRoom"));
  const action = '"trtc:DismissRoom"';
  const conflict = `\n<<<<<<< HEAD\n${action}\n=======\n"trtc:*"\n>>>>>>> branch\n`;
  const text = before.replace(APPLICATION, EVERY).replace(action, conflict);
  await running.open(URI, text);
  await compareWith(running, { name: "HEAD", text: before });
  expect(await widened(running)).toHaveLength(1);
  expect(await lenses(running)).toEqual([
    "vs HEAD: widened, +1 write on every application of uin/100012345678, as far as it could be read",
  ]);
  const result = await compared(running, { before: { name: "HEAD", text: before } });
  expect(result?.gaps).toEqual([
    { side: "after", line: 17, reason: "only one side of a merge conflict is read" },
  ]);
});

test("the same text needs no words, and other words for the same access say that it is", async () => {
  const running = await start();
  const text = policy(allow("trtc:RemoveUser"));
  await running.open(URI, text);
  await compareWith(running, { name: "HEAD", text });
  expect(await lenses(running)).toEqual([]);
  await compareWith(running, { name: "HEAD", text: text.replaceAll("\n", "") });
  expect(await lenses(running)).toEqual(["vs HEAD: access unchanged"]);
  expect(await widened(running)).toEqual([]);
});

test("a base with a part that nobody can read says how far it was read", async () => {
  const running = await start();
  await running.open(URI, policy(allow("trtc:RemoveUser"), allow("trtc:DismissRoom")));
  const base = policy(allow("trtc:RemoveUser"), { ...allow("trtc:DismissRoom"), effect: "alow" });
  await compareWith(running, { name: "HEAD", text: base });
  expect(await lenses(running)).toEqual([
    "vs HEAD: widened, +1 write on Live prod, as far as it could be read",
  ]);
});

test("who mends a statement that nobody could read has not widened it", async () => {
  const running = await start();
  const broken = { ...allow("trtc:RemoveUser"), effect: "alow" };
  await running.open(URI, policy(allow("trtc:RemoveUser"), allow("trtc:DismissRoom", EVERY)));
  await compareWith(running, { name: "HEAD", text: policy(broken, allow("trtc:DismissRoom")) });
  const found = await widened(running);
  expect(found.map(({ message }) => String(message).slice(0, 36))).toEqual([
    "vs HEAD, gained: trtc:DismissRoom (w",
  ]);
});

test("the change follows the text, and ends with the base", async () => {
  const running = await start();
  const base = policy(allow("trtc:RemoveUser"));
  await running.open(URI, base);
  await compareWith(running, { name: "HEAD", text: base });
  await running.change(URI, 2, policy(allow("trtc:*")));
  expect(await widened(running)).toHaveLength(1);
  await running.change(URI, 3, base);
  expect(await widened(running)).toEqual([]);
  await running.change(URI, 4, policy(allow("trtc:*")));
  await compareWith(running, null);
  expect(await widened(running)).toEqual([]);
  expect(await lenses(running)).toEqual([]);
});

test("a closed document is compared with nothing until the client tells of it again", async () => {
  const running = await start();
  await running.open(URI, policy(allow("trtc:*")));
  await compareWith(running, { name: "HEAD", text: policy(allow("trtc:RemoveUser")) });
  await running.client.sendNotification("textDocument/didClose", { textDocument: { uri: URI } });
  await running.open(URI, policy(allow("trtc:*")));
  expect(await lenses(running)).toEqual([]);
});

test("a base may be known before the document is open", async () => {
  const running = await start();
  await compareWith(running, { name: "HEAD", text: policy(allow("trtc:RemoveUser")) });
  await running.open(URI, policy(allow("trtc:*")));
  expect(await widened(running)).toHaveLength(1);
});

test("the project gives the finding a level, or turns it off", async () => {
  for (const [level, severity] of [
    ["error", 1],
    ["off", undefined],
  ] as const) {
    const running = await start({
      projectFiles: new Map([
        [`${FOLDER}/access-policy.config.json`, JSON.stringify({ checks: { "access-widened": level } })],
      ]),
    });
    await running.open(URI, policy(allow("trtc:*")));
    await compareWith(running, { name: "HEAD", text: policy(allow("trtc:RemoveUser")) });
    expect((await widened(running)).map((one) => one.severity)).toEqual(
      severity === undefined ? [] : [severity],
    );
    // What is no finding is to be seen all the same.
    expect(await lenses(running)).toHaveLength(1);
    await running.stop();
    session = undefined;
  }
});

test("an editor that cannot pull is pushed the change", async () => {
  const running = await start({ capabilities: {} });
  await running.open(URI, policy(allow("trtc:*")));
  await running.published(URI);
  await compareWith(running, { name: "HEAD", text: policy(allow("trtc:RemoveUser")) });
  const { diagnostics } = await running.published(URI);
  expect(diagnostics.map(({ code }) => code)).toContain("access-widened");
});

test("an editor that shows lenses and pulls is asked to look again, once for all documents", async () => {
  const asked: string[] = [];
  let arrived: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const running = await start({
    capabilities: { ...MODERN, workspace: { ...MODERN.workspace, codeLens: { refreshSupport: true } } },
    prepare(client) {
      client.onRequest("workspace/diagnostic/refresh", () => {
        asked.push("diagnostics");
        return null;
      });
      client.onRequest("workspace/codeLens/refresh", () => {
        asked.push("lenses");
        if (asked.includes("diagnostics")) arrived();
        return null;
      });
    },
  });
  // What the settings changed is through when this is answered.
  await lenses(running);
  asked.length = 0;
  for (const name of ["a", "b", "c"]) {
    const uri = `${FOLDER}/${name}.policy.json`;
    await running.open(uri, policy(allow("trtc:*")));
    await compareWith(running, { name: "HEAD", text: policy(allow("trtc:RemoveUser")) }, uri);
  }
  await all;
  expect(asked.sort()).toEqual(["diagnostics", "lenses"]);
});

test("who asks is told verdict, words, and places in the version that they are of", async () => {
  const running = await start();
  const before = policy(allow("trtc:DismissRoom"), allow("trtc:DescribeRoomInfo"));
  const after = policy(allow("trtc:RemoveUser"));
  const result = await compared(running, {
    before: { name: "HEAD", text: before },
    after: { uri: URI, text: after },
  });
  expect(result).toMatchObject({
    verdict: "changed",
    title: "access widened and narrowed",
    figures: ["+1 write on Live prod", "−1 write", "−1 read on Live prod"],
    isNew: false,
    isDeleted: false,
    mayHide: false,
    gaps: [],
    undecided: [],
  });
  expect(
    result?.gained.map(({ access, named, where, by, statement }) => [
      access,
      named,
      where,
      by,
      statement.start,
    ]),
  ).toEqual([
    [
      "write",
      "trtc:RemoveUser",
      "app 1400100200 (Live prod)",
      "statement 1, line 4",
      { line: 3, character: 4 },
    ],
  ]);
  expect(result?.lost.map(({ named, by, element }) => [named, by, element.start.line])).toEqual([
    ["trtc:DismissRoom", "statement 1, line 4 of the base", 6],
    ["trtc:DescribeRoomInfo", "statement 2, line 13 of the base", 15],
  ]);
});

test("an open document is compared as it is in the editor", async () => {
  const running = await start();
  await running.open(URI, policy(allow("trtc:RemoveUser")));
  const result = await compared(running, { before: { name: "HEAD", text: policy() } });
  expect(result?.figures).toEqual(["+1 write on Live prod"]);
});

test("files that are gone, the same, or no policy", async () => {
  const running = await start();
  const text = policy(allow("trtc:RemoveUser"));
  const gone = await compared(running, { before: { name: "HEAD", text }, after: { uri: URI, text: null } });
  expect(gone).toMatchObject({ verdict: "narrowed", isDeleted: true, mayHide: false });
  const same = await compared(running, { before: { name: "HEAD", text }, after: { uri: URI, text } });
  expect(same).toMatchObject({ verdict: "unchanged", gained: [], lost: [] });
  const other = { uri: `${FOLDER}/package.json`, text: '{ "name": "a" }' };
  expect(await compared(running, { before: { name: "HEAD", text: "{}" }, after: other })).toBeNull();
  expect(await compared(running, { after: { uri: `${FOLDER}/package.json`, text: null } })).toBeNull();
});

test("a file that a person named is read as a policy whatever it is called", async () => {
  const running = await start();
  const text = '{ "statement": [{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "*" }] }';
  const after = { uri: "untitled:Untitled-1", text };
  expect(await compared(running, { after, isNamed: true })).toMatchObject({
    isNew: true,
    verdict: "widened",
  });
});

test("words are in Markdown for who shows Markdown", async () => {
  const running = await start();
  const result = await compared(running, {
    after: { uri: URI, text: policy(allow("trtc:RemoveUser")) },
    format: "markdown",
  });
  expect(result?.gained.map(({ named, where }) => [named, where])).toEqual([
    ["`trtc:RemoveUser`", "app 1400100200 (Live prod)"],
  ]);
});
