// The comparison for people on a terminal: each policy whose access has changed, what it gained and what it lost,
// each with an example; figures last.
import * as l10n from "@vscode/l10n";
import {
  byWeight,
  type Change,
  type CompareGap,
  describeAccess,
  describeChange,
  describeUndecided,
  type ItemWords,
  list,
  PLAIN,
} from "../../../core/index.js";
import { type Colors, createColors } from "../colors.js";
import { labelled, sentences, withNote } from "../phrases.js";
import { visible, widthOf } from "../visible.js";
import { type CompareReporter, isWorthTelling } from "./compared.js";
import { headingOf } from "./file-words.js";
import { describeUnlistedWord, hasUnlisted, totalsOf } from "./totals.js";

export const reportCompareText: CompareReporter = (files, { catalog, colors: enabled }) => {
  const colors = createColors(enabled);
  const told = byWeight(files.filter(isWorthTelling)).map((file) => {
    const words = (change: Change) => describeChange(change, file, { catalog, style: PLAIN });
    const { title, notes } = headingOf(file, (path) => path);
    const verdict = colors.bold(visible(title.verdict));
    const noted = notes.length === 0 ? verdict : withNote(verdict, visible(list(notes, notes.length)));
    return [
      `${colors.bold(visible(title.path))}: ${noted}`,
      ...[...words("gained"), ...words("lost")].map((item) => describe(item, colors)),
      ...file.comparison.undecided.map(
        (one) => `  ${colors.yellow(sign("open"))}  ${visible(describeUndecided(one))}`,
      ),
      ...file.gaps.map(
        (gap) => `  ${colors.yellow(sign("unread"))}  ${labelled(sideWords(gap), visible(gap.reason))}`,
      ),
      "",
      "",
    ].join("\n");
  });
  const note = hasUnlisted(files) ? `${colors.dim(describeUnlistedWord())}\n` : "";
  return `${told.join("")}${note}${sentences(totalsOf(files, { strong: colors.bold }))}\n`;
};

const SIGNS = {
  gained: () => l10n.t("gained"),
  lost: () => l10n.t("lost"),
  open: () => l10n.t({ message: "open", comment: ["not decided"] }),
  unread: () => l10n.t("unread"),
} as const;

/** All of one width, so that what follows stands in one column. */
function sign(which: keyof typeof SIGNS): string {
  const text = SIGNS[which]();
  return text + " ".repeat(signWidth() - widthOf(text));
}

function signWidth(): number {
  return Math.max(...Object.values(SIGNS).map((text) => widthOf(text())));
}

function sideWords({ side, line }: CompareGap): string {
  if (side === "before") return line === undefined ? l10n.t("base") : l10n.t("base, line {line}", { line });
  return line === undefined
    ? l10n.t({ message: "now", comment: ["in the version after the change"] })
    : l10n.t("now, line {line}", { line });
}

function describe(item: ItemWords, colors: Colors): string {
  const { change, access, named, where, by, except, other, example, doubt } = item;
  const paint = change === "lost" ? colors.gray : paintOf(access, colors);
  const indent = " ".repeat(signWidth() + 4);
  return [
    `  ${paint(`${sign(change)}  ${describeAccess(access)}`)}  ${visible(named)}`,
    `${indent}${l10n.t("on {where}", { where: visible(where) })} ${colors.dim(`[${by}]`)}`,
    ...[except, other].flatMap((note) => (note === undefined ? [] : `${indent}${visible(note)}`)),
    ...(doubt === undefined ? [] : [`${indent}${doubt}`]),
    `${indent}${colors.dim(l10n.t("example: {example}", { example: visible(example) }))}`,
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
