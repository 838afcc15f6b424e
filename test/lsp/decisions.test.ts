// Deciding about a finding: what is offered, and what is written into the project file.
import { afterEach, expect, test } from "vitest";
import type { CodeAction, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { applyEdits, indexLines, offsetAt } from "../../server/src/core/index.js";
import { SET_LEVEL, SUPPRESS } from "../../server/src/protocol/client-commands.js";
import { DECIDE_REQUEST, type DecideParams, type DecideResult } from "../../server/src/protocol/decision.js";
import { STATUS_REQUEST, type StatusResult } from "../../server/src/protocol/status.js";
import { MODERN, type Session, type SessionOptions, startSession } from "../support/session.js";

const FOLDER = "file:///project";
const URI = `${FOLDER}/policies/a%20b.policy.json`;
const PROJECT = `${FOLDER}/access-policy.config.json`;
const TEXT =
  '{ "version": "2.0", "statement": [{ "effect": "allow", "action": "trtc:Foo", "resource": "*" }] }';
const ACTION = TEXT.indexOf('"trtc:Foo"');

let session: Session | undefined;

afterEach(() => session?.stop());

async function start(options: SessionOptions = {}): Promise<Session> {
  session = await startSession({
    folders: [FOLDER],
    capabilities: {
      ...MODERN,
      workspace: {
        ...MODERN.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
      },
    },
    ...options,
  });
  await session.open(URI, TEXT);
  return session;
}

async function offered({ client }: Session): Promise<CodeAction[]> {
  const position = { line: 0, character: ACTION + 1 };
  const actions: CodeAction[] = await client.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  return actions.filter(({ title }) => title.includes("unknown-action"));
}

function decided({ client }: Session, decision: DecideParams): Promise<DecideResult<WorkspaceEdit> | null> {
  return client.sendRequest(DECIDE_REQUEST, decision);
}

/** The project file after an edit that changes nothing else. */
function written(text: string, { changes, documentChanges }: WorkspaceEdit): string {
  const edits: TextEdit[] = changes?.[PROJECT] ?? [];
  for (const change of documentChanges ?? []) {
    if ("edits" in change) edits.push(...change.edits.filter((edit) => "newText" in edit));
  }
  const lines = indexLines(text);
  const offset = ({ line, character }: TextEdit["range"]["start"]) =>
    offsetAt(lines, { line, column: character });
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: offset(range.start), end: offset(range.end) },
      text: newText,
    })),
  );
}

const SUPPRESSED = `{
  "suppressions": [
    { "check": "unknown-action", "file": "policies/a b.policy.json", "at": "trtc:Foo", "reason": "It is new" }
  ]
}
`;

test("an editor that can ask is offered commands, and one that cannot gets the edits", async () => {
  const asking = await offered(await start({ initializationOptions: { commands: [SUPPRESS, SET_LEVEL] } }));
  expect(asking.map(({ title, command }) => [title, command?.command, command?.arguments])).toEqual([
    [
      "Suppress unknown-action here",
      SUPPRESS,
      [{ kind: "suppression", check: "unknown-action", at: "trtc:Foo", uri: URI }],
    ],
    [
      "Suppress unknown-action in this file",
      SUPPRESS,
      [{ kind: "suppression", check: "unknown-action", uri: URI }],
    ],
    [
      "Set the level of unknown-action for the project",
      SET_LEVEL,
      [{ kind: "level", check: "unknown-action", uri: URI }],
    ],
  ]);
  await session?.stop();
  const plain = await offered(await start());
  expect(plain.map(({ title, edit }) => [title, JSON.parse(written("", edit ?? {}))])).toEqual([
    [
      "Suppress unknown-action here",
      {
        suppressions: [
          { check: "unknown-action", file: "policies/a b.policy.json", at: "trtc:Foo", reason: "" },
        ],
      },
    ],
    [
      "Suppress unknown-action in this file",
      { suppressions: [{ check: "unknown-action", file: "policies/a b.policy.json", reason: "" }] },
    ],
    ["Turn off unknown-action for the project", { checks: { "unknown-action": "off" } }],
  ]);
});

test("a document outside of all folders has no project to decide for", async () => {
  expect(await offered(await start({ folders: [] }))).toEqual([]);
});

test("a suppression makes the project file, and silences the finding at once", async () => {
  const running = await start();
  const result = await decided(running, {
    kind: "suppression",
    uri: URI,
    check: "unknown-action",
    at: "trtc:Foo",
    reason: "It is new",
  });
  expect(result?.uri).toBe(PROJECT);
  expect(result?.edit.documentChanges?.[0]).toEqual({
    kind: "create",
    uri: PROJECT,
    options: { ignoreIfExists: true },
  });
  const text = written("", result?.edit ?? {});
  expect(text).toBe(SUPPRESSED);
  expect(await suppressed(running)).toBe(0);
  await running.open(PROJECT, text, "json");
  expect(await suppressed(running)).toBe(1);
  expect(await offered(running)).toEqual([]);
});

test("a level is added to what the project file says already", async () => {
  const text = '{\n  // ours\n  "checks": { "trust-policy": "off" }\n}\n';
  const running = await start({ projectFiles: new Map([[PROJECT, text]]) });
  const result = await decided(running, { kind: "level", uri: URI, check: "unknown-action", level: "error" });
  expect(written(text, result?.edit ?? {})).toBe(
    '{\n  // ours\n  "checks": { "trust-policy": "off", "unknown-action": "error" }\n}\n',
  );
});

test("a project file that is too broken is left alone", async () => {
  const running = await start({ projectFiles: new Map([[PROJECT, '{ "checks": { ]']]) });
  const decision = { kind: "level", uri: URI, check: "unknown-action", level: "off" } as const;
  expect(await decided(running, decision)).toBeNull();
  expect(await offered(running)).toEqual([]);
});

async function suppressed({ client }: Session): Promise<number | undefined> {
  const status: StatusResult | null = await client.sendRequest(STATUS_REQUEST, { uri: URI });
  return status?.suppressed;
}
