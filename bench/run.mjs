// `npm run bench`: our language server and command line against their peers, in one run, as ratios.
// A figure in milliseconds means little on a shared machine; what two programs that take turns need in
// proportion to each other does. Prints one Markdown table; raw figures are left in bench/out.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { measureCheck } from "./check.mjs";
import { measureCompare } from "./compare.mjs";
import { measureEditing } from "./editing.mjs";
import { measureRequests } from "./requests.mjs";
import { measureStart } from "./start.mjs";
import { printTable } from "./table.mjs";
import { prepareWorkloads } from "./workloads.mjs";

// Some machines set these for every Node process; extra certificates alone cost Node 20 about 75 ms a start.
for (const name of ["NODE_COMPILE_CACHE", "NODE_EXTRA_CA_CERTS", "NODE_OPTIONS"]) delete process.env[name];

const bench = import.meta.dirname;
const root = join(bench, "..");

const began = Date.now();
if (!existsSync(join(bench, "node_modules/ajv-cli"))) command("npm", ["ci", "--ignore-scripts"], bench);
command(process.execPath, ["esbuild.mjs", "--release"], root);
const workloads = prepareWorkloads(join(bench, "data"));

const programs = {
  cli: join(root, "server/dist/cli.js"),
  server: join(root, "server/dist/server.js"),
  jsonServer: join(bench, "peers/json-server.cjs"),
  emptyServer: join(bench, "peers/empty-server.cjs"),
  parse: join(bench, "peers/parse.mjs"),
  ajv: join(bench, "node_modules/ajv-cli/dist/index.js"),
};

/** @type {import("./table.mjs").Row[]} */
const rows = [];
for (const measure of [measureEditing, measureRequests, measureCheck, measureStart, measureCompare]) {
  rows.push(...(await measure(programs, workloads)));
}

const load = loadavg().map((figure) => figure.toFixed(1));
const seconds = Math.round((Date.now() - began) / 1000);
console.log(
  `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.join(" ")}, ${seconds} s\n`,
);
console.log(printTable(rows));
mkdirSync(join(bench, "out"), { recursive: true });
writeFileSync(join(bench, "out/bench.json"), `${JSON.stringify(rows, null, 1)}\n`);

/** @param {string} program @param {string[]} words @param {string} cwd */
function command(program, words, cwd) {
  const shell = process.platform === "win32" && program === "npm";
  const { status } = spawnSync(program, words, { cwd, stdio: ["ignore", 2, 2], shell });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} failed`);
}
