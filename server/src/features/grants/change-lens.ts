// The line above a grants file that says who may do more or less than in an earlier version of it:
// `vs HEAD: li.wei gains 3 writes, and 2 more users have other access`.
import * as l10n from "@vscode/l10n";
import type { CodeLens } from "vscode-languageserver-types";
import { describeHolders, fill, openingOf, PLAIN, sequence } from "../../core/index.js";
import type { ServedDocument } from "../document.js";
import { lensCommand } from "../lens-command.js";
import { toRange } from "../to-lsp.js";
import type { GrantsChange } from "./change.js";

/** None where no earlier version is known, or nothing is another. `command` shows more; it takes the document's URI. */
export function grantsChangeLenses(
  { grants, lines, uri }: ServedDocument,
  command: string | undefined,
): CodeLens[] {
  const change = grants?.change?.();
  const root = grants?.grants.root;
  const title = change && briefly(change);
  if (title === undefined || root === undefined) return [];
  return [
    {
      range: toRange(lines, openingOf(root.span)),
      command: lensCommand(title, command, [{ uri }]),
    },
  ];
}

/** Undefined where there is nothing to say. */
export function briefly(change: GrantsChange): string | undefined {
  const { base, failure, holders, isNew, isSameText } = change;
  if (failure !== undefined) return WORDS.failure(base.name, failure);
  const figures = briefFigures(change);
  if (figures.length === 0 && isSameText) return undefined;
  const said = [
    ...(isNew ? [WORDS.isNew()] : []),
    ...(figures.length === 0 && !isNew ? [WORDS.unchanged()] : figures),
    ...(holders.some(({ mayHide }) => mayHide) ? [WORDS.mayHide()] : []),
  ];
  return WORDS.change(base.name, sequence(said));
}

/** Who has to be looked at first, and how many others there are. In plain text. */
export function briefFigures({ holders, uncompared }: GrantsChange): readonly string[] {
  const [first, ...others] = holders;
  const undecided = uncompared > 0 ? [WORDS.undecided()] : [];
  if (first === undefined) return undecided;
  const { kind, names, comparison } = first;
  const words = describeHolders(kind, names.map(PLAIN.value), comparison);
  const count = others.reduce((sum, one) => sum + one.names.length, 0);
  if (count === 0) return [words, ...undecided];
  const isUsers = others.every((one) => one.kind === "user");
  return [(isUsers ? WORDS.moreUsers : WORDS.more)(words, count), ...undecided];
}

const WORDS = {
  failure: (base: string, failure: string) =>
    fill(l10n.t("vs {base}: nothing to compare with ({failure})"), { base, failure }),
  change: (base: string, change: string) => fill(l10n.t("vs {base}: {change}"), { base, change }),
  isNew: () => l10n.t("new grants file"),
  unchanged: () => l10n.t("access unchanged"),
  mayHide: () => l10n.t("as far as it could be read"),
  undecided: () => l10n.t("not all could be compared"),
  moreUsers: (first: string, count: number) =>
    count === 1
      ? fill(l10n.t("{first}, and 1 more user has other access"), { first })
      : fill(l10n.t("{first}, and {count} more users have other access"), { first, count }),
  more: (first: string, count: number) =>
    count === 1
      ? fill(l10n.t("{first}, and 1 more group has other access"), { first })
      : fill(l10n.t("{first}, and {count} more users and groups have other access"), { first, count }),
} as const;
