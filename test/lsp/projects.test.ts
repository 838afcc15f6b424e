// Project files in an editor: each document is judged by the nearest one, changes apply at once, and while a file
// is broken, what it said before stays.
import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeAction,
  type CompletionList,
  type Diagnostic,
  type DocumentDiagnosticReport,
  FileChangeType,
  type Hover,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { STATUS_REQUEST, type StatusResult } from "../../server/src/protocol/status.js";
import { MODERN, type Session, startSession } from "../support/session.js";

const ONE = "file:///project/one";
const TWO = "file:///project/two";
const CONFIG = "access-policy.config.json";
const POLICY = `{ "version": "2.0", "statement": [{ "effect": "alow", "action": "trtc:RemoveUser", "resource": "*" }] }`;

const levels = (level: string) => JSON.stringify({ checks: { "unknown-effect": level } });
const suppression = (more: object = {}) =>
  JSON.stringify({
    suppressions: [{ check: "unknown-effect", file: "a.policy.json", reason: "x", ...more }],
  });

let session: Session;
afterEach(() => session.stop());

async function start(files: Readonly<Record<string, string>>, watches = true) {
  const projectFiles = new Map(Object.entries(files));
  const workspace = watches
    ? { ...MODERN.workspace, didChangeWatchedFiles: { dynamicRegistration: true } }
    : MODERN.workspace;
  session = await startSession({
    folders: [ONE, TWO],
    projectFiles,
    capabilities: { ...MODERN, ...(workspace && { workspace }) },
  });
  return projectFiles;
}

async function pull(uri: string): Promise<Diagnostic[]> {
  const report: DocumentDiagnosticReport = await session.client.sendRequest("textDocument/diagnostic", {
    textDocument: { uri },
  });
  return report.kind === "full" ? report.items : [];
}

const severities = async (uri: string) => (await pull(uri)).map(({ severity }) => severity);
const messages = async (uri: string) => (await pull(uri)).map(({ message }) => message);

function tell(uri: string, type: FileChangeType = FileChangeType.Changed) {
  return session.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
}

test("a text that has no file yet knows the names of the first folder", async () => {
  const applications = [{ sdkAppId: 1400100200, label: "Live prod", account: "100012345678" }];
  await start({ [`${ONE}/${CONFIG}`]: JSON.stringify({ applications }) });
  const resource = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
  const text = `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "${resource}" }] }`;
  await session.open("untitled:Untitled-1", text);
  const hover: Hover | null = await session.client.sendRequest("textDocument/hover", {
    textDocument: { uri: "untitled:Untitled-1" },
    position: { line: 0, character: text.indexOf("1400100200") },
  });
  expect(JSON.stringify(hover)).toContain("Live prod");
});

describe("the nearest project file applies", () => {
  test("in each folder of the workspace its own", async () => {
    await start({ [`${ONE}/${CONFIG}`]: levels("hint"), [`${TWO}/${CONFIG}`]: levels("off") });
    for (const folder of [ONE, TWO, "file:///project/three"]) {
      await session.open(`${folder}/deep/a.policy.json`, POLICY);
    }
    expect(await severities(`${ONE}/deep/a.policy.json`)).toEqual([4]);
    expect(await severities(`${TWO}/deep/a.policy.json`)).toEqual([]);
    expect(await severities("file:///project/three/deep/a.policy.json")).toEqual([1]);
  });

  test("and none above it, nor above the folder of the workspace", async () => {
    await start({
      [`file:///project/${CONFIG}`]: levels("off"),
      [`${ONE}/${CONFIG}`]: levels("off"),
      [`${ONE}/deep/${CONFIG}`]: "{}",
    });
    await session.open(`${ONE}/deep/a.policy.json`, POLICY);
    await session.open(`${TWO}/a.policy.json`, POLICY);
    expect(await severities(`${ONE}/deep/a.policy.json`)).toEqual([1]);
    expect(await severities(`${TWO}/a.policy.json`)).toEqual([1]);
  });

  test("to both sides of a diff, and to names with blanks and Chinese characters", async () => {
    const folder = `${ONE}/${encodeURIComponent("权限 a")}`;
    await start({ [`${folder}/${CONFIG}`]: levels("info") });
    await session.open(`${folder}/a.policy.json`, POLICY);
    const old = `${folder.replace("file://", "git:")}/a.policy.json?%7B%22ref%22%3A%22HEAD%22%7D`;
    await session.open(old, POLICY);
    expect(await severities(`${folder}/a.policy.json`)).toEqual([3]);
    expect(await severities(old)).toEqual([3]);
  });

  test("before the settings of the user", async () => {
    const uri = `${ONE}/a.policy.json`;
    session = await startSession({
      folders: [ONE],
      projectFiles: new Map([[`${ONE}/${CONFIG}`, levels("info")]]),
      settings: { checks: { "unknown-effect": "off" } },
    });
    await session.open(uri, POLICY);
    expect(await severities(uri)).toEqual([3]);
  });

  test("and declares files", async () => {
    await start({ [`${ONE}/${CONFIG}`]: '{ "files": ["policies/*.json"] }' });
    await session.open(`${ONE}/policies/a.json`, "{}", "json");
    await session.open(`${ONE}/a.json`, "{}", "json");
    expect(await messages(`${ONE}/policies/a.json`)).not.toEqual([]);
    expect(await messages(`${ONE}/a.json`)).toEqual([]);
  });
});

