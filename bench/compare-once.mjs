// One process that compares the two policies it is given, first cold and then warm, and prints what each took.
import { createRequire } from "node:module";
import { join } from "node:path";
import { median, now } from "./clock.mjs";

const WARM = 30;
const { bundledCatalog, compare, policiesOf, readPolicyFile, summarize } = createRequire(import.meta.url)(
  join(import.meta.dirname, "out/core.cjs"),
);
const { before, after, repeated } = JSON.parse(process.argv[2] ?? "");
const catalog = bundledCatalog(() => ({ version: 1, actions: {}, presets: {}, operators: {}, keys: {} }));

const first = time(() => compare(read(before), read(after), catalog));
const sides = [read(before), read(after)];
const { verdict } = compare(...sides, catalog);
const warm = often(() => compare(...sides, catalog));
const summary = often(() => summarize(sides[0][0], catalog));
const reference = often(() => {
  for (let at = 0; at < repeated; at++) {
    JSON.stringify(JSON.parse(before));
    JSON.stringify(JSON.parse(after));
  }
});
console.log(JSON.stringify({ verdict, first, compare: warm, summary, reference }));

/** @param {string} text */
function read(text) {
  return policiesOf(readPolicyFile(text, { dialects: catalog.dialects, declared: true }));
}

/** The first half only warms. @param {() => unknown} run */
function often(run) {
  const times = Array.from({ length: 2 * WARM }, () => time(run));
  return median(times.slice(WARM));
}

/** @param {() => unknown} run */
function time(run) {
  const start = now();
  run();
  return now() - start;
}
