// What is said of a whole file: its verdict, and what became of it.
import { describeVerdict } from "../../../core/index.js";
import type { ComparedFile } from "./compared.js";

export interface Heading {
  readonly title: { readonly path: string; readonly verdict: string };
  readonly notes: readonly string[];
}

export function headingOf(
  { path, previousPath, status, comparison, mayHide }: ComparedFile,
  quoted: (path: string) => string,
): Heading {
  const verdict = describeVerdict(comparison.verdict);
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
