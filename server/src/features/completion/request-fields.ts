// Proposals for the fields around a policy in a request of the vendor's interface, and for those values of which there
// are only a few.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { RequestFieldContext, RequestValueContext } from "../cursor.js";
import { fieldWords } from "../hover/field-text.js";
import { choice, stop } from "./body.js";
import { keyItem, type Place, stringItem } from "./insert.js";
import { otherKeys } from "./slot.js";

export function requestFields(place: Place, { dialect, slot }: RequestFieldContext): CompletionItem[] {
  const written = otherKeys(slot);
  return (dialect.requestFields ?? [])
    .filter(({ name, refused }) => refused !== true && !written.has(name))
    .map((rule, order) => {
      const { name, values } = rule;
      const proposal = {
        label: name,
        kind: CompletionItemKind.Property,
        detail: fieldWords(rule),
        rank: 1,
        order,
      };
      return keyItem(place, slot, proposal, name, [
        '"',
        values === undefined ? stop(1) : choice(1, values),
        '"',
      ]);
    });
}

export function requestValues(place: Place, { rule, slot }: RequestValueContext): CompletionItem[] {
  return (rule.values ?? []).map((label, order) => {
    const detail = rule.allowed ?? "";
    const proposal = { label, kind: CompletionItemKind.EnumMember, detail, rank: 1, order, isClosed: true };
    return stringItem(place, slot, proposal, [label]);
  });
}
