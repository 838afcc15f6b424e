// Which earlier version policies are compared with, as the setting `accessPolicy.compareWith` and links say it.
// Knows neither git nor VS Code.

export type BaseChoice =
  | { readonly kind: "nothing" }
  | { readonly kind: "index" }
  | { readonly kind: "merge-base"; readonly branch: string }
  | { readonly kind: "ref"; readonly ref: string };

export const INDEX = "index";

/** `main...` is where the current branch left `main`, as in `git diff main...`. */
const MERGE_BASE = "...";

export function readChoice(written: string): BaseChoice {
  const text = written.trim();
  if (text === "") return { kind: "nothing" };
  if (text === INDEX) return { kind: "index" };
  if (text.endsWith(MERGE_BASE)) {
    const branch = text.slice(0, -MERGE_BASE.length);
    return branch === "" ? { kind: "nothing" } : { kind: "merge-base", branch };
  }
  return { kind: "ref", ref: text };
}

export function writeMergeBase(branch: string): string {
  return `${branch}${MERGE_BASE}`;
}

/** As people call it: `HEAD`, `the index`, `the merge base with main`, `1a2b3c4`. */
export function nameOfChoice(choice: BaseChoice): string {
  switch (choice.kind) {
    case "nothing":
      return NAMES.nothing;
    case "index":
      return NAMES.index;
    case "merge-base":
      return NAMES.mergeBase(choice.branch);
    case "ref":
      return nameOfRef(choice.ref);
    default:
      return choice satisfies never;
  }
}

/** Ids of commits are told by their beginning; `1a2b3c4^` is the one before. */
export function nameOfRef(ref: string): string {
  const [, id, rest = ""] = /^([0-9a-f]{40})(.*)$/.exec(ref) ?? [];
  return id === undefined ? ref : `${id.slice(0, 8)}${rest}`;
}

const NAMES = {
  nothing: "nothing",
  index: "the index",
  mergeBase: (branch: string) => `the merge base with ${branch}`,
} as const;
