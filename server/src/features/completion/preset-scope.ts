// How much a preset allows, and of which product: `read only · TRTC`.
import * as l10n from "@vscode/l10n";
import type { PresetData } from "../../core/index.js";
import { productWords } from "../value-words.js";

export function presetScope(preset: PresetData): string {
  return `${SCOPES[preset.access]()} · ${productWords(preset)}`;
}

const SCOPES: Readonly<Record<PresetData["access"], () => string>> = {
  "read-only": () => l10n.t("read only"),
  full: () => l10n.t("full access"),
  mixed: () => l10n.t("some actions"),
};
