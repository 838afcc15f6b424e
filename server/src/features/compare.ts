// Two versions of a document compared, as values that an editor can lay out: the verdict, and each thing gained or lost
// in words and with its place.
import type { Range } from "vscode-languageserver-types";
import {
  type Catalog,
  type ChangedElement,
  createChangedElements,
  describeChange,
  describeFigures,
  describeUndecided,
  describeVerdict,
  type ItemWords,
  indexLines,
  MARKDOWN,
  PLAIN,
  type PolicyText,
  type Style,
  type Verdict,
} from "../core/index.js";
import type { DocumentChange } from "./change.js";
import { toRange } from "./to-lsp.js";

export type ChangeFormat = "markdown" | "plaintext";

export interface ChangeWords {
  readonly verdict: Verdict;
  /** The verdict in words. */
  readonly title: string;
  /** `+3 write on Live prod`, writes first. */
  readonly figures: readonly string[];
  readonly isNew: boolean;
  readonly isDeleted: boolean;
  /** What could not be read may hide that access was widened. */
  readonly mayHide: boolean;
  /** Writes first. */
  readonly gained: readonly ChangeItem[];
  readonly lost: readonly ChangeItem[];
  /** What could not be decided. */
  readonly undecided: readonly string[];
  /** What could not be read and does not count. */
  readonly gaps: readonly ChangeGap[];
}

export interface ChangeItem {
  readonly access: "read" | "write" | "unlisted";
  /** All of them. */
  readonly actions: readonly string[];
  /** The actions, counted where they are many. */
  readonly named: string;
  readonly where: string;
  /** What the same version denies of it nevertheless. */
  readonly except?: string;
  /** What the other version says of the same actions. */
  readonly other?: string;
  /** One request that shows the difference. */
  readonly example: string;
  readonly doubt?: string;
  /** `statement 2, line 7`. */
  readonly by: string;
  /** In the later version for what is gained, else in the earlier. */
  readonly statement: Range;
  /** The part of the statement that makes the difference. */
  readonly element: Range;
}

export interface ChangeGap {
  readonly side: "before" | "after";
  /** From 1; absent where the whole text is meant. */
  readonly line?: number;
  readonly reason: string;
}

export function compareVersions(change: DocumentChange, catalog: Catalog, format: ChangeFormat): ChangeWords {
  const { comparison, before, after, isNew, isDeleted, mayHide, gaps } = change;
  const style: Style = format === "markdown" ? MARKDOWN : PLAIN;
  const itemsOf = (kind: "gained" | "lost", own: PolicyText | undefined, other: PolicyText | undefined) => {
    if (own === undefined) return [];
    const elementOf = createChangedElements(other?.policies ?? [], catalog);
    const lines = indexLines(own.text);
    return describeChange(kind, change, { catalog, style }).map((words) =>
      itemOf(words, elementOf(words.item), own, lines),
    );
  };
  return {
    verdict: comparison.verdict,
    title: describeVerdict(comparison.verdict),
    figures: describeFigures(change, catalog),
    ...{ isNew, isDeleted, mayHide, gaps },
    gained: itemsOf("gained", after, before),
    lost: itemsOf("lost", before, after),
    undecided: comparison.undecided.map((one) => describeUndecided(one, style)),
  };
}

function itemOf(
  words: ItemWords,
  element: ChangedElement,
  own: PolicyText,
  lines: ReturnType<typeof indexLines>,
): ChangeItem {
  const { access, actions, named, where, except, other, example, doubt, by, item } = words;
  const { policy, statement } = item.by;
  return {
    ...{ access, actions, named, where, example, by },
    ...(except !== undefined && { except }),
    ...(other !== undefined && { other }),
    ...(doubt !== undefined && { doubt }),
    statement: toRange(lines, own.placeOf(policy, statement.span)),
    element: toRange(lines, own.placeOf(policy, element.span)),
  };
}
