// What leads to a page on the web, and to which.
import { expect, test } from "vitest";
import { type CatalogTexts, cam, createCatalog, otc } from "../../server/src/core/index.js";
import { checkLinks, documentLinks } from "../../server/src/features/document-links.js";
import { toOffset } from "../../server/src/features/to-lsp.js";
import { serve } from "../support/cursor.js";
import { miniCatalog, miniData } from "../support/mini-catalog.js";
import { services } from "../support/served.js";

function linksOf(
  text: string,
  of = (document: ReturnType<typeof serve>) => documentLinks(document, services),
) {
  const document = serve(text);
  const at = (position: { line: number; character: number }) => toOffset(document.lines, position);
  return of(document).map(({ range, target }) => `${text.slice(at(range.start), at(range.end))} ${target}`);
}

const cam20 = (...action: readonly string[]) =>
  JSON.stringify({ version: "2.0", statement: [{ effect: "allow", action, resource: "*" }] }, null, 2);

test("an action leads to the page that it was collected from", () => {
  expect(linksOf(cam20("name/trtc:DescribeRoomInfo", "trtc:RemoveUser", "trtc:*", "cvm:Run"))).toEqual([
    "name/trtc:DescribeRoomInfo https://example.com/trtc",
  ]);
  expect(linksOf('{"Version":"1.1","Statement":[{"Effect":"Deny","Action":["IMS:Images:Get"]}]}')).toEqual([
    "IMS:Images:Get https://example.com/ims",
  ]);
});

test("inside a string too", () => {
  const text = JSON.stringify({ PolicyDocument: cam20("trtc:DescribeRoomInfo") });
  expect(linksOf(text)).toEqual(["trtc:DescribeRoomInfo https://example.com/trtc"]);
});

test("only web addresses are links, and a preset has one too", () => {
  const texts: CatalogTexts = {
    ...miniCatalog.texts(),
    actions: {
      cam: {
        "trtc:RemoveUser": { summary: "", sources: ["npm:sdk", "https://a.b (copy of c)", "https://a.b/c"] },
        "trtc:DismissRoom": {
          summary: "",
          sources: ["npm:sdk", "file:///etc/passwd", "javascript:alert(1)"],
        },
      },
    },
    presets: { cam: { QcloudTRTCFullAccess: { sources: ["https://a.b/preset"] } } },
  };
  const other = { ...services, catalog: createCatalog(miniData, [cam, otc], () => texts) };
  const policy = cam20("trtc:RemoveUser", "trtc:DismissRoom");
  expect(
    linksOf(JSON.stringify({ PolicyName: "QcloudTRTCFullAccess", PolicyDocument: policy }), (document) =>
      documentLinks(document, other),
    ),
  ).toEqual(["trtc:RemoveUser https://a.b/c", "QcloudTRTCFullAccess https://a.b/preset"]);
});

test("in the project file the ids of checks lead to their pages", () => {
  const project = `{
    "checks": { "unknown-action": "error", "no-such-check": "off" },
    "overrides": [{ "files": ["a"], "checks": { "grants-everything": "off" } }],
    "suppressions": [{ "check": "policy-too-long", "file": "unknown-action", "reason": "unknown-action" }]
  }`;
  const page = "https://github.com/access-policy/access-policy/blob/main/server/docs/checks";
  expect(linksOf(project, checkLinks)).toEqual(
    ["unknown-action", "grants-everything", "policy-too-long"].map((id) => `${id} ${page}/${id}.md`),
  );
});
