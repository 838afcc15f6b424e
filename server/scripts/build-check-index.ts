// Writes `server/docs/checks/index.md`. A test of the repository says when this has to be run again.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checks } from "../src/core/index.js";
import { renderCheckIndex } from "./check-index.js";

writeFileSync(join(import.meta.dirname, "../docs/checks/index.md"), renderCheckIndex(checks));
