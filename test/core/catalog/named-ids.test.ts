// Which ids a policy names, and where. The marks stand around what is found.
import { describe, expect, test } from "vitest";
import {
  concernsId,
  createIdReader,
  idsInProject,
  type NamedId,
  readPolicyFile,
} from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const reader = createIdReader(miniCatalog);

describe("in a resource", () => {
  test.each([
    ["qcs::trtc::uin/<100012345678>:sdkappid/<1400100200>", ["account", "application"]],
    ["qcs::im::uin/:sdkappid/<1400100200>", ["application"]],
    ["qcs::trtc::uin/<100012345678>:sdkappid/*", ["account"]],
    ["qcs::trtc::*:sdkappid/<14001002*>", ["application"]],
    // A service without documented resources, whose accounts look like those of the others.
    ["qcs::cvm:ap-guangzhou:uin/<100012345678>:instance/1400100200", ["account"]],
    ["qcs::cos::uid/1250000000:bucket/*", []],
    ["qcs::cam::uin/<100012345678>:uin/200012345678", ["account"]],
    ["qcs::trtc::uin/<100012345678>:SdkAppId/<1400100200>", ["account", "application"]],
    ["qcs::trtc::uin/<100012345678>:sdkappid/<1400100200>/user/7", ["account", "application"]],
    ["qcs::trtc::uin/<100012345678>:sdkappid/${sdkappid}", ["account"]],
    ["qcs::trtc::uin/<100012345678>:sdkappid/1400100200a", ["account"]],
    ["qcs:trtc::uin/100012345678:sdkappid/1400100200", []],
    ["*", []],
  ])("%s", (marked, kinds) => {
    const text = policyOn(JSON.stringify(marked.replaceAll(/[<>]/g, "")));
    const found = idsIn(text);
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      [...marked.matchAll(/<([^>]*)>/g)].map(([, id]) => id),
    );
  });

  test("of another dialect there is none without documents that say so", () => {
    const text =
      '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["obs:object:*"],"Resource":["obs:*:123:object:a/*"]}]}';
    expect(idsIn(text)).toEqual([]);
  });

  test("escapes move nothing", () => {
    const text = policyOn('"qcs::trtc::uin\\/100012345678:sdkappid\\/\\u0031400100200"');
    const found = idsIn(text);
    expect(found.map(({ id }) => id)).toEqual(["100012345678", "1400100200"]);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "100012345678",
      "\\u0031400100200",
    ]);
  });

  test("a policy in a request has its characters in the request", () => {
    const text = JSON.stringify({
      PolicyName: "a",
      PolicyDocument: policyOn('"qcs::trtc::uin/1:sdkappid/1400100200"'),
    }).replaceAll("/", "\\/");
    expect(idsIn(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(["1", "1400100200"]);
  });
});

test("in a project file: what it lists, and what it speaks of", () => {
  const text = `{
    "accounts": { "1000": "main" },
    "applications": [{ "sdkAppId": 14001, "label": "Live", "account": "1000" }, { "sdkAppId": "x" }, 7],
    "suppressions": [
      { "check": "a", "file": "b", "at": "qcs::im::uin/1000:sdkappid/14001", "reason": "14001" },
      { "check": "a", "file": "b", "at": "/statement/0", "reason": "c" }
    ]
  }`;
  const found = idsInProject(text, reader);
  expect(found.map(({ kind, id, isListed = false }) => [kind, id, isListed])).toEqual([
    ["account", "1000", true],
    ["application", "14001", true],
    ["account", "1000", false],
    ["account", "1000", false],
    ["application", "14001", false],
  ]);
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(found.map(({ id }) => id));
  expect(idsInProject("[]", reader)).toEqual([]);
  expect(idsInProject("{", reader)).toEqual([]);
});

test("an id and what reaches it concern each other", () => {
  const app = (id: string): NamedId => ({ kind: "application", id, span: { start: 0, end: 0 } });
  expect(concernsId(app("14"), app("14"))).toBe(true);
  expect(concernsId(app("14"), app("141"))).toBe(false);
  expect(concernsId(app("14"), app("1*"))).toBe(true);
  expect(concernsId(app("1*"), app("14"))).toBe(true);
  expect(concernsId(app("1*"), app("1*"))).toBe(true);
  expect(concernsId(app("1*"), app("14*"))).toBe(false);
  expect(concernsId(app("14"), { ...app("14"), kind: "account" })).toBe(false);
});

function policyOn(resource: string): string {
  return `{"version":"2.0","statement":[{"effect":"allow","action":"trtc:*","resource":[${resource}]}]}`;
}

function idsIn(text: string) {
  const file = readPolicyFile(text, { dialects: miniCatalog.dialects, declared: true });
  return reader.inFile(file, text);
}
