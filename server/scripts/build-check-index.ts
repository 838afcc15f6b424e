// Writes what the repository says about all checks: `server/docs/checks/index.md`, the schemas of the project file
// and of grants files, and the setting for checks in `package.json`. A test of the repository says when this has to be run again.
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
import { withCheckProperties } from "./check-settings.js";
import { grantsSchema } from "./grants-schema.js";
import { projectSchema } from "./project-schema.js";

const MANIFEST = join(import.meta.dirname, "../../package.json");
const DATA = join(import.meta.dirname, "../data");
const SCHEMA = join(DATA, "schema/access-policy.config.schema.json");
const GRANTS_SCHEMA = join(DATA, "schema/access-grants.schema.json");

const data: CatalogData = JSON.parse(readFileSync(join(DATA, "catalog.json"), "utf8"));
const catalog = createCatalog(data, [cam, otc], () => {
  throw new Error("no schema needs texts");
});

writeFileSync(join(import.meta.dirname, "../docs/checks/index.md"), renderCheckIndex(allChecks));
writeFileSync(SCHEMA, `${JSON.stringify(projectSchema(suppressibleChecks, allChecks), undefined, 2)}\n`);
writeFileSync(GRANTS_SCHEMA, `${JSON.stringify(grantsSchema(catalog), undefined, 2)}\n`);
writeFileSync(MANIFEST, withCheckProperties(readFileSync(MANIFEST, "utf8"), settableChecks));
