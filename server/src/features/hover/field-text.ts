// What is said of a field around a policy, in a request of the vendor's interface.
import * as l10n from "@vscode/l10n";
import type { FieldRule } from "../../core/index.js";

export function fieldText(rule: FieldRule): string {
  return `**${rule.name}** · ${fieldWords(rule)}`;
}

/** `required · 1 to 64 characters`. */
export function fieldWords(rule: FieldRule): string {
  return [needOf(rule), rule.allowed, lengthOf(rule)].filter((part) => part !== undefined).join(" · ");
}

function needOf({ required, refused }: FieldRule): string {
  if (refused === true) return l10n.t("set by the service, which refuses it here");
  return required ? l10n.t("required") : l10n.t("optional");
}

function lengthOf({ shortest, longest, unit }: FieldRule): string | undefined {
  if (longest === undefined) return undefined;
  if (unit === "bytes")
    return shortest === undefined
      ? l10n.t("up to {longest} bytes", { longest })
      : l10n.t("{shortest} to {longest} bytes", { shortest, longest });
  return shortest === undefined
    ? l10n.t("up to {longest} characters", { longest })
    : l10n.t("{shortest} to {longest} characters", { shortest, longest });
}
