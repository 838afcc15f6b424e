// What can be gone to by name, and which names fit a query.
import { describe, expect, test } from "vitest";
import { createIdReader, idsInProject, indexLines } from "../../server/src/core/index.js";
import type { IdDocument } from "../../server/src/features/named-id.js";
import {
  type FileSymbol,
  symbolsOfPolicies,
  symbolsOfProject,
  workspaceSymbols,
} from "../../server/src/features/workspace-symbols.js";
import { miniCatalog } from "../support/mini-catalog.js";
import { servedDocument } from "../support/served.js";

const reader = createIdReader(miniCatalog);

const POLICY = `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": ["trtc:RemoveUser"], "resource": ["qcs::trtc::uin/1:sdkappid/1400100200"] },
    { "effect": "deny", "action": ["trtc:DismissRoom", "trtc:RemoveUser"], "resource": "*" }
  ]
}`;
const PROJECT = '{ "applications": [{ "sdkAppId": 1400100200, "label": "Live prod" }, { "sdkAppId": 7 }] }';

function ofPolicy(text: string, name = "live.policy.json"): FileSymbol[] {
  const served = servedDocument(text, name);
  const ids = () => reader.inFile(served.file, text);
  return symbolsOfPolicies(served, { ...served, ids });
}

function ofProject(text: string): FileSymbol[] {
  const ids: IdDocument = {
    uri: "file:///project/access-policy.config.json",
    version: null,
    text,
    lines: indexLines(text),
    ids: () => idsInProject(text, reader),
  };
  return symbolsOfProject(ids);
}

const named = (symbols: readonly FileSymbol[]) => symbols.map(({ kind, name }) => `${kind}: ${name}`);

test("a policy has itself, its statements and the applications that it names", () => {
  const symbols = ofPolicy(POLICY);
  expect(named(symbols)).toEqual([
    "policy: live.policy.json",
    "statement: allow · trtc:RemoveUser on 1400100200",
    "statement: deny · 2 actions on *",
    "application: 1400100200",
  ]);
  expect(symbols.map(({ range }) => range.start.line)).toEqual([0, 3, 4, 3]);
  expect(symbols.map(({ container }) => container)).toEqual([
    "Tencent Cloud CAM policy",
    "live.policy.json",
    "live.policy.json",
    "application",
  ]);
});

test("a policy in a request is called as the request says, and stands in its string", () => {
  const symbols = ofPolicy(JSON.stringify({ PolicyName: "LiveOps", PolicyDocument: POLICY }), "request.json");
  expect(named(symbols).slice(0, 2)).toEqual([
    "policy: LiveOps",
    "statement: allow · trtc:RemoveUser on 1400100200",
  ]);
  expect(symbols.every(({ range }) => range.start.line === 0 && range.start.character > 20)).toBe(true);
  expect(named(ofPolicy(JSON.stringify({ PolicyDocument: POLICY }), "r%20q.json"))[0]).toBe(
    "policy: r q.json",
  );
});

test("a project has its applications, by label and id", () => {
  expect(named(ofProject(PROJECT))).toEqual(["application: Live prod · 1400100200", "application: 7"]);
});

describe("a query", () => {
  const symbols = [...ofPolicy(POLICY), ...ofPolicy(POLICY, "other.policy.json"), ...ofProject(PROJECT)];
  const find = (query: string) => workspaceSymbols(query, symbols).map(({ name }) => name);

  test("finds an application once, where the project lists it", () => {
    expect(workspaceSymbols("1400100200", ofPolicy(POLICY)).map(({ name }) => name)).toContain("1400100200");
    const found = workspaceSymbols("live prod", symbols);
    expect(found).toMatchObject([
      { name: "Live prod · 1400100200", location: { uri: "file:///project/access-policy.config.json" } },
    ]);
    expect(find("1400100200")).not.toContain("1400100200");
  });

  test("may leave out letters, and has no case", () => {
    expect(find("lvpd")).toEqual(["Live prod · 1400100200"]);
    expect(find("DENY")).toEqual(["deny · 2 actions on *", "deny · 2 actions on *"]);
    expect(find("zzz")).toEqual([]);
  });

  test("without letters finds everything", () => {
    expect(find("")).toHaveLength(8);
  });

  test("puts names that have it as it is before the others", () => {
    expect(find("ive").slice(0, 2)).toEqual(["live.policy.json", "Live prod · 1400100200"]);
  });
});
