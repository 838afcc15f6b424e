// The pages about checks in Chinese say what the English ones say: paragraph by paragraph, with the same examples,
// links and code. Whether the sentences mean the same, no test can tell.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allChecks } from "../../../server/src/core/index.js";

const SERVER = join(import.meta.dirname, "../../../server");
const ENGLISH = join(SERVER, "docs/checks");
const CHINESE = join(ENGLISH, "zh-cn");

const HEADINGS: Readonly<Record<string, string>> = {
  "## What it finds": "## 检查内容",
  "## Why it matters": "## 为什么重要",
  "## Example": "## 示例",
  "## Instead": "## 改为",
  "## When to ignore it": "## 何时可以忽略",
  "## References": "## 参考资料",
};

const texts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(SERVER, "l10n/bundle.l10n.zh-cn.json"), "utf8"),
);

test("each check has a page, and each page a check", () => {
  const pages = [...allChecks.map(({ id }) => `${id}.md`), "index.md"];
  expect(readdirSync(CHINESE).sort()).toEqual(pages.sort());
});

describe.each(allChecks.map(({ id, title }) => ({ id, title })))("$id", ({ id, title }) => {
  const english = readFileSync(join(ENGLISH, `${id}.md`), "utf8");
  const chinese = readFileSync(join(CHINESE, `${id}.md`), "utf8");

  test("starts with its id and its title", () => {
    expect(chinese.split("\n").slice(0, 3)).toEqual([`# ${id}`, "", `${texts[title]}。`]);
  });

  test("has the same paragraphs, with headings and examples in their places", () => {
    expect(skeletonOf(chinese)).toEqual(skeletonOf(english, HEADINGS));
  });

  test("has the same code and links in each paragraph", () => {
    expect(partsOf(chinese).map(namesIn)).toEqual(partsOf(english).map(namesIn));
  });

  test("has no new line between sentences, which would be shown as a blank", () => {
    expect(partsOf(chinese)).toEqual(chinese.split("\n"));
  });
});

/** The lines, where those of one paragraph are one: in English, each sentence has its own. */
function partsOf(page: string): readonly string[] {
  const parts: string[] = [];
  let [isFenced, isProse] = [false, false];
  for (const line of page.split("\n")) {
    if (line.startsWith("```")) isFenced = !isFenced;
    const wasProse = isProse;
    isProse = !isFenced && !/^(?:$|```|#|- )/.test(line);
    if (isProse && wasProse) parts.push(`${parts.pop()}\n${line}`);
    else parts.push(line);
  }
  return parts;
}

/** Empty lines, headings and examples as they are; of paragraphs only that there is one. */
function skeletonOf(page: string, headings: Readonly<Record<string, string>> = {}): readonly string[] {
  let fenced = false;
  return partsOf(page).map((part) => {
    if (part.startsWith("```")) fenced = !fenced;
    if (fenced || part === "" || /^(?:```|#)/.test(part)) return headings[part] ?? part;
    return part.startsWith("- ") ? "- …" : "…";
  });
}

/** What stands in backticks, and where links lead; a sentence may name them in another order. */
function namesIn(part: string): readonly string[] {
  const found = part.matchAll(/`([^`]+)`|\]\(([^()\s]+)\)/g);
  return [...new Set(Array.from(found, ([, code, address]) => code ?? address ?? ""))].sort();
}