describe("changes apply at once", () => {
  const uri = `${ONE}/a.policy.json`;
  const config = `${ONE}/${CONFIG}`;

  test("of the file on disk", async () => {
    const files = await start({});
    await session.open(uri, POLICY);
    expect(await severities(uri)).toEqual([1]);
    files.set(config, levels("hint"));
    await tell(config, FileChangeType.Created);
    expect(await severities(uri)).toEqual([4]);
    files.set(config, levels("info"));
    await tell(config);
    expect(await severities(uri)).toEqual([3]);
    files.delete(config);
    await tell(config, FileChangeType.Deleted);
    expect(await severities(uri)).toEqual([1]);
  });

  test("of the file in the editor, saved or not", async () => {
    await start({ [config]: levels("hint") });
    await session.open(uri, POLICY);
    await session.open(config, levels("info"), "json");
    expect(await severities(uri)).toEqual([3]);
    await session.change(config, 2, levels("off"));
    expect(await severities(uri)).toEqual([]);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: config } });
    expect(await severities(uri)).toEqual([4]);
  });

  test("not of the other side of a diff, which is judged by itself", async () => {
    const old = `${config.replace("file://", "git:")}?%7B%22ref%22%3A%22HEAD%22%7D`;
    await start({ [config]: levels("hint") });
    await session.open(old, levels("loud"), "json");
    await session.open(uri, POLICY);
    expect(await severities(uri)).toEqual([4]);
    await session.open(config, levels("info"), "json");
    expect(await severities(uri)).toEqual([3]);
    expect((await pull(old)).map(({ code }) => code)).toEqual(["project-file"]);
    expect(await pull(config)).toEqual([]);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: config } });
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: old } });
    expect(await severities(uri)).toEqual([4]);
  });

  test("for clients that watch no files with the next change", async () => {
    const files = await start({}, false);
    await session.open(uri, POLICY);
    expect(await severities(uri)).toEqual([1]);
    files.set(config, levels("hint"));
    await session.change(uri, 2, `${POLICY} `);
    expect(await severities(uri)).toEqual([4]);
  });

  test("for clients that are pushed diagnostics", async () => {
    const { diagnostic: _, ...textDocument } = MODERN.textDocument ?? {};
    session = await startSession({ folders: [ONE], capabilities: { ...MODERN, textDocument } });
    await session.open(uri, POLICY);
    expect((await session.published(uri)).diagnostics[0]?.severity).toBe(1);
    await session.open(config, levels("hint"), "json");
    expect((await session.published(uri)).diagnostics[0]?.severity).toBe(4);
  });
});

describe("a broken project file", () => {
  const uri = `${ONE}/a.policy.json`;
  const config = `${ONE}/${CONFIG}`;

  test.each(['{ "checks": { "unknown-effect": "loud" } }', '{ "checks": {', "", '{ "rules": {} }'])(
    "leaves in force what it said before: %s",
    async (broken) => {
      await start({ [config]: levels("hint") });
      await session.open(uri, POLICY);
      await session.open(config, levels("hint"), "json");
      await session.change(config, 2, broken);
      expect((await pull(config)).map(({ code, severity }) => [code, severity])).toContainEqual([
        "project-file",
        1,
      ]);
      expect(await severities(uri)).toEqual([4]);
      await session.change(config, 3, levels("info"));
      expect(await pull(config)).toEqual([]);
      expect(await severities(uri)).toEqual([3]);
    },
  );

  test("has in force what can be read when it was never whole", async () => {
    await start({ [config]: levels("hint").replace("{", '{ "rules": [],') });
    await session.open(uri, POLICY);
    expect(await severities(uri)).toEqual([4]);
  });
});

