// The requests behind the commands for authors and reviewers, as an editor sends them.
import { afterEach, describe, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { CHECK_WORKSPACE_REQUEST } from "../../server/src/protocol/check-workspace.js";
import { EXPLAIN_REQUEST, type MarkdownResult } from "../../server/src/protocol/explain.js";
import {
  NEW_POLICY_REQUEST,
  type NewPolicyResult,
  POLICY_STARTS_REQUEST,
  type PolicyStart,
} from "../../server/src/protocol/new-policy.js";
import {
  REQUEST_ACTIONS_REQUEST,
  REQUEST_FAULT_REQUEST,
  REQUEST_KEYS_REQUEST,
  REQUEST_RESOURCES_REQUEST,
  type RequestChoices,
  type RequestKeys,
  type RequestResources,
  SIMULATE_REQUEST,
  type SimulateResult,
} from "../../server/src/protocol/simulate.js";
import { type Session, type SessionOptions, startSession } from "../support/session.js";

const FOLDER = "file:///project";
const URI = `${FOLDER}/policies/a%20b.policy.json`;
const APP = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
const TEXT = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": "trtc:DismissRoom",
      "resource": "${APP}",
      "condition": { "ip_equal": { "qcs:ip": "10.0.0.0/8" } }
    },
    { "effect": "deny", "action": "trtc:Describe*", "resource": "*" }
  ]
}
`;
const PROJECT = `{
  "accounts": { "100012345678": "main account" },
  "applications": [{ "sdkAppId": 1400100200, "label": "Live prod", "account": "100012345678" }]
}`;

let session: Session | undefined;

afterEach(() => session?.stop());

async function start(options: SessionOptions = {}): Promise<Session["client"]> {
  session = await startSession({
    folders: [FOLDER],
    projectFiles: new Map([[`${FOLDER}/access-policy.config.json`, PROJECT]]),
    ...options,
  });
  await session.open(URI, TEXT);
  return session.client;
}

describe("explain", () => {
  test("comes with links from the first folder, and names of the project", async () => {
    const client = await start();
    const result: MarkdownResult | null = await client.sendRequest(EXPLAIN_REQUEST, { uri: URI });
    expect(result?.markdown).toContain("# What `a b.policy.json` allows");
    expect(result?.markdown).toContain("app 1400100200 (Live prod)");
    expect(result?.markdown).toContain("### [Statement 2](</policies/a%20b.policy.json#L10>)");
    expect(result?.anchor).toBeUndefined();
  });

  test("says where the statement is that somebody asks about", async () => {
    const client = await start();
    const ask = (line: number): Promise<MarkdownResult | null> =>
      client.sendRequest(EXPLAIN_REQUEST, { uri: URI, position: { line, character: 5 } });
    expect((await ask(9))?.anchor).toBe("statement-2");
    expect((await ask(0))?.anchor).toBeUndefined();
  });

  test.each([
    ["another folder", ["file:///work/space"], "/../../project/policies/a%20b.policy.json#L10"],
    ["another place", ["vscode-vfs://github/team/space"], undefined],
    ["no folder", [], undefined],
  ])("links from %s", async (_, folders, link) => {
    const client = await start({ folders });
    const result: MarkdownResult | null = await client.sendRequest(EXPLAIN_REQUEST, { uri: URI });
    expect(result?.markdown).toContain(
      link === undefined ? "### Statement 2" : `### [Statement 2](<${link}>)`,
    );
  });

  test("is nothing for a document that is not ours", async () => {
    const client = await start();
    await session?.open(`${FOLDER}/plain.json`, "{}", "json");
    for (const uri of [`${FOLDER}/plain.json`, `${FOLDER}/closed.policy.json`]) {
      expect(await client.sendRequest(EXPLAIN_REQUEST, { uri })).toBeNull();
      expect(await client.sendRequest(REQUEST_ACTIONS_REQUEST, { uri })).toBeNull();
    }
  });
});

