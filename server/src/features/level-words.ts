// What the access levels of actions are called, where one stands alone.
import * as l10n from "@vscode/l10n";
import type { Action } from "../core/index.js";

export function levelWord(level: NonNullable<Action["access"]>): string {
  return WORDS[level]();
}

const WORDS: Readonly<Record<NonNullable<Action["access"]>, () => string>> = {
  read: () => l10n.t("read"),
  list: () => l10n.t({ message: "list", comment: ["access level of an action that lists things"] }),
  write: () => l10n.t("write"),
};
