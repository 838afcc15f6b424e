// Writes what the repository says about all checks: `server/docs/checks/index.md`, and the setting for checks in
// `package.json`. A test of the repository says when this has to be run again.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checks } from "../src/core/index.js";
import { renderCheckIndex } from "./check-index.js";
import { withCheckProperties } from "./check-settings.js";

const MANIFEST = join(import.meta.dirname, "../../package.json");

writeFileSync(join(import.meta.dirname, "../docs/checks/index.md"), renderCheckIndex(checks));
writeFileSync(MANIFEST, withCheckProperties(readFileSync(MANIFEST, "utf8"), checks));
