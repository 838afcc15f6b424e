// `npm run new:check -- <id>`: starts a check with its page, its fixtures and its line in the registry.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { faultOfId } from "./check-id.js";
import { addToRegistry } from "./check-registry.js";
import { type NewFile, newCheckFiles } from "./check-template.js";

const REGISTRY = "server/src/core/checks/index.ts";

const [id, ...rest] = process.argv.slice(2);
const refusal = id === undefined || rest.length > 0 ? "one id is needed" : faultOfId(id);
if (id === undefined || refusal !== undefined) {
  console.error(`npm run new:check -- <id>: ${refusal}`);
  process.exitCode = 2;
} else {
  create(id);
}

function create(name: string): void {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const files = newCheckFiles(name, version);
  const taken = files.map(({ path }) => takenPart(path)).find((path) => existsSync(path));
  if (taken !== undefined) {
    console.error(`npm run new:check -- ${name}: ${taken} exists already`);
    process.exitCode = 2;
    return;
  }
  const registry = { path: REGISTRY, text: addToRegistry(readFileSync(REGISTRY, "utf8"), name) };
  for (const file of [...files, registry]) write(file);
  console.log("Next: replace every TODO, then run npm run build:check-index and npm run test:unit.");
}

/** Of the fixtures, the folder counts. */
function takenPart(path: string): string {
  return path.startsWith("test/") ? dirname(path) : path;
}

function write({ path, text }: NewFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}
