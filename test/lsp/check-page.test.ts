// The page about a check is offered to editors that can open it, and to no others.
import { afterEach, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { type ClientCommands, OPEN_CHECK_PAGE } from "../../server/src/protocol/client-commands.js";
import { type Session, startSession } from "../support/session.js";

const URI = "file:///project/a.policy.json";
const TEXT = '{ "version": "2.0", "statement": [{ "effect": "alow", "action": "*", "resource": "*" }] }';

let session: Session | undefined;

afterEach(() => session?.stop());

const able: ClientCommands = { commands: ["other.command", OPEN_CHECK_PAGE] };

test.each([
  [able, [{ title: "Explain unknown-effect", command: OPEN_CHECK_PAGE, arguments: ["unknown-effect"] }]],
  [{ commands: ["other.command"] }, []],
  [{ commands: "accessPolicy.openCheckPage" }, []],
  [{ checks: {} }, []],
  [undefined, []],
])("a client that says %j is offered it or not", async (initializationOptions, commands) => {
  session = await startSession({ initializationOptions });
  await session.open(URI, TEXT);
  const actions: CodeAction[] = await session.client.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: { start: { line: 0, character: 48 }, end: { line: 0, character: 48 } },
    context: { diagnostics: [] },
  });
  expect(actions.flatMap(({ command }) => command ?? [])).toEqual(commands);
});
