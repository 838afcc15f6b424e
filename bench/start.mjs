// From the start of the language server to its answer to `initialize`, against the start of Node alone.

import { startClient } from "./client.mjs";
import { say, timeNode } from "./clock.mjs";
import { rowOf } from "./table.mjs";

const ROUNDS = 15;

/** @param {Record<string, string>} programs */
export async function measureStart({ server }) {
  const rounds = [];
  for (let round = -1; round < ROUNDS; round++) {
    const theirs = timeNode(["-e", "0"]).time;
    const client = startClient(server);
    const { at } = await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
    if (round >= 0) rounds.push({ ours: at - client.startedAt, theirs });
    await client.stop();
  }
  say("server start → initialize");
  return [rowOf({ name: "server start → initialize", peer: "node -e 0", must: 2.5, aim: 2.2 }, rounds)];
}
