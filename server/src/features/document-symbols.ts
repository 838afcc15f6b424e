// The outline of a document: its policies, their statements, and what each statement holds.
import * as l10n from "@vscode/l10n";
import { type DocumentSymbol, type Range, SymbolKind } from "vscode-languageserver-types";
import { type Element, itemsOf, openingOf, type Policy, type Statement, type Value } from "../core/index.js";
import type { ServedDocument } from "./document.js";
import { grantsSymbols } from "./grants/symbols.js";
import { documentInside, rangeOutside } from "./inside-string.js";
import { outlineSymbol } from "./outline-symbol.js";

export function documentSymbols(document: ServedDocument): DocumentSymbol[] {
  if (document.grants !== undefined) return grantsSymbols(document, document.grants);
  return [
    ...document.file.policies.map((policy) => policySymbol(policy, document)),
    ...document.file.embedded.flatMap((embedded) => {
      const inside = documentInside(document, embedded);
      const outside = (range: Range) => rangeOutside(document, inside, embedded.source, range);
      return documentSymbols(inside).map((symbol) => symbolOutside(symbol, outside));
    }),
  ];
}

function symbolOutside(symbol: DocumentSymbol, outside: (range: Range) => Range): DocumentSymbol {
  const { children, range, selectionRange } = symbol;
  return {
    ...symbol,
    range: outside(range),
    selectionRange: outside(selectionRange),
    ...(children && { children: children.map((child) => symbolOutside(child, outside)) }),
  };
}

function policySymbol(policy: Policy, document: ServedDocument): DocumentSymbol {
  const { dialect, version, statements } = policy;
  const children = [
    ...(version === undefined ? [] : [elementSymbol(version, document)]),
    ...statements.map((statement) => statementSymbol(statement, document)),
  ];
  children.sort((a, b) => a.range.start.line - b.range.start.line);
  return outlineSymbol(document, {
    name: TEXTS.policy(dialect.title),
    detail: TEXTS.statements(statements.length),
    kind: SymbolKind.Module,
    span: policy.span,
    selection: openingOf(policy.span),
    children,
  });
}

function statementSymbol(statement: Statement, document: ServedDocument): DocumentSymbol {
  return outlineSymbol(document, {
    name: nameOf(statement),
    kind: SymbolKind.Object,
    span: statement.span,
    selection: statement.effect?.value?.span ?? openingOf(statement.span),
    children: statement.elements.map((element) => elementSymbol(element, document)),
  });
}

/** `allow · 3 actions on 1400100200`. */
function nameOf({ decision, actions, resources }: Statement): string {
  const [action] = actions;
  const what = actions.length === 1 && action !== undefined ? action.text : TEXTS.actions(actions.length);
  const effect = TEXTS.effect[decision ?? "none"]();
  if (resources.length === 0) return TEXTS.statement(effect, what);
  return TEXTS.statementOn(effect, what, resourceName(resources));
}

function resourceName(resources: readonly { readonly text: string }[]): string {
  const [resource] = resources;
  if (resources.length !== 1 || resource === undefined) return TEXTS.resources(resources.length);
  const last = resource.text.slice(resource.text.lastIndexOf("/") + 1);
  return last === "" ? resource.text : last;
}

function elementSymbol({ key, value, entry }: Element, document: ServedDocument): DocumentSymbol {
  return outlineSymbol(document, {
    name: key.text,
    detail: detailOf(value),
    kind: SymbolKind.Property,
    span: entry.span,
    selection: key.span,
    children: [],
  });
}

function detailOf(value: Value | undefined): string {
  if (value === undefined) return "";
  if (value.kind === "map") return TEXTS.entries(value.entries.length);
  if (value.kind !== "list") return value.text;
  const [only] = itemsOf(value);
  return value.items.length === 1 && only?.kind === "string" ? only.text : TEXTS.entries(value.items.length);
}

const TEXTS = {
  policy: (dialect: string) => l10n.t("{dialect} policy", { dialect }),
  statements: (count: number) =>
    count === 1 ? l10n.t("1 statement") : l10n.t("{count} statements", { count }),
  effect: {
    allow: () => l10n.t("allow"),
    deny: () => l10n.t("deny"),
    none: () => l10n.t({ message: "no effect", comment: ["of a statement that names none"] }),
  },
  statement: (effect: string, actions: string) => l10n.t("{effect} · {actions}", { effect, actions }),
  statementOn: (effect: string, actions: string, resources: string) =>
    l10n.t("{effect} · {actions} on {resources}", { effect, actions, resources }),
  actions: (count: number) => (count === 1 ? l10n.t("1 action") : l10n.t("{count} actions", { count })),
  resources: (count: number) => (count === 1 ? l10n.t("1 resource") : l10n.t("{count} resources", { count })),
  entries: (count: number) => (count === 1 ? l10n.t("1 entry") : l10n.t("{count} entries", { count })),
} as const;
