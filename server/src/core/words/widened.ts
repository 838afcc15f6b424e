// What a change newly allows, by the strings that allow it: for those who show it where it is written.
import * as l10n from "@vscode/l10n";
import { createChangedElements } from "../access/comparison/changed-element.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Policy, Statement } from "../policy/model.js";
import type { Span } from "../text/span.js";
import { describeFigures } from "./change-brief.js";
import { type ComparedSides, describeChange, type ItemWords } from "./change-items.js";
import { fill } from "./fill.js";
import { describeAccess } from "./item-actions.js";
import { list, sequence } from "./lists.js";
import type { Style } from "./style.js";

export interface WideningWords {
  readonly policy: Policy;
  readonly statement: Statement;
  /** The string that makes the difference, in the text of the policy. */
  readonly span: Span;
  /** `trtc:RemoveUser (write) on everything; before: app 1 (Live prod); example: trtc:RemoveUser on …`. */
  readonly words: string;
  /** Of all that this string allows: `+2 write, +1 read on everything`. */
  readonly brief: string;
}

/** What the same words widen in the same way is told at once. */
export function describeWidening(
  sides: ComparedSides,
  options: { readonly catalog: Catalog; readonly style: Style },
): readonly WideningWords[] {
  const elementOf = createChangedElements(sides.before?.policies ?? [], options.catalog);
  const gained = describeChange("gained", sides, options);
  const statements = [...new Set(gained.map(({ item }) => item.by.statement))];
  const placeOf = ({ item }: ItemWords) =>
    `${statements.indexOf(item.by.statement)} ${elementOf(item).span.start}`;
  const places = groupedBy(gained, placeOf);
  const told = groupedBy(gained, (one) => {
    const { where, except, other } = one;
    return JSON.stringify([placeOf(one), where, except, other]);
  });
  return [...told.values()].map(([first, ...more]) => {
    const { where, except, other, example, item } = first;
    const named = [first, ...more].map(actionsOf);
    const access = fill(l10n.t("{actions} on {where}"), { actions: list(named, named.length), where });
    const notes = [access, except, other, fill(l10n.t("example: {example}"), { example })];
    return {
      policy: item.by.policy,
      statement: item.by.statement,
      span: elementOf(item).span,
      words: notes.filter((note) => note !== undefined).reduce(withNote),
      brief: briefOf(places.get(placeOf(first)) ?? [], sides, options.catalog),
    };
  });
}

/** `trtc:RemoveUser (write)`. */
function actionsOf({ named, access }: ItemWords): string {
  return fill(l10n.t({ message: "{actions} ({access})", comment: ["whether actions read or write"] }), {
    actions: named,
    access: describeAccess(access),
  });
}

function withNote(text: string, note: string): string {
  return fill(l10n.t({ message: "{text}; {note}", comment: ["a note behind others"] }), { text, note });
}

function briefOf(words: readonly ItemWords[], { applications }: ComparedSides, catalog: Catalog): string {
  const gained = words.map(({ item, actions }) => ({ ...item, actions }));
  return sequence(describeFigures({ comparison: { gained, lost: [] }, applications }, catalog));
}

type Group = readonly [ItemWords, ...ItemWords[]];

function groupedBy(
  words: readonly ItemWords[],
  keyOf: (one: ItemWords) => string,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, [ItemWords, ...ItemWords[]]>();
  for (const one of words) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