describe("suppressions", () => {
  const uri = `${ONE}/a.policy.json`;
  const config = `${ONE}/${CONFIG}`;
  const status = (): Promise<StatusResult> => session.client.sendRequest(STATUS_REQUEST, { uri });

  test("are counted and silence", async () => {
    await start({ [config]: suppression() });
    await session.open(uri, POLICY);
    expect(await pull(uri)).toEqual([]);
    expect(await status()).toMatchObject({ errors: 0, suppressed: 1 });
  });

  test("are told in the project file when they are past their last day, or useless", async () => {
    await start({});
    await session.open(uri, POLICY);
    await session.open(config, suppression({ expires: "2026-11-20" }), "json");
    expect(await messages(config)).toEqual(['This suppression of "unknown-effect" held until 2026-11-20']);
    expect(await severities(uri)).toEqual([1]);
    await session.change(config, 2, suppression({ expires: "2026-11-21" }));
    expect(await messages(config)).toEqual([]);
    await session.change(uri, 2, POLICY.replace("alow", "allow"));
    expect(await messages(config)).toEqual([
      'Nothing is found in "a.policy.json" that this suppression of "unknown-effect" silences',
    ]);
  });
});

test("the project file has quick fixes", async () => {
  const config = `${ONE}/${CONFIG}`;
  const text = suppression({ expires: "2020-01-01" });
  session = await startSession({ folders: [ONE] });
  await session.open(config, text, "json");
  const [diagnostic] = await pull(config);
  const actions: CodeAction[] = await session.client.sendRequest("textDocument/codeAction", {
    textDocument: { uri: config },
    range: diagnostic?.range,
    context: { diagnostics: [diagnostic] },
  });
  expect(actions.map(({ title }) => title)).toEqual(["Remove the suppression"]);
  const edits = actions[0]?.edit?.changes?.[config] ?? [];
  expect(TextDocument.applyEdits(TextDocument.create(config, "json", 1, text), edits)).toBe(
    '{"suppressions":[]}',
  );
});

test("a suppression is useless too where the policy is not open", async () => {
  const config = `${ONE}/${CONFIG}`;
  const project = JSON.stringify({
    suppressions: ["a", "b"].map((name) => ({
      check: "unknown-effect",
      file: `${name}.policy.json`,
      reason: "x",
    })),
  });
  session = await startSession({
    folders: [ONE],
    workspace: new Map([
      [`${ONE}/a.policy.json`, POLICY],
      [`${ONE}/b.policy.json`, POLICY.replace("alow", "allow")],
    ]),
    projectFiles: new Map([[config, project]]),
  });
  await session.open(config, project, "json");
  await session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  expect(await messages(config)).toEqual([
    'Nothing is found in "b.policy.json" that this suppression of "unknown-effect" silences',
  ]);
});

test("a folder that comes or goes brings and takes its project file", async () => {
  const uri = `${ONE}/deep/a.policy.json`;
  const files = await start({});
  await session.open(uri, POLICY);
  expect(await severities(uri)).toEqual([1]);
  files.set(`${ONE}/deep/${CONFIG}`, levels("hint"));
  await tell(`${ONE}/deep`, FileChangeType.Created);
  expect(await severities(uri)).toEqual([4]);
});

test("applications and accounts of the project come first, with their labels", async () => {
  const uri = `${ONE}/a.policy.json`;
  const text = `{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:RemoveUser", "resource": "qcs::trtc::uin/100012345678:sdkappid/1400100200" }] }`;
  const project = {
    accounts: { "100012345678": "main account" },
    applications: [{ sdkAppId: 1400100200, label: "Live prod", account: "100012345678" }],
  };
  session = await startSession({
    folders: [ONE],
    projectFiles: new Map([[`${ONE}/${CONFIG}`, JSON.stringify(project)]]),
    settings: { applications: [{ sdkAppId: 1400100200, label: "of the user" }, { sdkAppId: 1400100300 }] },
  });
  await session.open(uri, text);
  const character = text.indexOf("sdkappid/") + "sdkappid/".length;
  const hover: Hover = await session.client.sendRequest("textDocument/hover", {
    textDocument: { uri },
    position: { line: 0, character },
  });
  expect(JSON.stringify(hover.contents)).toContain("Live prod");
  expect(JSON.stringify(hover.contents)).toContain("main account");
  const list: CompletionList = await session.client.sendRequest("textDocument/completion", {
    textDocument: { uri },
    position: { line: 0, character },
  });
  const sorted = [...list.items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  expect(JSON.stringify(sorted[0])).toContain("1400100200");
  expect(JSON.stringify(sorted[0])).toContain("Live prod");
});
