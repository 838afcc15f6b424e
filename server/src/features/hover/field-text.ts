// What is said of a field around a policy, in a request of the vendor's interface.
import type { FieldRule } from "../../core/index.js";

export function fieldText(rule: FieldRule): string {
  return `**${rule.name}** · ${fieldWords(rule)}`;
}

/** `required · 1 to 64 characters`. */
export function fieldWords({ required, refused, allowed, shortest, longest, unit }: FieldRule): string {
  const need =
    refused === true ? "set by the service, which refuses it here" : required ? "required" : "optional";
  const length =
    longest === undefined
      ? undefined
      : `${shortest === undefined ? "up" : shortest} to ${longest} ${unit ?? "characters"}`;
  return [need, allowed, length].filter((part) => part !== undefined).join(" · ");
}
