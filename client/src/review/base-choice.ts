// Which earlier version policies are compared with, as the setting `accessPolicy.compareWith` and links say it.
// Knows nothing of git.
import { l10n } from "vscode";

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
      return l10n.t("nothing");
    case "index":
      return l10n.t("the index");
    case "merge-base":
      return l10n.t("the merge base with {branch}", { branch: choice.branch });
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
