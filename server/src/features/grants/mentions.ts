// Where a group of a grants file is named: for references, highlights and renaming.
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from "vscode-languageserver-types";
import { type Grants, isString, itemsOf, partOfString, type StringValue, spanOf } from "../../core/index.js";
import type { ServedDocument } from "../document.js";
import { toOffset, toRange } from "../to-lsp.js";
import { type DocumentGrants, grantsTargetAt } from "./document-grants.js";

/** The name of a group at a position, where it is defined or among those of a user. */
export function groupAt(
  { lines }: ServedDocument,
  own: DocumentGrants,
  position: Position,
): StringValue | undefined {
  const target = grantsTargetAt(own, toOffset(lines, position));
  if (target?.kind === "group") return target.value;
  return target?.kind === "holder" && target.holder.kind === "group" ? target.value : undefined;
}

/** Every string that names the group, those of users that stand twice among them. */
export function* mentionsOf(group: string, { root }: Grants): Generator<StringValue> {
  if (root?.kind !== "map") return;
  for (const { key, value } of root.entries) {
    if (value?.kind !== "map") continue;
    for (const entry of value.entries) {
      if (key.text === "groups" && entry.key.text === group) yield entry.key;
      if (key.text !== "users" || entry.value?.kind !== "map") continue;
      for (const { key: inner, value: names } of entry.value.entries) {
        if (inner.text !== "groups") continue;
        for (const name of itemsOf(names)) if (isString(name) && name.text === group) yield name;
      }
    }
  }
}

export function groupReferences(
  document: ServedDocument,
  own: DocumentGrants,
  position: Position,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] {
  const value = groupAt(document, own, position);
  if (value === undefined) return [];
  const definition = own.grants.groups.get(value.text)?.key;
  return [...mentionsOf(value.text, own.grants)]
    .filter((mention) => includeDeclaration || mention !== definition)
    .map((mention) => ({ uri: document.uri, range: rangeOf(mention, document) }));
}

/** Null where the cursor is on no group: the editor then highlights equal words by itself. */
export function groupHighlights(
  document: ServedDocument,
  own: DocumentGrants,
  position: Position,
): DocumentHighlight[] | null {
  const value = groupAt(document, own, position);
  if (value === undefined) return null;
  return [...mentionsOf(value.text, own.grants)].map((mention) => ({
    range: rangeOf(mention, document),
    kind: DocumentHighlightKind.Text,
  }));
}

/** Without the quotes. */
export function rangeOf(value: StringValue, { lines, text }: ServedDocument) {
  return toRange(lines, partOfString(value, spanOf(0, value.text.length), text));
}
