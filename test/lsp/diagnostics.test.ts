// Diagnostics as an editor gets them: pulled, pushed, after changes, and for documents that are not ours.
import { afterEach, describe, expect, test } from "vitest";
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
} from "vscode-languageserver";
import { MODERN, type Session, startSession } from "../support/session.js";

const URI = "file:///project/a.policy.json";
const WRONG = `{ "version": "2.0", "statement": [{ "effect": "alow", "action": "trtc:RemoveUser", "resource": "*" }] }`;
const RIGHT = WRONG.replace("alow", "allow");

let session: Session;
afterEach(() => session.stop());

async function pull(uri: string): Promise<Diagnostic[]> {
  const report: DocumentDiagnosticReport = await session.client.sendRequest("textDocument/diagnostic", {
    textDocument: { uri },
  });
  return report.kind === "full" ? report.items : [];
}

const codes = (items: readonly Diagnostic[]) => items.map(({ code }) => code);

describe("a client that pulls", () => {
  test("gets the findings of the text as it is now", async () => {
    session = await startSession();
    expect(session.initialized.capabilities.diagnosticProvider).toBeDefined();
    await session.open(URI, WRONG);
    const [diagnostic] = await pull(URI);
    expect(diagnostic).toMatchObject({
      code: "unknown-effect",
      source: "access-policy",
      severity: 1,
      range: { start: { line: 0, character: 46 }, end: { line: 0, character: 52 } },
    });
    await session.change(URI, 2, RIGHT);
    expect(await pull(URI)).toEqual([]);
  });

  test("gets nothing for other people's JSON, and all for a policy among it", async () => {
    session = await startSession();
    await session.open("file:///project/package.json", '{ "name": "x", "version": "2.0" }', "json");
    await session.open("file:///project/access.json", WRONG, "json");
    expect(await pull("file:///project/package.json")).toEqual([]);
    expect(codes(await pull("file:///project/access.json"))).toEqual(["unknown-effect"]);
  });

  test("is served in any scheme: the sides of a diff, and documents without a file", async () => {
    session = await startSession();
    for (const uri of ["git:/project/a.policy.json?%7B%22ref%22%3A%22HEAD%22%7D", "untitled:Untitled-1"]) {
      await session.open(uri, WRONG);
      expect(codes(await pull(uri))).toEqual(["unknown-effect"]);
    }
  });

  test("is not told the faults of JSON that it is told by others, and mends them all the same", async () => {
    session = await startSession({ initializationOptions: { validatesJson: true } });
    const uri = "file:///project/access.json";
    const broken = WRONG.replace('"*" }', '"*", }');
    await session.open(uri, broken, "json");
    expect(codes(await pull(uri))).toEqual(["unknown-effect"]);
    const comma = { line: 0, character: broken.indexOf(", }") };
    const actions: CodeAction[] | null = await session.client.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: comma, end: comma },
      context: { diagnostics: [] },
    });
    expect(actions?.some(({ diagnostics }) => diagnostics?.[0]?.code === "json-syntax")).toBe(true);
  });

  test("is told the faults of JSON in documents and strings of which nobody else knows", async () => {
    session = await startSession({ initializationOptions: { validatesJson: true } });
    const broken = WRONG.replace("alow", "allow").replace('"*" }', '"*", }');
    await session.open(URI, broken);
    expect(codes(await pull(URI))).toEqual(["json-syntax"]);
    const uri = "file:///project/request.json";
    const request = { PolicyName: "a", PolicyDocument: broken };
    await session.open(uri, JSON.stringify(request), "json");
    expect(codes(await pull(uri))).toEqual(["json-syntax"]);
  });

  test("sees the levels of its settings", async () => {
    session = await startSession({ settings: { checks: { "unknown-effect": "hint" } } });
    await session.open(URI, WRONG);
    expect((await pull(URI))[0]?.severity).toBe(4);
  });

  test("survives a document that was never opened", async () => {
    session = await startSession();
    expect(await pull("file:///project/nowhere.policy.json")).toEqual([]);
  });
});

describe("a client that cannot pull", () => {
  const { diagnostic: _, ...textDocument } = MODERN.textDocument ?? {};
  const OLD = { ...MODERN, textDocument };

  test("is pushed diagnostics with the version they belong to", async () => {
    session = await startSession({ capabilities: OLD });
    expect(session.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await session.open(URI, WRONG);
    const first: PublishDiagnosticsParams = await session.published(URI);
    expect([first.version, codes(first.diagnostics)]).toEqual([1, ["unknown-effect"]]);
    await session.change(URI, 2, RIGHT);
    const second = await session.published(URI);
    expect([second.version, second.diagnostics]).toEqual([2, []]);
  });

  test("has them taken back when the document closes", async () => {
    session = await startSession({ capabilities: OLD });
    await session.open(URI, WRONG);
    await session.published(URI);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: URI } });
    expect((await session.published(URI)).diagnostics).toEqual([]);
  });
});
