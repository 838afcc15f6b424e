// Turns pairs of figures into the rows of the report.
import { median } from "./clock.mjs";

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} ours in milliseconds
 * @property {string} peer
 * @property {number} theirs in milliseconds
 * @property {number} ratio
 * @property {[number, number]} spread least and greatest ratio of a round
 * @property {number} must greatest ratio that the design allows
 * @property {number} aim
 * @property {string} [wrong] what the programs got wrong: a figure for wrong answers is none
 */

/**
 * @param {{ name: string, peer: string, must: number, aim: number, wrong?: string | undefined }} what
 * @param {{ ours: number, theirs: number }[]} rounds @returns {Row}
 */
export function rowOf({ wrong, ...what }, rounds) {
  const ratios = rounds.map(({ ours, theirs }) => ours / theirs);
  return {
    ...what,
    ours: median(rounds.map(({ ours }) => ours)),
    theirs: median(rounds.map(({ theirs }) => theirs)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    ...(wrong && { wrong }),
  };
}

/** @param {Row[]} rows */
export function printTable(rows) {
  const head = ["moment", "ours", "peer", "ratio (rounds)", "must reach", "aim", "reached"];
  const lines = rows.map((row) => [
    row.name,
    milliseconds(row.ours),
    `${row.peer}: ${milliseconds(row.theirs)}`,
    `${figure(row.ratio)} (${figure(row.spread[0])} to ${figure(row.spread[1])})`,
    figure(row.must),
    figure(row.aim),
    row.wrong ?? (row.ratio <= row.aim ? "aim" : row.ratio <= row.must ? "yes" : "**no**"),
  ]);
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** @param {number} time */
function milliseconds(time) {
  return `${figure(time)} ms`;
}

/** @param {number} value */
function figure(value) {
  return Number(value.toPrecision(value < 1 ? 2 : 3)).toLocaleString("en-US", { maximumFractionDigits: 4 });
}
