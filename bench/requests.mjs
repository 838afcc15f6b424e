// Completion and hover, against a request that does nothing.
import { median, say } from "./clock.mjs";
import { openSession, placesIn } from "./session.mjs";
import { rowOf } from "./table.mjs";

const ROUNDS = 3;
const SAMPLES = 100;

/** @param {Record<string, string>} programs @param {import("./workloads.mjs").Workloads} workloads */
export async function measureRequests({ server, emptyServer }, { texts }) {
  const places = placesIn(texts.w2, /"action": \[\s*"[a-z]+:[A-Z]/g, SAMPLES);
  const rows = [];
  for (const kind of /** @type {const} */ (["completion", "hover"])) {
    const rounds = [];
    let empty = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await openSession(server, texts.w2);
      const nothing = await openSession(emptyServer, texts.w2);
      const times = { ours: /** @type {number[]} */ ([]), theirs: /** @type {number[]} */ ([]) };
      // The first half only warms.
      for (const [at, place] of [...places, ...places].entries()) {
        const answer = await ours.ask(`textDocument/${kind}`, place);
        const floor = await nothing.ask("textDocument/hover", place);
        if (isEmpty(answer.result)) empty++;
        if (at < places.length) continue;
        times.ours.push(answer.time);
        times.theirs.push(floor.time);
      }
      rounds.push({ ours: median(times.ours), theirs: median(times.theirs) });
      await Promise.all([ours.stop(), nothing.stop()]);
    }
    const name = `${kind}, w2`;
    say(name);
    const wrong = empty > 0 ? `empty answers: ${empty}` : undefined;
    rows.push(rowOf({ name, peer: "empty request", must: 3, aim: 2, wrong }, rounds));
  }
  return rows;
}

/** @param {any} result */
function isEmpty(result) {
  const items = result?.items ?? result?.contents ?? result;
  return items === null || items === undefined || items.length === 0;
}
