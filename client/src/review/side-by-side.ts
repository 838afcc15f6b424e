// Which versions of a text the editor shows side by side: in a diff, in a list of diffs, and in the merge editor. The
// last two are no part of VS Code's stable interface, so what they show is taken from the tab as far as it is there.
import { TabInputTextDiff, Uri, window } from "vscode";

export interface Pair {
  /** The earlier side. */
  readonly original: Uri;
  readonly modified: Uri;
}

export function diffs(): readonly Pair[] {
  return inputs().flatMap(diffsIn);
}

/** The later side where the document is the earlier one of a diff; the result where it is merged. */
export function laterSide(uri: Uri): Uri | undefined {
  const active = window.tabGroups.activeTabGroup.activeTab?.input;
  const isOfUri = ({ original }: Pair) => original.toString() === uri.toString();
  return [active, ...inputs()].flatMap((input) => [...diffsIn(input), ...mergesIn(input)]).find(isOfUri)
    ?.modified;
}

function inputs(): readonly unknown[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
}

function diffsIn(input: unknown): readonly Pair[] {
  if (input instanceof TabInputTextDiff) return [input];
  if (typeof input !== "object" || input === null || !("textDiffs" in input)) return [];
  return Array.isArray(input.textDiffs) ? input.textDiffs.flatMap(diffsIn) : [];
}

/** The versions that are merged, each with the result. */
function mergesIn(input: unknown): readonly Pair[] {
  if (typeof input !== "object" || input === null || !("result" in input)) return [];
  const { result } = input;
  if (!(result instanceof Uri)) return [];
  const merged = [
    "base" in input ? input.base : undefined,
    "input1" in input ? input.input1 : undefined,
    "input2" in input ? input.input2 : undefined,
  ];
  return merged.flatMap((original) => (original instanceof Uri ? [{ original, modified: result }] : []));
}
