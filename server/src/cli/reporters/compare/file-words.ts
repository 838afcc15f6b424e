// What is said of a whole file: its verdict, and what became of it.
import { describeHolders, describeVerdict } from "../../../core/index.js";
import type { ComparedFile } from "./compared.js";

export interface Heading {
  readonly title: { readonly path: string; readonly verdict: string };
  readonly notes: readonly string[];
}

export function headingOf(
  { path, previousPath, status, comparison, mayHide, holders }: ComparedFile,
  quoted: (path: string) => string,
): Heading {
  const verdict = holders
    ? describeHolders(holders.kind, holders.names.map(quoted), comparison)
    : describeVerdict(comparison.verdict);
  const notes = [
    ...(status === "added" ? [holders ? `new ${holders.kind}` : "new policy"] : []),
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
