// From a keystroke to the findings of the changed text, against VS Code's JSON language service.
import { median, say } from "./clock.mjs";
import { openSession, placesIn } from "./session.mjs";
import { rowOf } from "./table.mjs";

const ROUNDS = 3;
const ROWS = /** @type {const} */ ([
  { workload: "w2", what: "policy at the size limit", keys: 60, must: 1 / 3, aim: 1 / 8 },
  { workload: "w1", what: "25 lines", keys: 60, must: 2 / 3, aim: 1 / 2 },
  { workload: "w3", what: "1 MB", keys: 6, must: 1 / 10, aim: 1 / 100 },
]);

/** @param {Record<string, string>} programs @param {import("./workloads.mjs").Workloads} workloads */
export async function measureEditing({ server, jsonServer }, { texts }) {
  const rows = [];
  for (const { workload, what, keys, must, aim } of ROWS) {
    const text = texts[workload];
    const rounds = [];
    let wrong = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await openSession(server, text);
      const theirs = await openSession(jsonServer, text);
      // Warm, as an editor that has been open for a minute.
      const warm = Math.min(keys, 20);
      await typeInTurns(ours, theirs, text, warm);
      const figures = await typeInTurns(ours, theirs, text, keys);
      wrong += figures.wrong;
      rounds.push({ ours: median(figures.ours), theirs: median(figures.theirs) });
      await Promise.all([ours.stop(), theirs.stop()]);
    }
    const name = `keystroke → diagnostics, ${workload} (${what})`;
    say(name);
    const peer = "JSON language service";
    rows.push(
      rowOf({ name, peer, must, aim, wrong: wrong > 0 ? `wrong findings: ${wrong}` : undefined }, rounds),
    );
  }
  return rows;
}

/**
 * Each key breaks or mends the value of an effect; both servers get it, one after the other.
 * @param {Session} ours @param {Session} theirs @param {string} text @param {number} keys
 * @typedef {Awaited<ReturnType<typeof openSession>>} Session
 */
async function typeInTurns(ours, theirs, text, keys) {
  const figures = { ours: /** @type {number[]} */ ([]), theirs: /** @type {number[]} */ ([]), wrong: 0 };
  const sessions = [
    { session: ours, times: figures.ours, clean: (await ours.pull()).faults },
    { session: theirs, times: figures.theirs, clean: (await theirs.pull()).faults },
  ];
  for (const place of placesIn(text, /"effect": "(?=allow|deny)/g, keys / 2)) {
    for (const { session, times, clean } of sessions) {
      const broken = await session.type(place, 0, "x");
      const mended = await session.type(place, 1, "");
      times.push(broken.time, mended.time);
      if (broken.faults <= clean || mended.faults !== clean) figures.wrong++;
    }
  }
  return figures;
}
