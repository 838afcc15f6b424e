// The page about a check, as a terminal shows it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plainPage } from "../../server/src/cli/page.js";
import { runCli } from "./run-cli.js";

const PAGES = join(import.meta.dirname, "../../server/docs/checks");

test("is shown without marks", async () => {
  const { code, out, err } = await runCli(["check", "--help-check", "unknown-effect"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^unknown-effect\n\nEffect is neither allow nor deny\.\n\nWhat it finds\n\n/);
  expect(out).toMatch(/see index \(https:.*\/index\.md\)\.\nAnd others\.\n\nExample\n\n {4}\{\}\n$/);
});

test("has colors where the terminal has", async () => {
  const { out } = await runCli(["check", "--help-check=unknown-effect"], { terminal: true });
  expect(out).toContain("\u001b[1munknown-effect\u001b[22m");
});

test("is shown in Chinese, with links to other pages in Chinese", async () => {
  const { code, out, err } = await runCli(["check", "--help-check", "unknown-effect", "--lang", "zh-cn"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^unknown-effect\n\n效力既不是允许也不是拒绝。\n\n检查内容\n\n/);
  expect(out).toMatch(/见 列表 \(https:.*\/checks\/zh-cn\/index\.md\)。以及其他。\n\n示例\n\n {4}\{\}\n$/);
});

test.each([
  ["unknown-efect", 'unknown check "unknown-efect", did you mean "unknown-effect"\n'],
  ["constructor", 'unknown check "constructor"\n'],
])("of %s there is none", async (id, message) => {
  const { code, out, err } = await runCli(["check", "--help-check", id]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
});

describe("a page in the repository has nothing that is left of Markdown:", () => {
  const names = readdirSync(PAGES, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".md") && !name.endsWith("index.md"),
  );
  test.each(names)("%s", (name) => {
    const text = plainPage(readFileSync(join(PAGES, name), "utf8"));
    expect(text).not.toMatch(/^```|^#+ |\]\(|\*\*/m);
  });
});
