// The outline of a document: its policies, their statements, and what each statement holds.
import { type DocumentSymbol, type Range, SymbolKind } from "vscode-languageserver-types";
import {
  type Element,
  itemsOf,
  openingOf,
  type Policy,
  type Span,
  type Statement,
  spanOf,
  type Value,
} from "../core/index.js";
import type { ServedDocument } from "./document.js";
import { grantsSymbols } from "./grants/symbols.js";
import { documentInside, rangeOutside } from "./inside-string.js";
import { toRange } from "./to-lsp.js";

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
  return symbol(document, {
    name: `${dialect.title} policy`,
    detail: count(statements.length, "statement"),
    kind: SymbolKind.Module,
    span: policy.span,
    selection: openingOf(policy.span),
    children,
  });
}

function statementSymbol(statement: Statement, document: ServedDocument): DocumentSymbol {
  return symbol(document, {
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
  const what = actions.length === 1 && action !== undefined ? action.text : count(actions.length, "action");
  return `${decision ?? "no effect"} · ${what}${resources.length === 0 ? "" : ` on ${resourceName(resources)}`}`;
}

function resourceName(resources: readonly { readonly text: string }[]): string {
  const [resource] = resources;
  if (resources.length !== 1 || resource === undefined) return count(resources.length, "resource");
  const last = resource.text.slice(resource.text.lastIndexOf("/") + 1);
  return last === "" ? resource.text : last;
}

function elementSymbol({ key, value, entry }: Element, document: ServedDocument): DocumentSymbol {
  return symbol(document, {
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
  if (value.kind === "map") return count(value.entries.length, "entry", "entries");
  if (value.kind !== "list") return value.text;
  const [only] = itemsOf(value);
  return value.items.length === 1 && only?.kind === "string"
    ? only.text
    : count(value.items.length, "entry", "entries");
}

interface Parts {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children: DocumentSymbol[];
}

/** Editors refuse an outline with an empty name, or with a selection that leaves the range. */
function symbol(
  { lines }: ServedDocument,
  { name, detail, kind, span, selection, children }: Parts,
): DocumentSymbol {
  const inside = spanOf(
    Math.min(Math.max(selection.start, span.start), span.end),
    Math.max(Math.min(selection.end, span.end), span.start),
  );
  return {
    name: name.trim() === "" ? "(no name)" : name,
    ...(detail !== undefined && detail !== "" && { detail }),
    kind,
    range: toRange(lines, span),
    selectionRange: toRange(lines, inside),
    children,
  };
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
