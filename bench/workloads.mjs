// What is measured on: a small policy, the largest one that the cloud takes, a megabyte, and ten thousand files.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makePolicy, print } from "./policies.mjs";
import { schema } from "./schema.mjs";

const SEED = 1;
const FILES = 10_000;
/** The limit of the cloud, in characters of minified text. */
const LIMIT = 6144;

/**
 * @typedef {object} Workloads
 * @property {string} folder
 * @property {Record<"w1" | "w2" | "w3", string>} texts
 * @property {string} oneFile
 * @property {string} manyFiles
 * @property {number} faultyFiles how many of the many have a mistake
 * @property {string} schemaFile
 */

/** @param {string} folder @returns {Workloads} */
export function prepareWorkloads(folder) {
  const texts = {
    w1: print(makePolicy({ seed: SEED, statements: 1, actions: 8, resources: 5 })),
    w2: largest((text) => JSON.stringify(JSON.parse(text)).length <= LIMIT, 0),
    w3: largest((text) => text.length <= 1_000_000, 0.01),
  };
  const manyFiles = join(folder, "w5");
  const schemaFile = join(folder, "schema.json");
  const oneFile = join(folder, "w1.cam.json");
  const stamp = join(folder, "stamp.json");
  const first = Array.from({ length: 20 }, (_, at) => manyText(at)).join("");
  const wanted = JSON.stringify({ SEED, FILES, texts: texts.w3.length, first });
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(schemaFile, JSON.stringify(schema));
    writeFileSync(oneFile, texts.w1);
    for (let at = 0; at < FILES; at++) {
      const below = join(manyFiles, `folder-${String(Math.floor(at / 100)).padStart(3, "0")}`);
      if (at % 100 === 0) mkdirSync(below, { recursive: true });
      writeFileSync(join(below, `${String(at).padStart(5, "0")}.json`), manyText(at));
    }
    writeFileSync(stamp, wanted);
  }
  return { folder, texts, oneFile, manyFiles, faultyFiles: FILES / 100, schemaFile };
}

/** One of the many: every hundredth has mistakes. @param {number} at */
function manyText(at) {
  const mistakes = at % 100 === 37 ? 1 : 0;
  return print(makePolicy({ seed: SEED * 1_000_003 + at, statements: 3, actions: 4, mistakes }));
}

/** The longest policy that still fits. @param {(text: string) => boolean} fits @param {number} mistakes */
function largest(fits, mistakes) {
  const make = (/** @type {number} */ statements) => print(makePolicy({ seed: SEED, statements, mistakes }));
  let low = 1;
  let high = 2;
  while (fits(make(high))) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(make(middle))) low = middle;
    else high = middle;
  }
  return make(low);
}
