// What a workspace has to go to by name: its policies, their statements, and its applications. Each file says what it
// has, and a query is looked for in all of them.
import * as l10n from "@vscode/l10n";
import {
  type DocumentSymbol,
  type Range,
  SymbolKind,
  type WorkspaceSymbol,
} from "vscode-languageserver-types";
import { entryOf, isPolicyNameField, type MapValue, type PolicyFile, readProject } from "../core/index.js";
import type { ServedDocument } from "./document.js";
import { documentSymbols } from "./document-symbols.js";
import { fileNameOf } from "./file-name.js";
import { hasInOrder } from "./letters-in-order.js";
import type { IdDocument } from "./named-id.js";
import { toRange } from "./to-lsp.js";

/** Something to go to, without the text that it was found in. */
export interface FileSymbol {
  readonly kind: "policy" | "statement" | "application";
  readonly name: string;
  /** What it is part of, or belongs to, for people. */
  readonly container: string;
  readonly uri: string;
  readonly range: Range;
  /** Of an application; the one that a project lists stands for all places that name it. */
  readonly id?: string;
  readonly isListed?: true;
}

export function symbolsOfPolicies(document: ServedDocument, ids: IdDocument): FileSymbol[] {
  const { uri, file } = document;
  const fileName = fileNameOf(uri);
  const names = policyNames(file, fileName);
  const policies = documentSymbols(document).flatMap((policy, index): FileSymbol[] => {
    const name = names[index] ?? fileName;
    const own = { kind: "policy", name, container: policy.name, uri, range: policy.selectionRange } as const;
    return [
      own,
      ...(policy.children ?? []).filter(isStatement).map((one) => statementSymbol(one, name, uri)),
    ];
  });
  return [
    ...policies,
    ...firstOfEach(ids).map(({ id, span }) => applicationSymbol(id, toRange(ids.lines, span), uri)),
  ];
}

export function symbolsOfProject(ids: IdDocument): FileSymbol[] {
  const labels = new Map(
    readProject(ids.text).project.applications.map(({ sdkAppId, label }) => [sdkAppId, label]),
  );
  return ids
    .ids()
    .filter(({ kind, isListed }) => kind === "application" && isListed)
    .map(({ id, span }) => ({
      ...applicationSymbol(id, toRange(ids.lines, span), ids.uri, labels.get(id)),
      isListed: true,
    }));
}

/** Those whose names have the letters of the query in their order; the ones that have it as it is come first. */
export function workspaceSymbols(query: string, symbols: Iterable<FileSymbol>): WorkspaceSymbol[] {
  const wanted = query.trim().toLowerCase();
  const whole: FileSymbol[] = [];
  const scattered: FileSymbol[] = [];
  for (const symbol of withoutRepeated(symbols)) {
    const name = symbol.name.toLowerCase();
    if (name.includes(wanted)) whole.push(symbol);
    else if (hasInOrder(name, wanted)) scattered.push(symbol);
  }
  return [...whole, ...scattered].slice(0, MOST).map(({ kind, name, container, uri, range }) => ({
    ...{ name, containerName: container, kind: KINDS[kind] },
    location: { uri, range },
  }));
}

/** Nobody reads more, and the next letter asks again. */
const MOST = 1_000;

const KINDS = {
  policy: SymbolKind.Module,
  statement: SymbolKind.Object,
  application: SymbolKind.Constant,
} as const;

/** An application stands once: where a project lists it, or where it was met first. */
function withoutRepeated(symbols: Iterable<FileSymbol>): readonly FileSymbol[] {
  const others: FileSymbol[] = [];
  const applications = new Map<string, FileSymbol>();
  for (const symbol of symbols) {
    if (symbol.id === undefined) others.push(symbol);
    else if (!applications.has(symbol.id) || symbol.isListed) applications.set(symbol.id, symbol);
  }
  return [...others, ...applications.values()];
}

function isStatement({ kind }: DocumentSymbol): boolean {
  return kind === SymbolKind.Object;
}

function statementSymbol({ name, selectionRange }: DocumentSymbol, policy: string, uri: string): FileSymbol {
  return { kind: "statement", name, container: policy, uri, range: selectionRange };
}

function applicationSymbol(id: string, range: Range, uri: string, label?: string): FileSymbol {
  const name = label === undefined ? id : TEXTS.labeled(label, id);
  return { kind: "application", name, container: TEXTS.application(), uri, range, id };
}

function firstOfEach({ ids }: IdDocument) {
  const first = new Map<string, ReturnType<IdDocument["ids"]>[number]>();
  for (const named of ids()) {
    if (named.kind !== "application" || named.id.includes("*") || first.has(named.id)) continue;
    first.set(named.id, named);
  }
  return [...first.values()];
}

/** In the order of `documentSymbols`: a policy in a request is called as the request says, another as its file. */
function policyNames(file: PolicyFile, fallback: string): string[] {
  return [
    ...file.policies.map(() => fallback),
    ...file.embedded.flatMap(({ file: inner, request }) => policyNames(inner, nameIn(request) ?? fallback)),
  ];
}

function nameIn(request: MapValue): string | undefined {
  for (const { key } of request.entries) {
    const value = isPolicyNameField(key.text) ? entryOf(request, key.text)?.value : undefined;
    if (value?.kind === "string" && value.text.trim() !== "") return value.text;
  }
  return undefined;
}

const TEXTS = {
  application: () => l10n.t("application"),
  labeled: (label: string, id: string) => `${label} · ${id}`,
} as const;
