// Findings as editors show them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DiagnosticTag } from "vscode-languageserver-types";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { inChinese } from "../support/language.js";
import { servedDocument } from "../support/served.js";

const ROOT = join(import.meta.dirname, "../..");

test("a diagnostic links to the page of its check", () => {
  const [found] = diagnostics(servedDocument('{ "version": "2.0", "statement": [{ "effect": "alow" }] }'));
  const href = found?.codeDescription?.href ?? "";
  expect(href).toMatch(/^https:\/\/.*\/server\/docs\/checks\/[a-z-]+\.md$/);
  expect(href).toContain(`/${found?.code}.md`);
  expect(existsSync(join(ROOT, href.slice(href.indexOf("server/docs"))))).toBe(true);
});

test("a diagnostic links to the page in the language of the reader", () => {
  const [found] = inChinese(() =>
    diagnostics(servedDocument('{ "version": "2.0", "statement": [{ "effect": "alow" }] }')),
  );
  const href = found?.codeDescription?.href ?? "";
  expect(href).toMatch(new RegExp(`/server/docs/checks/zh-cn/${found?.code}\\.md$`));
  expect(existsSync(join(ROOT, href.slice(href.indexOf("server/docs"))))).toBe(true);
});

test("text that could be left out is faded", () => {
  const action = ["trtc:RemoveUser", "trtc:RemoveUser"];
  const text = JSON.stringify({ version: "2.0", statement: [{ effect: "alow", action, resource: "*" }] });
  const tags = diagnostics(servedDocument(text)).map(({ code, tags = [] }) => [code, tags]);
  expect(tags).toContainEqual(["duplicate-action", [DiagnosticTag.Unnecessary]]);
  expect(tags).toContainEqual(["unknown-effect", []]);
});
