// The pages of the walkthroughs in Chinese, which VS Code looks for beside the English ones: `begin.nls.zh-cn.md`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { englishLeftovers } from "../../support/english-leftovers.js";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = "docs/walkthroughs";

interface Step {
  readonly title: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
}

const english = readJson<Readonly<Record<string, string>>>("package.nls.json");
const chinese = readJson<Readonly<Record<string, string>>>("package.nls.zh-cn.json");
const { walkthroughs } = readJson<{
  contributes: { walkthroughs: readonly { readonly steps: readonly Step[] }[] };
}>("package.json").contributes;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

test("each step has a page in both languages, and each page a step", () => {
  const pages = steps.flatMap(({ media }) => [media.markdown, translated(media.markdown)]);
  expect(readdirSync(join(ROOT, FOLDER)).map((name) => `${FOLDER}/${name}`)).toEqual(pages.sort());
});

describe.each(steps.map((step) => ({ page: step.media.markdown, step })))("$page", ({ page, step }) => {
  const pages = { english: read(page), chinese: read(translated(page)) };

  test("begins with the title of the step", () => {
    expect(pages.english.split("\n")[0]).toBe(`# ${textOf(step.title, english)}`);
    expect(pages.chinese.split("\n")[0]).toBe(`# ${textOf(step.title, chinese)}`);
  });

  test("has the same pictures, links and examples", () => {
    expect(partsOf(pages.chinese)).toEqual(partsOf(pages.english));
  });

  test("shows pictures that are there, in its own language", () => {
    const pictures = (text: string) =>
      [...text.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map(([, path = ""]) => path);
    for (const path of [...pictures(pages.english), ...pictures(pages.chinese)]) {
      expect(existsSync(join(ROOT, FOLDER, path)), path).toBe(true);
    }
    expect(pictures(pages.chinese).every((path) => path.includes("/zh-cn/"))).toBe(true);
  });

  test("offers the same commands", () => {
    const commandsIn = (text: string) => text.match(/\(command:[\w.]+\)/g);
    const offered = commandsIn(textOf(step.description, english));
    expect(commandsIn(textOf(step.description, chinese))).toEqual(offered);
  });

  test("has no English left", () => {
    expect(englishLeftovers(pages.chinese)).toEqual([]);
    expect(englishLeftovers(textOf(step.description, chinese))).toEqual([]);
  });
});

/** Examples by their languages: what is said in them, and in pictures, is said in the language of the page. */
function partsOf(page: string): readonly string[] {
  const parts = page.match(/\]\([^)]*\)|^```\w+|^\|/gm) ?? [];
  return parts.map((part) => part.replace("/zh-cn/", "/"));
}

function translated(page: string): string {
  return page.replace(/\.md$/, ".nls.zh-cn.md");
}

/** `%key%` stands in the manifest. */
function textOf(key: string, texts: Readonly<Record<string, string>>): string {
  return texts[key.replaceAll("%", "")] ?? "";
}

function read(name: string): string {
  return readFileSync(join(ROOT, name), "utf8");
}

function readJson<Value>(name: string): Value {
  return JSON.parse(read(name));
}
