// What VS Code is given of the schemas of our files: it describes in both languages and judges nothing, as the language
// server does that.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describingSchema } from "../../../server/scripts/describing-schema.js";
import { grantsSchema } from "../../../server/scripts/grants-schema.js";
import { projectSchema } from "../../../server/scripts/project-schema.js";
import { chineseSchema, englishSchema, type SchemaWords } from "../../../server/scripts/schema-words.js";
import { bundledCatalog } from "../../../server/src/bundled/catalog.js";
import { allChecks, PROJECT_FILE_NAME, suppressibleChecks } from "../../../server/src/core/index.js";
import { englishLeftovers } from "../../support/english-leftovers.js";

const ROOT = join(import.meta.dirname, "../../..");

const words = chineseSchema(readJson("server/l10n/bundle.l10n.zh-cn.json"));
const { contributes } = readJson<{ contributes: { jsonValidation: unknown } }>("package.json");
const catalog = bundledCatalog(() => {
  throw new Error("no schema needs texts");
});

const SCHEMAS = [
  {
    ...{ key: "schema.project", fileMatch: PROJECT_FILE_NAME, name: "access-policy.config.schema.json" },
    made: (language: SchemaWords) => projectSchema(suppressibleChecks, allChecks, language),
  },
  {
    ...{ key: "schema.grants", fileMatch: "*.grants.json", name: "access-grants.schema.json" },
    made: (language: SchemaWords) => grantsSchema(catalog, language),
  },
];

const ajv = new Ajv();
ajv.addKeyword("deprecationMessage");

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

describe.each(SCHEMAS)("$name", ({ key, fileMatch, name, made }) => {
  const english = readJson<object>(`server/data/schema/vscode/en/${name}`);
  const chinese = readJson<object>(`server/data/schema/vscode/zh-cn/${name}`);

  test("is current: npm run build:check-index", () => {
    expect(english).toEqual(describingSchema(made(englishSchema)));
    expect(chinese).toEqual(describingSchema(made(words)));
  });

  test("is contributed in the language of the editor, and ships", () => {
    expect(contributes.jsonValidation).toContainEqual({ fileMatch, url: `%${key}%` });
    expect(readJson<Texts>("package.nls.json")[key]).toBe(`./server/data/schema/vscode/en/${name}`);
    expect(readJson<Texts>("package.nls.zh-cn.json")[key]).toBe(`./server/data/schema/vscode/zh-cn/${name}`);
    const shipped = readFileSync(join(ROOT, ".vscodeignore"), "utf8").split("\n");
    expect(shipped).toContain("!server/data/schema/vscode/**");
  });

  test("is the same in both languages but for the words", () => {
    expect(withoutTexts(chinese)).toEqual(withoutTexts(english));
  });

  test("finds no fault with anything, as nothing shall be told twice", () => {
    const fits = ajv.compile(english);
    const keys = fc.constantFrom("checks", "files", "users", "groups", "dialect", "version", "a");
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(fc.jsonValue({ maxDepth: 1 }), tie("map"), fc.array(tie("value"), { maxLength: 3 })),
      map: fc.dictionary(keys, tie("value"), { maxKeys: 3 }),
    }));
    fc.assert(fc.property(value, (text) => fits(text)));
  });

  test("describes all that the schema for other editors describes", () => {
    expect(new Set(textsIn(english))).toEqual(new Set(textsIn(made(englishSchema))));
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
