// Comparing two policies at the size limit, and the summary of one, against parsing and writing the same texts.
import { join } from "node:path";
import { say, timeNode } from "./clock.mjs";
import { bundleCore } from "./core.mjs";
import { makeImagePolicy } from "./image-policies.mjs";
import { makePolicy } from "./policies.mjs";
import { rowOf } from "./table.mjs";

const ROUNDS = 5;
/** The limit of both clouds, in characters of minified text. */
const LIMIT = 6144;
/** The reference alone is too short to be measured. */
const REPEATED = 100;
/** The design allows 50 ms for a comparison and 5 ms for a summary, when the reference takes about 4 ms. */
const MUST = { compare: 12, summary: 1.2 };
const PEER = `JSON.parse + stringify of the texts, ${REPEATED} times`;

/** @typedef {{ name: string, before: any, after: any, verdict: string }} Pair */

/** Every round is a new process, as each call of the command line is: the first answer counts as well. */
export async function measureCompare() {
  const folder = import.meta.dirname;
  await bundleCore(join(folder, ".."), join(folder, "out/core.cjs"));
  const rows = [];
  for (const { name, before, after, verdict } of pairs()) {
    const [one, other] = [JSON.stringify(before), JSON.stringify(after)];
    const question = JSON.stringify({ before: one, after: other, repeated: REPEATED });
    const rounds = Array.from({ length: ROUNDS }, () =>
      JSON.parse(timeNode([join(folder, "compare-once.mjs"), question]).out),
    );
    const verdicts = [...new Set(rounds.map((round) => round.verdict))].join();
    const wrong = verdicts === verdict ? undefined : `verdict ${verdicts}`;
    const figures = (/** @type {"compare" | "first" | "summary"} */ kind) =>
      rounds.map((round) => ({ ours: round[kind], theirs: round.reference }));
    rows.push(
      rowOf({ name: `compare, ${name}`, peer: PEER, must: MUST.compare, aim: 1, wrong }, figures("compare")),
    );
    rows.push(
      rowOf({ name: "… the first time", peer: PEER, must: MUST.compare, aim: 5, wrong }, figures("first")),
    );
    if (verdict === "widened") {
      rows.push(
        rowOf({ name: "summary of the first", peer: PEER, must: MUST.summary, aim: 0.2 }, figures("summary")),
      );
    }
    say(`compare, ${name}`);
  }
  return rows;
}

/** @returns {Pair[]} */
function pairs() {
  const cam = largest((size) => makePolicy({ seed: 3, statements: size, actions: 6 }));
  const otc = largest((size) => makeImagePolicy({ seed: 3, actions: size }));
  const widened = cam.statement.with(firstAllow(cam), withAnyApplication(cam.statement[firstAllow(cam)]));
  const loosened = otc.Statement.map(withoutSecondFactor);
  return [
    { name: "w2 split", verdict: "unchanged", before: cam, after: { ...cam, statement: halved(cam) } },
    { name: "w2 widened", verdict: "widened", before: cam, after: { ...cam, statement: widened } },
    { name: "w2 and another", verdict: "changed", before: cam, after: largestOther() },
    { name: "images split", verdict: "unchanged", before: otc, after: { ...otc, Statement: halved(otc) } },
    { name: "images loosened", verdict: "widened", before: otc, after: { ...otc, Statement: loosened } },
  ];
}

function largestOther() {
  return largest((size) => makePolicy({ seed: 4, statements: size, actions: 6 }));
}

/** @param {any} policy */
function firstAllow({ statement }) {
  return statement.findIndex((/** @type {any} */ { effect }) => effect === "allow");
}

/** @param {any} statement */
function withAnyApplication({ resource, ...rest }) {
  return { ...rest, resource: [resource[0].replace(/\d+$/, "*"), ...resource.slice(1)] };
}

/** @param {any} statement */
function withoutSecondFactor(statement) {
  if (statement.Effect === "Deny" || statement.Condition?.Bool === undefined) return statement;
  const { Bool: _, ...Condition } = statement.Condition;
  return { ...statement, Condition };
}

/** Each statement as two, with half of the actions each, in reverse. @param {any} policy */
function halved(policy) {
  const element = "statement" in policy ? "action" : "Action";
  return (policy.statement ?? policy.Statement).toReversed().flatMap((/** @type {any} */ one) => {
    const middle = one[element].length >> 1;
    const halves = [one[element].slice(0, middle), one[element].slice(middle)];
    return halves.map((actions) => ({ ...one, [element]: actions }));
  });
}

/** The largest policy that fits. @param {(size: number) => any} make */
function largest(make) {
  let size = 1;
  while (JSON.stringify(make(size + 1)).length <= LIMIT) size++;
  return make(size);
}
