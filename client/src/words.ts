// Parts of sentences that several places say.
import { l10n } from "vscode";

/** `2 errors, 1 warning`. */
export function inRow(phrases: readonly string[]): string {
  return phrases.join(l10n.t({ message: ", ", comment: ["between phrases"] }));
}

/** `trtc:RemoveUser, trtc:DismissRoom`: names, and values that are written as they are. */
export function listOf(names: readonly string[]): string {
  return names.join(l10n.t({ message: ", ", comment: ["between names"] }));
}

export function errorsInWords(count: number): string {
  return count === 1 ? l10n.t("1 error") : l10n.t("{count} errors", { count });
}

export function warningsInWords(count: number): string {
  return count === 1 ? l10n.t("1 warning") : l10n.t("{count} warnings", { count });
}
