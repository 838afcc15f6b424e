// A check is one id with a file, a line in the registry, a page and fixtures: nothing may be missing, and nothing
// left over. For each dialect in which a fixture of a check is judged, one fixture finds something, and one whose
// name starts with `ok-` finds nothing.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderCheckIndex } from "../../server/scripts/check-index.js";
import { chineseIndex, englishIndex } from "../../server/scripts/check-index-words.js";
import {
  inChinese,
  inEnglish,
  withCheckProperties,
  withCheckTexts,
} from "../../server/scripts/check-settings.js";
import {
  allChecks,
  type Check,
  checks,
  readPolicyFile,
  runChecks,
  settableChecks,
} from "../../server/src/core/index.js";
import { readFixture } from "../support/markers.js";
import { miniCatalog } from "../support/mini-catalog.js";

const ROOT = join(import.meta.dirname, "../..");
const SOURCES = join(ROOT, "server/src/core/checks");
const PAGES = join(ROOT, "server/docs/checks");
const FIXTURES = join(ROOT, "test/fixtures/checks");

/**
 * Messages about what no fixture can hold: bytes that are no characters, documents behind a project file, a
 * catalog that knows every code.
 */
const SHOWN_ELSEWHERE = [
  "json-syntax further-document",
  "json-syntax not-utf-8",
  "resource-service unknown",
  "unknown-region unknown",
  "unknown-service unknown",
];

const ids = checks.map(({ id }) => id);

test("the registry is in the order of the ids, each once", () => {
  expect(ids).toEqual([...new Set(ids)].sort());
});

test("each check is defined in a file of its id", () => {
  const defining = namesIn(SOURCES, ".ts").filter((name) =>
    readFileSync(join(SOURCES, `${name}.ts`), "utf8").includes("= defineCheck("),
  );
  expect(defining).toEqual(ids);
  for (const id of ids) {
    const source = readFileSync(join(SOURCES, `${id}.ts`), "utf8");
    expect({ id, names: source.includes(`id: "${id}"`) }).toEqual({ id, names: true });
    expect({ id, definitions: source.split("defineCheck({").length - 1 }).toEqual({ id, definitions: 1 });
    expect({ id, isShort: source.split("\n").length <= 120 }).toEqual({ id, isShort: true });
    const imports = [...source.matchAll(/from "\.\/([a-z-]+)\.js"/g)].map(([, name = ""]) => name);
    expect({ id, imported: imports.filter((name) => ids.includes(name)) }).toEqual({ id, imported: [] });
  }
});

test("each check has a page, and each page a check", () => {
  const all = allChecks.map(({ id }) => id);
  expect(namesIn(PAGES, ".md").filter((name) => name !== "index")).toEqual(all);
});

test("the list of all checks is current in both languages: npm run build:check-index", () => {
  expect(textOf("server/docs/checks/index.md")).toBe(renderCheckIndex(allChecks, englishIndex));
  const titles = JSON.parse(textOf("server/l10n/bundle.l10n.zh-cn.json"));
  expect(textOf("server/docs/checks/zh-cn/index.md")).toBe(renderCheckIndex(allChecks, chineseIndex(titles)));
});

test("each check has fixtures, and all fixtures are of a check", () => {
  expect(readdirSync(FIXTURES).sort()).toEqual(ids);
});

