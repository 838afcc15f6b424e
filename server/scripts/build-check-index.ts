// Writes what the repository says about all checks: the list of them in both languages, the schemas of the project
// file and of grants files, and the setting for checks in `package.json` with its texts in both languages. A test of
// the repository says when this has to be run again.
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
import { grantsSchema } from "./grants-schema.js";
import { projectSchema } from "./project-schema.js";

const ROOT = join(import.meta.dirname, "../..");
const DATA = join(ROOT, "server/data");
const SCHEMA = join(DATA, "schema/access-policy.config.schema.json");
const GRANTS_SCHEMA = join(DATA, "schema/access-grants.schema.json");

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
writeFileSync(SCHEMA, `${JSON.stringify(projectSchema(suppressibleChecks, allChecks), undefined, 2)}\n`);
writeFileSync(GRANTS_SCHEMA, `${JSON.stringify(grantsSchema(catalog), undefined, 2)}\n`);

const chinese = inChinese(titles);
rewrite("package.json", (text) => withCheckProperties(text, settableChecks));
rewrite("package.nls.json", (text) => withCheckTexts(text, settableChecks, inEnglish));
rewrite("package.nls.zh-cn.json", (text) => withCheckTexts(text, settableChecks, chinese));

function rewrite(name: string, change: (text: string) => string): void {
  const file = join(ROOT, name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
