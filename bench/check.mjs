// The command line: one file against the start of Node, ten thousand against the reading of them and ajv-cli.
import { say, timeNode } from "./clock.mjs";
import { rowOf } from "./table.mjs";

/** @param {Record<string, string>} programs @param {import("./workloads.mjs").Workloads} workloads */
export function measureCheck({ cli, parse, ajv }, { folder, oneFile, manyFiles, faultyFiles, schemaFile }) {
  const one = inTurns(15, {
    ours: () => timeNode([cli, "check", oneFile]),
    theirs: () => timeNode(["-e", "0"]),
  });
  say("check of one file");

  const checkMany = () => timeNode([cli, "check", "--format", "json", manyFiles]);
  const report = JSON.parse(checkMany().out);
  const faulty = report.files.filter((/** @type {any} */ { findings }) => findings.length > 0).length;
  const wrong = faulty === faultyFiles ? undefined : `findings in ${faulty} of ${faultyFiles} files`;
  const many = inTurns(7, {
    ours: () => timeNode([cli, "check", manyFiles]),
    theirs: () => timeNode([parse, manyFiles]),
  });
  say("check of 10,000 files, against read + JSON.parse");

  const words = [
    "validate",
    "-s",
    schemaFile,
    "-d",
    "w5/**/*.json",
    "--all-errors",
    "--allow-union-types",
    "--errors=line",
  ];
  const byAjv = inTurns(3, {
    ours: () => timeNode([cli, "check", manyFiles]),
    theirs: () => timeNode([ajv, ...words], folder),
  });
  say("check of 10,000 files, against ajv-cli");

  const name = "`check` of 10,000 files";
  return [
    rowOf({ name: "`check` of one file", peer: "node -e 0", must: 1.5, aim: 1.2 }, one),
    rowOf({ name, peer: "read + JSON.parse", must: 2, aim: 1.2, wrong }, many),
    rowOf({ name, peer: "ajv-cli", must: 1 / 3, aim: 1 / 6, wrong }, byAjv),
  ];
}

/** The first round fills the caches of the system and is not counted.
 * @param {number} rounds @param {{ ours: () => { time: number }, theirs: () => { time: number } }} both */
function inTurns(rounds, { ours, theirs }) {
  const figures = Array.from({ length: rounds + 1 }, () => ({ ours: ours().time, theirs: theirs().time }));
  return figures.slice(1);
}
