// A client of a language server over stdio, written by hand so that it costs little and the same for every server.
import { spawn } from "node:child_process";
import { now } from "./clock.mjs";

/** @param {string} program */
export function startClient(program) {
  const startedAt = now();
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  /** @type {Map<number, { settle: (answer: { result: any, at: number }) => void, fail: (error: Error) => void }>} */
  const pending = new Map();
  let ended = false;
  const gone = new Promise((settle) => {
    child.once("exit", (code) => {
      ended = true;
      for (const { fail } of pending.values()) fail(new Error(`${program} ended with ${code}`));
      settle(code);
    });
  });
  child.stdin.on("error", () => {});

  /** @type {Buffer[]} */
  let chunks = [];
  let have = 0;
  /** Length of the body that is awaited; -1 where a head is. */
  let need = -1;
  child.stdout.on("data", (chunk) => {
    chunks.push(chunk);
    have += chunk.length;
    if (have < need) return;
    let data = Buffer.concat(chunks);
    for (;;) {
      if (need < 0) {
        const end = data.indexOf("\r\n\r\n");
        if (end < 0) break;
        need = Number(/content-length: *(\d+)/i.exec(data.toString("latin1", 0, end))?.[1]);
        data = data.subarray(end + 4);
      }
      if (data.length < need) break;
      // The clock stops with the last byte; what the client makes of it is not the server's time.
      receive(data.toString("utf8", 0, need), now());
      data = data.subarray(need);
      need = -1;
    }
    chunks = [data];
    have = data.length;
  });

  /** @param {string} body @param {number} at */
  function receive(body, at) {
    const { id, method, params, result, error } = JSON.parse(body);
    if (method !== undefined) {
      // Requests of the server: there are no settings, and everything may be registered.
      if (id !== undefined) {
        send({ id, result: method === "workspace/configuration" ? params.items.map(() => null) : null });
      }
      return;
    }
    const waiting = pending.get(id);
    pending.delete(id);
    if (error) waiting?.fail(new Error(`${program}: ${error.message}`));
    else waiting?.settle({ result, at });
  }

  /** @param {object} message */
  function send(message) {
    if (ended) return;
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  }

  let lastId = 0;
  return {
    startedAt,
    /** @param {string} method @param {unknown} params */
    notify: (method, params) => send({ method, params }),
    /** @param {string} method @param {unknown} params @returns {Promise<{ result: any, at: number }>} */
    request(method, params) {
      const id = ++lastId;
      return new Promise((settle, fail) => {
        pending.set(id, { settle, fail });
        send({ id, method, params });
      });
    },
    async stop() {
      await this.request("shutdown", null);
      this.notify("exit", null);
      const timer = setTimeout(() => child.kill("SIGKILL"), 1000);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** @typedef {ReturnType<typeof startClient>} Client */