describe("simulate", () => {
  test("asks for one thing after the other, and decides", async () => {
    const client = await start();
    const actions: RequestChoices | null = await client.sendRequest(REQUEST_ACTIONS_REQUEST, { uri: URI });
    const action = actions?.groups[0]?.choices[0]?.value ?? "";
    expect(action).toBe("trtc:DismissRoom");
    const resources: RequestResources | null = await client.sendRequest(REQUEST_RESOURCES_REQUEST, {
      uri: URI,
      action,
    });
    expect(resources?.groups[0]?.choices).toEqual([
      { value: APP, description: "app 1400100200 (Live prod)", detail: "main account" },
    ]);
    const keys: RequestKeys | null = await client.sendRequest(REQUEST_KEYS_REQUEST, {
      uri: URI,
      action,
      resource: APP,
    });
    expect(keys?.keys.map(({ name }) => name)).toEqual(["qcs:ip"]);
    const value = { uri: URI, part: "value", key: "qcs:ip", action, resource: APP };
    expect(await client.sendRequest(REQUEST_FAULT_REQUEST, { ...value, text: "10.0.0.1" })).toEqual({});
    expect(await client.sendRequest(REQUEST_FAULT_REQUEST, { ...value, text: "10.0.0" })).toEqual({
      message: '"10.0.0" is no IP address',
    });
    const decide = (address: string): Promise<SimulateResult | null> =>
      client.sendRequest(SIMULATE_REQUEST, {
        ...{ uri: URI, action, resource: APP },
        context: { "qcs:ip": [address] },
      });
    expect((await decide("10.0.0.1"))?.decision).toBe("allowed");
    expect((await decide("192.0.2.1"))?.decision).toBe("denied");
    await session?.change(URI, 2, TEXT.replace("10.0.0.0/8", "192.0.2.0/24"));
    expect((await decide("192.0.2.1"))?.decision).toBe("allowed");
  });
});

describe("a new policy", () => {
  test("is about applications of the project where it will lie", async () => {
    const client = await start();
    const uri = `${FOLDER}/new.policy.json`;
    const starts: PolicyStart[] = await client.sendRequest(POLICY_STARTS_REQUEST, { uri });
    const read = starts.find(({ id }) => id === "cam/scenario/trtc/application-read");
    expect(read?.applications?.[0]).toEqual({
      sdkAppId: "1400100200",
      description: "Live prod · 100012345678",
    });
    const made: NewPolicyResult | null = await client.sendRequest(NEW_POLICY_REQUEST, {
      ...{ uri, start: read?.id },
      applications: ["1400100200", "1400100999"],
    });
    expect(made?.languageId).toBe("access-policy");
    expect(made?.snippet).toBeUndefined();
    expect(JSON.parse(made?.text ?? "").statement[0].resource).toEqual([
      APP,
      "qcs::trtc::uin/100012345678:sdkappid/1400100999",
    ]);
  });

  test("needs neither a document nor a folder, and is nothing for an id that is none", async () => {
    const client = await start({ folders: [] });
    const starts: PolicyStart[] = await client.sendRequest(POLICY_STARTS_REQUEST, {});
    expect(starts.length).toBeGreaterThan(5);
    expect(await client.sendRequest(NEW_POLICY_REQUEST, { start: "nothing", applications: [] })).toBeNull();
  });
});

test("a wildcard is expanded by a code action of its own kind", async () => {
  const client = await start();
  const position = { line: 9, character: 35 };
  const actions: CodeAction[] = await client.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: { start: position, end: position },
    context: { diagnostics: [], only: ["refactor.rewrite.expandWildcard"] },
  });
  expect(actions.map(({ title }) => title)).toEqual([
    "Replace by the 5 actions that the catalog of 2026-11 knows (it may reach more)",
  ]);
});

test("checking the workspace comes back when everything was judged", async () => {
  const workspace = new Map([
    [`${FOLDER}/one.policy.json`, TEXT.replace('"allow"', '"alow"')],
    [`${FOLDER}/two.policy.json`, TEXT],
  ]);
  const client = await start({ workspace, folders: [FOLDER] });
  expect(await client.sendRequest(CHECK_WORKSPACE_REQUEST, {})).toMatchObject({ files: 2, errors: 1 });
  workspace.set(`${FOLDER}/three.policy.json`, TEXT.replace('"deny"', '"denny"'));
  expect(await client.sendRequest(CHECK_WORKSPACE_REQUEST, {})).toMatchObject({ files: 3, errors: 2 });
});
