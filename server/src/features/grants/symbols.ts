// The outline of a grants file: its groups and users, and what is attached to each of them.
import * as l10n from "@vscode/l10n";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { type Holder, list, type Span, type StringValue } from "../../core/index.js";
import type { ServedDocument } from "../document.js";
import { type OutlineParts, outlineSymbol } from "../outline-symbol.js";
import type { DocumentGrants } from "./document-grants.js";

export function grantsSymbols(document: ServedDocument, { grants }: DocumentGrants): DocumentSymbol[] {
  const { root, holders } = grants;
  if (root?.kind !== "map") return [];
  return root.entries.map(({ key, value, span }) => {
    const inside = holders.filter(({ entry }) => isInside(entry.span, span));
    const detail = value?.kind === "string" ? value.text : WORDS.count(inside.length);
    const children = inside.map((holder) => holderSymbol(document, holder));
    return symbol(document, key, { span, detail, children, kind: SymbolKind.Namespace });
  });
}

function holderSymbol(document: ServedDocument, holder: Holder): DocumentSymbol {
  const { key, entry, policies, groups, kind } = holder;
  const attached = [
    ...groups.map((value) => ({ value, kind: SymbolKind.Class })),
    ...policies.map(({ value, kind: by }) => ({
      value,
      kind: by === "path" ? SymbolKind.File : SymbolKind.Constant,
    })),
  ].sort((one, other) => one.value.span.start - other.value.span.start);
  const children = attached.map(({ value, kind: kindOf }) =>
    symbol(document, value, { span: value.span, children: [], kind: kindOf }),
  );
  const counted = [
    ...(groups.length > 0 ? [WORDS.groups(groups.length)] : []),
    ...(policies.length > 0 ? [WORDS.policies(policies.length)] : []),
  ];
  const detail = list(counted, counted.length);
  const symbolKind = kind === "group" ? SymbolKind.Class : SymbolKind.Object;
  return symbol(document, key, { span: entry.span, detail, children, kind: symbolKind });
}

function symbol(
  document: ServedDocument,
  { text, span }: StringValue,
  parts: Omit<OutlineParts, "name" | "selection">,
): DocumentSymbol {
  return outlineSymbol(document, { name: text, selection: span, ...parts });
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const WORDS = {
  count: (number: number) => (number === 0 ? "" : String(number)),
  groups: (count: number) => (count === 1 ? l10n.t("1 group") : l10n.t("{count} groups", { count })),
  policies: (count: number) => (count === 1 ? l10n.t("1 policy") : l10n.t("{count} policies", { count })),
} as const;
