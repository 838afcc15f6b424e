// What the values of condition operators and keys are called, and the products of presets.
import * as l10n from "@vscode/l10n";
import type { PresetData, ValueType } from "../core/index.js";

export const VALUE_WORDS: Readonly<Record<ValueType, () => string>> = {
  string: () => l10n.t("text"),
  number: () => l10n.t("number"),
  date: () => l10n.t("date and time"),
  ip: () => l10n.t("IP address or range"),
  boolean: () => l10n.t("true or false"),
  binary: () => l10n.t("binary data"),
  null: () => l10n.t("whether the key is absent"),
  tag: () => l10n.t("tag, written key&value"),
};

/** Of a preset; the catalog names it in English, or by its abbreviation. */
export function productWords({ product }: PresetData): string {
  return l10n.t(product);
}
