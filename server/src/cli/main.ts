// How a shell or CI asks: the program `access-policy`. Everything it does is in `run.ts`; this file only
// connects it to the process.
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { bundledCatalog } from "../bundled/catalog.js";
import { loadPages } from "../bundled/pages.node.js";
import { loadTexts } from "../bundled/texts.node.js";
import { loadTranslation } from "../bundled/translation.node.js";
import { disk } from "../disk/disk.js";
import { openStdout, stderr } from "./output.js";
import { run } from "./run.js";

run(process.argv.slice(2), {
  catalog: bundledCatalog(() => loadTexts(join(__dirname, "data"))),
  cwd: process.cwd(),
  disk,
  env: process.env,
  loadTranslation: (language) => loadTranslation(join(__dirname, "data"), language),
  // Not `performance.now`, which loads a module of Node for it.
  now: () => process.uptime() * 1000,
  pages: (language) => loadPages(join(__dirname, "data"), language),
  readStdin,
  stderr,
  stdout: openStdout(),
  // Everybody's day, so that all machines of a team agree.
  today: () => new Date().toISOString().slice(0, 10),
  version: packageJson.version,
}).then((code) => {
  // Not `exit`: what was written to a pipe must arrive.
  process.exitCode = code;
});

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
