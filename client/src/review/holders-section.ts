// What a change of a grants file means for whom: users and groups to whom the same happens are told together, with a
// link to the line of each, and below them what they gain and lose.
import { l10n } from "vscode";
import type { ComparedHolders, CompareResult } from "../../../server/src/protocol/compare.js";
import { inRow, listOf } from "../words.js";
import { changesOf, type LinkTo, openOf } from "./change-items.js";
import { moreHoldersInWords, newInWords } from "./change-words.js";
import { code, heading, linked } from "./markdown.js";

/** Nobody reads more of a page. */
const MOST = 100;

export function holdersOf(
  result: Pick<CompareResult, "undecided" | "gaps">,
  holders: readonly ComparedHolders[],
  level: number,
  linkTo: LinkTo,
): readonly string[] {
  const more = holders.length - MOST;
  return [
    ...holders.slice(0, MOST).flatMap((one) => sectionOf(one, level, linkTo)),
    ...(more > 0 ? [moreHoldersInWords(more)] : []),
    ...openOf(result, level, linkTo),
  ];
}

function sectionOf(one: ComparedHolders, level: number, linkTo: LinkTo): readonly string[] {
  return [heading(level, one.title), notesOf(one, linkTo), ...changesOf(one, level + 1, linkTo)];
}

/** Who it is, each with a link. */
function notesOf({ kind, names, count, isNew, isDeleted, mayHide }: ComparedHolders, linkTo: LinkTo): string {
  const links = listOf(names.map(({ name, side, place }) => linked(code(name), linkTo(side, place))));
  const more = count - names.length;
  return inRow([
    more > 0 ? l10n.t("{names} and {count} more", { names: links, count: more }) : links,
    ...(isNew ? [newInWords(kind)] : []),
    ...(isDeleted ? [l10n.t("deleted")] : []),
    ...(mayHide ? [l10n.t("as far as it could be read")] : []),
  ]);
}
