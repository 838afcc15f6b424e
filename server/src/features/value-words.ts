// What the values of condition operators and keys are called, and what all products are.
import * as l10n from "@vscode/l10n";
import type { ValueType } from "../core/index.js";

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

/** Names of products stay as they are; the catalog has one that is none. */
export function productWords(product: string): string {
  return ALL_PRODUCTS.test(product) ? l10n.t("All products") : product;
}

const ALL_PRODUCTS = /^All products$/;
