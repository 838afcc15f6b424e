// Time, and what to make of it: medians, and programs that take turns.
import { spawnSync } from "node:child_process";

/** In milliseconds. */
export const now = () => performance.now();

/** @param {number[]} figures */
export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Runs a program of Node to its end.
 * @param {string[]} words @param {string} [cwd] @returns {{ time: number, code: number | null, out: string }} */
export function timeNode(words, cwd) {
  const start = now();
  const { status, stdout } = spawnSync(process.execPath, words, {
    ...(cwd && { cwd }),
    encoding: "utf8",
    maxBuffer: 1e9,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return { time: now() - start, code: status, out: stdout };
}

/** @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}
