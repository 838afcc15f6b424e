// One document open in one server, as an editor has it.

import { startClient } from "./client.mjs";
import { now } from "./clock.mjs";
import { schema } from "./schema.mjs";

const CAPABILITIES = {
  workspace: { configuration: false },
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true },
      // As VS Code says it.
      completionList: {
        itemDefaults: ["commitCharacters", "editRange", "insertTextFormat", "insertTextMode", "data"],
      },
    },
    diagnostic: { dynamicRegistration: false },
    hover: { contentFormat: ["markdown"] },
  },
};

/** @param {string} program @param {string} text */
export async function openSession(program, text) {
  const client = startClient(program);
  const uri = "file:///bench/policy.cam.json";
  await client.request("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: CAPABILITIES,
    initializationOptions: { schema },
  });
  client.notify("initialized", {});
  let version = 1;
  const languageId = program.endsWith("json-server.cjs") ? "json" : "access-policy";
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });

  const pull = async () => {
    const { result, at } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
    // Hints may come and go with the text around them.
    const faults = result.items.filter((/** @type {any} */ { severity = 1 }) => severity <= 2).length;
    return { faults, at };
  };

  return {
    pull,
    stop: () => client.stop(),
    /** Types or removes, and waits for the findings. @param {Position} at @param {number} removed @param {string} inserted */
    async type(at, removed, inserted) {
      const start = now();
      version++;
      const end = { line: at.line, character: at.character + removed };
      const change = { range: { start: at, end }, rangeLength: removed, text: inserted };
      client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [change] });
      const { faults, at: arrived } = await pull();
      return { time: arrived - start, faults };
    },
    /** @param {string} method @param {Position} position */
    async ask(method, position) {
      const start = now();
      const { result, at } = await client.request(method, { textDocument: { uri }, position });
      return { time: at - start, result };
    },
  };
}

/** @typedef {{ line: number, character: number }} Position */

/**
 * Places just behind the matches of a pattern, spread over the text.
 * @param {string} text @param {RegExp} pattern @param {number} count @returns {Position[]}
 */
export function placesIn(text, pattern, count) {
  const all = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  return Array.from({ length: count }, (_, at) => {
    const offset = all[Math.floor((at / count) * all.length)] ?? 0;
    const before = text.slice(0, offset).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  });
}
