// The comparison for people on a terminal: each policy whose access has changed, what it gained and what it lost,
// each with an example; figures last.
import { PLAIN } from "../../../core/index.js";
import { type Colors, createColors } from "../colors.js";
import { visible } from "../visible.js";
import { byWeight, type CompareReporter, isWorthTelling } from "./compared.js";
import { headingOf, undecidedWords } from "./file-words.js";
import { type Change, describeItem, type ItemWords } from "./item-words.js";
import { hasUnlisted, totalsOf, UNLISTED_NOTE } from "./totals.js";

/** Actions of one item that are spelled out before the rest is counted. */
const NAMED_ACTIONS = 12;

export const reportCompareText: CompareReporter = (files, { catalog, colors: enabled }) => {
  const colors = createColors(enabled);
  const told = byWeight(files.filter(isWorthTelling)).map((file) => {
    const { gained, lost, undecided } = file.comparison;
    const words = (change: Change) =>
      file.comparison[change].map((item) => describeItem(item, change, file, { catalog, style: PLAIN }));
    const { title, notes } = headingOf(file);
    return [
      `${colors.bold(visible(title.path))}: ${colors.bold(title.verdict)}${visible(notes)}`,
      ...(gained.length > 0 ? words("gained") : []).map((item) => describe(item, colors)),
      ...(lost.length > 0 ? words("lost") : []).map((item) => describe(item, colors)),
      ...undecided.map((one) => `  ${colors.yellow("open")}    ${visible(undecidedWords(one, PLAIN))}`),
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
  const { change, access, actions, where, by, other, example, isUncertain } = item;
  const sign = change === "gained" ? "gained" : "lost  ";
  const paint = change === "lost" ? colors.gray : paintOf(access, colors);
  const indent = " ".repeat(10);
  const doubt = isUncertain ? " (no source tells whether these can be limited to resources)" : "";
  return [
    `  ${paint(`${sign}  ${access}`)}  ${visible(listed(actions))}`,
    `${indent}on ${visible(where)}${doubt} ${colors.dim(`[${by}]`)}`,
    ...(other === undefined ? [] : [`${indent}${visible(other)}`]),
    `${indent}${colors.dim(`example: ${visible(example)}`)}`,
  ].join("\n");
}

function listed(actions: readonly string[]): string {
  if (actions.length <= NAMED_ACTIONS) return actions.join(", ");
  return `${actions.slice(0, NAMED_ACTIONS).join(", ")} and ${actions.length - NAMED_ACTIONS} more`;
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
