// The schemas of our files in Chinese judge as the English ones do, and each text in them is Chinese.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { grantsSchema } from "../../../server/scripts/grants-schema.js";
import { projectSchema } from "../../../server/scripts/project-schema.js";
import { chineseSchema } from "../../../server/scripts/schema-words.js";
import { bundledCatalog } from "../../../server/src/bundled/catalog.js";
import { allChecks, suppressibleChecks } from "../../../server/src/core/index.js";
import { englishLeftovers } from "../../support/english-leftovers.js";

const ROOT = join(import.meta.dirname, "../../..");

const words = chineseSchema(readJson("server/l10n/bundle.l10n.zh-cn.json"));
const catalog = bundledCatalog(() => {
  throw new Error("no schema needs texts");
});

const SCHEMAS = [
  {
    key: "schema.project",
    name: "access-policy.config.schema.json",
    made: projectSchema(suppressibleChecks, allChecks, words),
  },
  { key: "schema.grants", name: "access-grants.schema.json", made: grantsSchema(catalog, words) },
];

/** What editors show of a schema. */
const SHOWN = new Set([
  "title",
  "description",
  "markdownDescription",
  "deprecationMessage",
  "errorMessage",
  "patternErrorMessage",
  "enumDescriptions",
  "markdownEnumDescriptions",
  "defaultSnippets",
]);

describe.each(SCHEMAS)("$name", ({ key, name, made }) => {
  const english = readJson<object>(`server/data/schema/${name}`);
  const chinese = readJson<object>(`server/data/schema/zh-cn/${name}`);

  test("is current in Chinese: npm run build:check-index", () => {
    expect(chinese).toEqual(JSON.parse(JSON.stringify(made)));
  });

  test("is contributed in Chinese, and ships", () => {
    expect(readJson<Texts>("package.nls.zh-cn.json")[key]).toBe(`./server/data/schema/zh-cn/${name}`);
    const shipped = readFileSync(join(ROOT, ".vscodeignore"), "utf8").split("\n");
    expect(shipped).toContain("!server/data/schema/zh-cn/**");
  });

  test("accepts and refuses the same in both languages", () => {
    expect(withoutTexts(chinese)).toEqual(withoutTexts(english));
  });

  test("has no English left", () => {
    const texts = textsIn(chinese);
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
    expect(texts.flatMap((text) => englishLeftovers(text))).toEqual([]);
  });
});

type Texts = Readonly<Record<string, string>>;

/** With a sign for each text, so that one that is missing in one language is noticed. */
function withoutTexts(schema: object): unknown {
  return JSON.parse(JSON.stringify(schema, (key, value) => (isText(key, value) ? "…" : value)));
}

function textsIn(schema: object): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(schema, (key, value) => {
    if (isText(key, value)) texts.push(...[value].flat());
    return value;
  });
  return texts;
}

/** A property of our files may have such a name, too. */
function isText(key: string, value: unknown): value is string | readonly string[] {
  return SHOWN.has(key) && (typeof value === "string" || Array.isArray(value));
}

function readJson<Value = Texts>(file: string): Value {
  return JSON.parse(readFileSync(join(ROOT, file), "utf8"));
}
