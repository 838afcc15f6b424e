// Runs the steps of `npm test`, each a program of its own, and counts what they say they tested.
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { root } from "./prepare.mjs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, words: string[], counts?: (output: string) => Counts | undefined }} Step
 *   `words` are what Node runs; `counts` reads the figures of a step that holds many tests
 * @typedef {Counts & { name: string, seconds: number }} Result
 */

/** No step takes this long; one that does hangs, and would keep the others from being heard. */
const limitMinutes = 15;

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    for (const child of running) {
      child.kill(signal);
    }
    process.exitCode = 130;
  });
}

/** Shows the output while it comes.
 * @param {Step} step */
export function runStep(step) {
  console.log(`\n── ${step.name}`);
  return execute(step, (text) => process.stdout.write(text));
}

/** Keeps the output back until the step is over, for steps that run beside others.
 * @param {Step} step */
export async function runBeside(step) {
  /** @type {string[]} */
  const kept = [];
  const result = await execute(step, (text) => kept.push(text));
  console.log(`\n── ${step.name}\n${kept.join("").trimEnd()}`);
  return result;
}

/** @param {Step} step @param {(text: string) => void} print @returns {Promise<Result>} */
async function execute({ name, words, counts }, print) {
  const start = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    // Colors would get lost on the way through the pipe only on a terminal.
    env: { ...(process.stdout.isTTY && { FORCE_COLOR: "1" }), ...process.env },
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      print(text);
    });
  }
  const limit = setTimeout(() => {
    print(`\nStopped: still running after ${limitMinutes} minutes\n`);
    child.kill("SIGTERM");
  }, limitMinutes * 60_000);
  const code = await new Promise((settle) => child.once("close", settle).once("error", () => settle(1)));
  clearTimeout(limit);
  running.delete(child);
  return { name, seconds: (performance.now() - start) / 1000, ...judge(code === 0, counts, output) };
}

/** A step without figures of its own is one test; one that failed counts a failure even when its figures show none.
 * @param {boolean} ok @param {Step["counts"]} read @param {string} output @returns {Counts} */
function judge(ok, read, output) {
  if (!read) {
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  }
  const counts = read(output) ?? { passed: 0, failed: 1, skipped: 0 };
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Reads the last line of the form "3 passed, 0 failed, 0 skipped".
 * @param {string} output @returns {Counts | undefined} */
export function lastLineCounts(output) {
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  return match && { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3]) };
}
