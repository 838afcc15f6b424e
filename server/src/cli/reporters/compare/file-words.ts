// What is said of a whole file: its verdict, what became of it, and what could not be decided.
import { list, type Style, type Undecided, type Verdict } from "../../../core/index.js";
import type { ComparedFile } from "./compared.js";

export interface Heading {
  readonly title: { readonly path: string; readonly verdict: string };
  readonly notes: readonly string[];
}

export function headingOf(
  { path, previousPath, status, comparison, mayHide }: ComparedFile,
  quoted: (path: string) => string,
): Heading {
  const verdict = VERDICTS[comparison.verdict];
  const notes = [
    ...(status === "added" ? ["new policy"] : []),
    ...(status === "deleted" ? ["deleted"] : []),
    ...(previousPath === undefined
      ? []
      : [`${status === "renamed" ? "renamed from" : "compared with"} ${quoted(previousPath)}`]),
  ];
  return {
    title: { path, verdict: mayHide ? `${verdict}, as far as it could be read` : verdict },
    notes,
  };
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  unchanged: "access unchanged",
  narrowed: "access narrowed",
  widened: "access widened",
  changed: "access widened and narrowed",
  indeterminate: "not all could be decided",
};

export function undecidedWords({ actions, reason, keys }: Undecided, { value }: Style): string {
  const about = list(actions.map(value), 4);
  switch (reason) {
    case "budget":
      return keys.length === 0
        ? `${about}: too many combinations of patterns to compare`
        : `${about}: too many combinations of conditions on ${list(keys.map(value), 4)}`;
    case "mixed-types":
      return `${about}: ${list(keys.map(value), 4)} is compared as values of several types`;
    default:
      return reason satisfies never;
  }
}
