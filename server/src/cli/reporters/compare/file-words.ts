// What is said of a whole file: its verdict, and what became of it.
import * as l10n from "@vscode/l10n";
import { type CompareGap, describeHolders, describeVerdict } from "../../../core/index.js";
import type { ComparedFile } from "./compared.js";

export interface Heading {
  readonly title: { readonly path: string; readonly verdict: string };
  readonly notes: readonly string[];
}

export function headingOf(file: ComparedFile, quoted: (path: string) => string): Heading {
  const { path, comparison, mayHide, holders } = file;
  const verdict = holders
    ? describeHolders(holders.kind, holders.names.map(quoted), comparison)
    : describeVerdict(comparison.verdict);
  return {
    title: {
      path,
      verdict: mayHide ? l10n.t("{verdict}, as far as it could be read", { verdict }) : verdict,
    },
    notes: notesOf(file, quoted),
  };
}

function notesOf(
  { previousPath, status, holders }: ComparedFile,
  quoted: (path: string) => string,
): readonly string[] {
  const notes: string[] = [];
  if (status === "added") notes.push(NEW[holders?.kind ?? "policy"]());
  if (status === "deleted") notes.push(l10n.t("deleted"));
  if (previousPath !== undefined) {
    const path = quoted(previousPath);
    notes.push(
      status === "renamed"
        ? l10n.t("renamed from {path}", { path })
        : l10n.t("compared with {path}", { path }),
    );
  }
  return notes;
}

const NEW = {
  policy: () => l10n.t("new policy"),
  user: () => l10n.t("new user"),
  group: () => l10n.t("new group"),
} as const;

/** Where something could not be read: `the base, line 3`. */
export function placeOfGap({ side, line }: Pick<CompareGap, "side" | "line">): string {
  if (side === "before") {
    return line === undefined ? l10n.t("the base") : l10n.t("the base, line {line}", { line });
  }
  return line === undefined ? l10n.t("this version") : l10n.t("this version, line {line}", { line });
}
