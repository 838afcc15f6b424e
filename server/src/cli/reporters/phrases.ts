// How reports put their words together: what is called what, sentences and clauses in a row.
import * as l10n from "@vscode/l10n";
import type { Severity } from "../../core/index.js";

/** `note: something`. */
export function labelled(label: string, text: string): string {
  return l10n.t("{label}: {text}", { label, text });
}

/** `something (something about it)`. */
export function withNote(text: string, note: string): string {
  return l10n.t("{text} ({note})", { text, note });
}

/** With its full stop. */
export function sentence(text: string): string {
  return l10n.t("{sentence}.", { sentence: text });
}

/** Without the full stop of the last. */
export function sentences(texts: readonly string[]): string {
  if (texts.length === 0) return "";
  return texts.reduce((before, after) => l10n.t("{before}. {after}", { before, after }));
}

export function clauses(texts: readonly string[]): string {
  if (texts.length === 0) return "";
  return texts.reduce((before, after) => l10n.t("{before}; {after}", { before, after }));
}

export function describeSeverity(severity: Severity): string {
  switch (severity) {
    case "error":
      return l10n.t("error");
    case "warning":
      return l10n.t("warning");
    case "info":
      return l10n.t("info");
    case "hint":
      return l10n.t("hint");
    default:
      return severity satisfies never;
  }
}

export function describeUnreadPaths(count: number): string {
  return count === 1
    ? l10n.t("1 path could not be read:")
    : l10n.t("{count} paths could not be read:", { count });
}
