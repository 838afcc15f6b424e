// Writes what the repository says about all checks: `server/docs/checks/index.md`, the schema of the project file,
// and the setting for checks in `package.json`. A test of the repository says when this has to be run again.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allChecks, checks, policyChecks } from "../src/core/index.js";
import { renderCheckIndex } from "./check-index.js";
import { withCheckProperties } from "./check-settings.js";
import { projectSchema } from "./project-schema.js";

const MANIFEST = join(import.meta.dirname, "../../package.json");
const SCHEMA = join(import.meta.dirname, "../data/schema/access-policy.config.schema.json");

writeFileSync(join(import.meta.dirname, "../docs/checks/index.md"), renderCheckIndex(allChecks));
writeFileSync(SCHEMA, `${JSON.stringify(projectSchema(checks, allChecks), undefined, 2)}\n`);
writeFileSync(MANIFEST, withCheckProperties(readFileSync(MANIFEST, "utf8"), policyChecks));
