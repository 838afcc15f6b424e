// What the parts of a resource are called.
import * as l10n from "@vscode/l10n";
import type { SegmentRole } from "../core/index.js";

export function segmentWord(role: SegmentRole): string {
  return WORDS[role]();
}

const WORDS: Readonly<Record<SegmentRole, () => string>> = {
  scheme: () => l10n.t("scheme"),
  project: () => l10n.t("project"),
  service: () => l10n.t("service"),
  region: () => l10n.t("region"),
  account: () => l10n.t("account"),
  type: () => l10n.t("type"),
  path: () => l10n.t("path"),
  resource: () => l10n.t("resource"),
};
