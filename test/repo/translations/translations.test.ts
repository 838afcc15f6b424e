// Whether everything that people read is there in both languages, and nothing else is.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { allChecks, type CatalogData, type CatalogTexts } from "../../../server/src/core/index.js";
import { translatedTexts, untranslatedTexts } from "./texts-in-code.js";

const ROOT = join(import.meta.dirname, "../../..");

type Texts = Readonly<Record<string, string>>;

const facts: CatalogData = JSON.parse(readFileSync(join(ROOT, "server/data/catalog.json"), "utf8"));
const texts: CatalogTexts = JSON.parse(readFileSync(join(ROOT, "server/data/texts.json"), "utf8"));
const server = readJson("server/l10n/bundle.l10n.zh-cn.json");
const client = readJson("l10n/bundle.l10n.zh-cn.json");
const manifest = readJson("package.nls.json");
const chineseManifest = readJson("package.nls.zh-cn.json");

const serverCode = codeUnder("server/src");
const clientCode = codeUnder("client/src");

describe("every text is there in Chinese, and none that nobody says", () => {
  test("of the server and the command line", async () => {
    expectSame(Object.keys(server), [
      ...(await translatedTexts(serverCode.values())),
      ...allChecks.flatMap(({ title, messages }) => [title, ...Object.values(messages)]),
      ...factTexts(),
    ]);
  });

  test("of the editor's side", async () => {
    expectSame(Object.keys(client), await translatedTexts(clientCode.values()));
  });

  test("of the manifest", () => {
    const used = [...readFileSync(join(ROOT, "package.json"), "utf8").matchAll(/"%([\w.-]+)%"/g)];
    expectSame(
      Object.keys(manifest),
      used.map(([, key = ""]) => key),
    );
    expectSame(Object.keys(chineseManifest), Object.keys(manifest));
  });
});

describe.each([
  ["server", server],
  ["editor's side", client],
  [
    "manifest",
    Object.fromEntries(Object.entries(manifest).map(([key, text]) => [text, chineseManifest[key] ?? ""])),
  ],
])("the texts of the %s", (_, texts: Texts) => {
  test("have the same values in both languages", () => {
    const differing = Object.entries(texts).filter(([text, chinese]) => valuesOf(text) !== valuesOf(chinese));
    expect(differing).toEqual([]);
  });

  test("are Chinese", () => {
    const english = Object.entries(texts).filter(
      ([text, chinese]) => chinese === text && /[a-z] [a-z]/.test(text),
    );
    expect(english).toEqual([]);
  });
});

describe("nothing is said in English only", () => {
  test.each([...serverCode, ...clientCode].map(([file, source]) => ({ file, source })))(
    "$file",
    ({ file, source }) => {
      const data = DATA.get(posix.basename(file, ".ts")) ?? new Set();
      expect(untranslatedTexts(source).filter((text) => !data.has(text))).toEqual([]);
    },
  );
});

/** Messages and titles are translated where a finding is made. */
const DATA = new Map(
  allChecks.map(({ id, title, messages }) => [id, new Set([title, ...Object.values(messages)])] as const),
);

/** Products, and what the catalog documents; sources and published documents are the vendors' own. */
function factTexts(): readonly string[] {
  const { actions, presets, operators, keys } = texts;
  const namesOf = <Value>(byDialect: Readonly<Record<string, Readonly<Record<string, Value>>>>) =>
    Object.values(byDialect).flatMap((byName) => Object.values(byName));
  return [
    ...[...namesOf(actions), ...namesOf(presets)].flatMap(({ summary, note }) => [summary, note]),
    ...namesOf(operators),
    ...namesOf(keys),
    ...Object.values(facts.dialects).flatMap(({ services, presets }) =>
      [...services, ...presets].map(({ product }) => product),
    ),
  ].filter((text) => text !== undefined);
}

/** Both without doubles, in the same order. */
function expectSame(one: readonly string[], other: readonly string[]): void {
  const [have, want] = [new Set(one), new Set(other)];
  expect({
    missing: [...want].filter((text) => !have.has(text)),
    unused: [...have].filter((text) => !want.has(text)),
  }).toEqual({ missing: [], unused: [] });
}

/** The names in braces, sorted. */
function valuesOf(text: string): string {
  return (text.match(/\{\w+\}/g) ?? []).sort().join();
}

function readJson(file: string): Texts {
  return JSON.parse(readFileSync(join(ROOT, file), "utf8"));
}

function codeUnder(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(ROOT, name), "utf8")]));
}
