// Writes what the repository says about all checks, in both languages: the list of them, the schemas of the project
// file and of grants files, and the setting for checks in `package.json` with its texts. A test of the repository says
// when this has to be run again.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  allChecks,
  type CatalogData,
  cam,
  createCatalog,
  otc,
  settableChecks,
  suppressibleChecks,
} from "../src/core/index.js";
import { renderCheckIndex } from "./check-index.js";
import { chineseIndex, englishIndex } from "./check-index-words.js";
import { inChinese, inEnglish, withCheckProperties, withCheckTexts } from "./check-settings.js";
import { describingSchema } from "./describing-schema.js";
import { grantsSchema } from "./grants-schema.js";
import { projectSchema } from "./project-schema.js";
import { chineseSchema, englishSchema, type SchemaWords } from "./schema-words.js";

const ROOT = join(import.meta.dirname, "../..");
const DATA = join(ROOT, "server/data");
const SCHEMAS = join(DATA, "schema");

const data: CatalogData = JSON.parse(readFileSync(join(DATA, "catalog.json"), "utf8"));
const catalog = createCatalog(data, [cam, otc], () => {
  throw new Error("no schema needs texts");
});

const titles: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(ROOT, "server/l10n/bundle.l10n.zh-cn.json"), "utf8"),
);

writeFileSync(join(ROOT, "server/docs/checks/index.md"), renderCheckIndex(allChecks, englishIndex));
writeFileSync(
  join(ROOT, "server/docs/checks/zh-cn/index.md"),
  renderCheckIndex(allChecks, chineseIndex(titles)),
);
writeSchemas(SCHEMAS, englishSchema, (schema) => schema);
writeSchemas(join(SCHEMAS, "vscode/en"), englishSchema, describingSchema);
writeSchemas(join(SCHEMAS, "vscode/zh-cn"), chineseSchema(titles), describingSchema);

const chinese = inChinese(titles);
rewrite("package.json", (text) => withCheckProperties(text, settableChecks));
rewrite("package.nls.json", (text) => withCheckTexts(text, settableChecks, inEnglish));
rewrite("package.nls.zh-cn.json", (text) => withCheckTexts(text, settableChecks, chinese));

function writeSchemas(folder: string, words: SchemaWords, made: (schema: object) => object): void {
  const write = (name: string, schema: object) =>
    writeFileSync(join(folder, name), `${JSON.stringify(made(schema), undefined, 2)}\n`);
  write("access-policy.config.schema.json", projectSchema(suppressibleChecks, allChecks, words));
  write("access-grants.schema.json", grantsSchema(catalog, words));
}

function rewrite(name: string, change: (text: string) => string): void {
  const file = join(ROOT, name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
