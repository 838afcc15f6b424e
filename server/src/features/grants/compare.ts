// Two versions of a grants file compared, as values that an editor can lay out: user by user, those alike together,
// what they gain and lose, with its place in the policy where it comes from.
import * as l10n from "@vscode/l10n";
import type { Range } from "vscode-languageserver-types";
import {
  type Catalog,
  createChangedElements,
  describeChange,
  describeHolders,
  describeOrigin,
  describeUndecided,
  describeVerdict,
  fill,
  type ItemWords,
  indexLines,
  type LineIndex,
  MARKDOWN,
  PLAIN,
  type PolicyText,
  plainPath,
  type Style,
} from "../../core/index.js";
import type { ChangeFormat, ChangeGap, ChangeItem, ChangeWords } from "../compare.js";
import { toRange } from "../to-lsp.js";
import type { GrantsChange, HeldVersion, HoldersDifference } from "./change.js";
import { briefFigures } from "./change-lens.js";

export interface GrantsChangeWords extends ChangeWords {
  readonly holders: readonly HoldersWords[];
}

export interface HoldersWords extends Omit<ChangeWords, "figures"> {
  readonly kind: "user" | "group";
  readonly names: readonly HolderName[];
  readonly count: number;
  readonly gained: readonly HeldItem[];
  readonly lost: readonly HeldItem[];
}

export interface HolderName {
  readonly name: string;
  readonly side: "before" | "after";
  readonly place: Range;
}

export interface HeldItem extends ChangeItem {
  /** Of the policy, from the folder of the grants file; absent where the places are in the grants file itself. */
  readonly file?: string;
}

/** Names with a link; nobody follows more. */
const MOST_NAMES = 50;

export function compareGrantsVersions(
  change: GrantsChange,
  catalog: Catalog,
  format: ChangeFormat,
): GrantsChangeWords {
  const { failure, holders, isDeleted, isNew, isSameText, isWithFilesOfToday, uncompared, verdict } = change;
  const style: Style = format === "markdown" ? MARKDOWN : PLAIN;
  const linesOf = createLines();
  const gaps: ChangeGap[] = [
    ...(failure === undefined ? [] : [{ side: "before" as const, reason: failure }]),
    ...(isWithFilesOfToday ? [{ side: "before" as const, reason: WORDS.filesOfToday() }] : []),
  ];
  return {
    verdict,
    title: isSameText && holders.length === 0 ? l10n.t("the same text") : describeVerdict(verdict),
    figures: briefFigures(change),
    ...{ isNew, isDeleted, gaps },
    mayHide: failure !== undefined,
    gained: [],
    lost: [],
    undecided: uncompared === 0 ? [] : [WORDS.uncompared(uncompared)],
    holders: holders.map((one) => wordsOf(one, change, { catalog, style, linesOf })),
  };
}

interface Wording {
  readonly catalog: Catalog;
  readonly style: Style;
  readonly linesOf: (text: PolicyText) => LineIndex;
}

function wordsOf(
  difference: HoldersDifference,
  { applications, isDeleted, isNew }: GrantsChange,
  wording: Wording,
): HoldersWords {
  const { kind, names, comparison, before, after, gaps, mayHide } = difference;
  const { catalog, style } = wording;
  const sides = { comparison, applications, ...(before && { before }), ...(after && { after }) };
  const itemsOf = (side: "gained" | "lost", own: HeldVersion | undefined, other: HeldVersion | undefined) => {
    if (own === undefined) return [];
    const elementOf = createChangedElements(other?.policies ?? [], catalog);
    return describeChange(side, sides, { catalog, style }).map((words) =>
      itemOf(words, elementOf(words.item).span, own, wording),
    );
  };
  return {
    verdict: comparison.verdict,
    title: describeHolders(kind, names.map(style.value), comparison),
    ...{ kind, gaps, mayHide },
    names: names.slice(0, MOST_NAMES).flatMap((name) => placeOf(name, difference)),
    count: names.length,
    // Of a new file everybody is new, which is told once.
    isNew: before === undefined && !isNew,
    isDeleted: after === undefined && !isDeleted,
    gained: itemsOf("gained", after, before),
    lost: itemsOf("lost", before, after),
    undecided: comparison.undecided.map((one) => describeUndecided(one, style)),
  };
}

function placeOf(name: string, { kind, before, after }: HoldersDifference): HolderName[] {
  const [side, held] = after === undefined ? (["before", before] as const) : (["after", after] as const);
  const version = held?.version;
  const key = (kind === "user" ? version?.grants.users : version?.grants.groups)?.get(name)?.key;
  if (version === undefined || key === undefined) return [];
  return [{ name, side, place: toRange(version.lines, key.span) }];
}

function itemOf(
  words: ItemWords,
  element: { readonly start: number; readonly end: number },
  { originOf, version }: HeldVersion,
  { style, linesOf }: Wording,
): HeldItem {
  const { access, actions, named, where, except, other, example, doubt, by, item } = words;
  const { policy, statement } = item.by;
  const origin = originOf(policy);
  const { group, attachment } = origin?.source ?? {};
  const text = origin?.text;
  const attached = attachment ? toRange(version.lines, attachment.value.span) : NOWHERE;
  return {
    ...{ access, actions, named, where, example },
    by: describeOrigin(by, group === undefined ? undefined : style.label(group)),
    ...(except !== undefined && { except }),
    ...(other !== undefined && { other }),
    ...(doubt !== undefined && { doubt }),
    statement: text ? toRange(linesOf(text), text.placeOf(policy, statement.span)) : attached,
    element: text ? toRange(linesOf(text), text.placeOf(policy, element)) : attached,
    ...(text && origin && { file: plainPath(origin.name) }),
  };
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Many items come from one file. */
function createLines(): (text: PolicyText) => LineIndex {
  const known = new Map<PolicyText, LineIndex>();
  return (text) => {
    const lines = known.get(text) ?? indexLines(text.text);
    known.set(text, lines);
    return lines;
  };
}

const WORDS = {
  filesOfToday: () => l10n.t("the policies that it names are taken as they are now"),
  uncompared: (count: number) =>
    count === 1
      ? l10n.t("1 more user or group has something else attached, and was not compared")
      : fill(l10n.t("{count} more users and groups have something else attached, and were not compared"), {
          count,
        }),
} as const;
