// The comparison for people on a terminal: each policy whose access has changed, what it gained and what it lost,
// each with an example; figures last.
import {
  type Change,
  describeChange,
  describeUndecided,
  type ItemWords,
  PLAIN,
} from "../../../core/index.js";
import { type Colors, createColors } from "../colors.js";
import { visible } from "../visible.js";
import { byWeight, type CompareReporter, isWorthTelling } from "./compared.js";
import { headingOf } from "./file-words.js";
import { hasUnlisted, totalsOf, UNLISTED_NOTE } from "./totals.js";

export const reportCompareText: CompareReporter = (files, { catalog, colors: enabled }) => {
  const colors = createColors(enabled);
  const told = byWeight(files.filter(isWorthTelling)).map((file) => {
    const words = (change: Change) => describeChange(change, file, { catalog, style: PLAIN });
    const { title, notes } = headingOf(file, (path) => path);
    const noted = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
    return [
      `${colors.bold(visible(title.path))}: ${colors.bold(visible(title.verdict))}${visible(noted)}`,
      ...[...words("gained"), ...words("lost")].map((item) => describe(item, colors)),
      ...file.comparison.undecided.map(
        (one) => `  ${colors.yellow("open")}    ${visible(describeUndecided(one))}`,
      ),
      ...file.gaps.map(({ side, line, reason }) => {
        const place = line === undefined ? sideWords(side) : `${sideWords(side)}, line ${line}`;
        return `  ${colors.yellow("unread")}  ${place}: ${visible(reason)}`;
      }),
      "",
      "",
    ].join("\n");
  });
  const note = hasUnlisted(files) ? `${colors.dim(UNLISTED_NOTE)}\n` : "";
  return `${told.join("")}${note}${totalsOf(files, { strong: colors.bold }).join(". ")}\n`;
};

function sideWords(side: "before" | "after"): string {
  return side === "before" ? "base" : "now";
}

function describe(item: ItemWords, colors: Colors): string {
  const { change, access, named, where, by, except, other, example, doubt } = item;
  const sign = change === "gained" ? "gained" : "lost  ";
  const paint = change === "lost" ? colors.gray : paintOf(access, colors);
  const indent = " ".repeat(10);
  return [
    `  ${paint(`${sign}  ${access}`)}  ${visible(named)}`,
    `${indent}on ${visible(where)} ${colors.dim(`[${by}]`)}`,
    ...[except, other].flatMap((note) => (note === undefined ? [] : `${indent}${visible(note)}`)),
    ...(doubt === undefined ? [] : [`${indent}${doubt}`]),
    `${indent}${colors.dim(`example: ${visible(example)}`)}`,
  ].join("\n");
}

function paintOf(access: ItemWords["access"], colors: Colors): (text: string) => string {
  switch (access) {
    case "write":
      return colors.red;
    case "unlisted":
      return colors.yellow;
    case "read":
      return colors.cyan;
    default:
      return access satisfies never;
  }
}