describe.each(checks.map((check) => ({ id: check.id, check })))("$id", ({ id, check }) => {
  const seen = namesIn(join(FIXTURES, id), ".json")
    .filter((name) => !name.endsWith(".fixed"))
    .map((name) => judge(check, join(FIXTURES, id, `${name}.json`)));

  test("has a fixture that hits and one that is silent, for each dialect", () => {
    expect(seen.some(({ findings }) => findings.length > 0)).toBe(true);
    const dialects = new Set(seen.map(({ dialect }) => dialect));
    for (const dialect of dialects) {
      const own = seen.filter((fixture) => fixture.dialect === dialect);
      const isSilent = own.some(({ name, findings }) => name.startsWith("ok-") && findings.length === 0);
      const hits = own.some(({ findings }) => findings.length > 0);
      // A check of one dialect may show that it is silent in the other.
      expect({ dialect, isSilent: isSilent || !hits }).toEqual({ dialect, isSilent: true });
    }
  });

  test("fixtures are called ok- where nothing is found, and only there", () => {
    const wrong = seen.filter(({ name, findings }) => name.startsWith("ok-") !== (findings.length === 0));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("offers the fixes that its metadata promises, and no others", () => {
    const offered = seen.flatMap(({ findings }) =>
      findings.flatMap(({ fixes = [] }) => fixes.map(({ safety }) => safety)),
    );
    expect([...new Set(offered)].sort()).toEqual([...(check.fixable ?? [])].sort());
  });

  test("has messages that fixtures show, filled in, without a full stop", () => {
    const texts = seen.flatMap(({ findings }) =>
      findings.flatMap(({ message, fixes = [] }) => [message, ...fixes.map(({ title }) => title)]),
    );
    for (const text of texts) {
      expect(text).not.toMatch(/^$|\.$|(?<!\$)\{[a-z]\w*\}|undefined|please/i);
    }
  });

  test("has no message that no fixture shows", () => {
    const texts = seen.flatMap(({ findings }) =>
      findings.flatMap(({ message, related = [], fixes = [] }) => [
        message,
        ...related.map((each) => each.message),
        ...fixes.map(({ title }) => title),
      ]),
    );
    const unseen = Object.entries<string>(check.messages).filter(
      ([name, template]) =>
        !SHOWN_ELSEWHERE.includes(`${id} ${name}`) && !texts.some((text) => patternOf(template).test(text)),
    );
    expect(unseen.map(([name]) => name)).toEqual([]);
  });

  test("names checks that exist where it supersedes some", () => {
    for (const other of check.supersedes ?? []) expect(ids).toContain(other);
  });
});

test("the setting for checks lists them: npm run build:check-index", () => {
  const manifest = textOf("package.json");
  const listed = Object.entries(propertiesOfSetting(JSON.parse(manifest)));
  expect(listed.map(([id]) => id)).toEqual(settableChecks.map(({ id }) => id));
  // A default would be written into the settings of users.
  expect(listed.filter(([, schema]) => memberOf(schema, "default") !== undefined)).toEqual([]);
  expect(manifest).toBe(withCheckProperties(manifest, settableChecks));
});

test("the setting says in both languages what each check finds: npm run build:check-index", () => {
  const [english, chinese] = [textOf("package.nls.json"), textOf("package.nls.zh-cn.json")];
  expect(english).toBe(withCheckTexts(english, settableChecks, inEnglish));
  const titles = JSON.parse(textOf("server/l10n/bundle.l10n.zh-cn.json"));
  expect(chinese).toBe(withCheckTexts(chinese, settableChecks, inChinese(titles)));
});

function textOf(name: string): string {
  return readFileSync(join(ROOT, name), "utf8");
}

function judge(check: Check, file: string) {
  const { text, config } = readFixture(readFileSync(file, "utf8"));
  const { fileName = basename(file), declared = true, ...project } = config;
  const read = readPolicyFile(text, { dialects: miniCatalog.dialects, fileName, declared });
  const findings = runChecks(read, miniCatalog, { checks: [check], text, ...project });
  return { name: basename(file, ".json"), dialect: read.dialect?.id ?? "none", findings };
}

/** A message with anything where a value goes. */
function patternOf(template: string): RegExp {
  const literal = template.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${literal.join("[^]*")}$`);
}

function namesIn(folder: string, suffix: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(suffix));
  return files.map((name) => name.slice(0, -suffix.length)).sort();
}

function propertiesOfSetting(manifest: unknown): object {
  const path = ["contributes", "configuration", "properties", "accessPolicy.checks", "properties"];
  let value = manifest;
  for (const key of path) value = memberOf(value, key);
  return typeof value === "object" && value !== null ? value : {};
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
