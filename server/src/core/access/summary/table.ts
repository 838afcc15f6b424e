// A summary as a table: each action against each resource that the policy names, and what can be done there.

import { coversPattern, isPattern } from "../../catalog/pattern.js";
import type { Dialect } from "../../policy/dialect.js";
import { coversScope, EVERYTHING, keyOf, type Scope, scopesMeet } from "./scope.js";
import type { AccessGroup } from "./summarize.js";

/** `partly`: on some of it, or nobody can tell on what. */
export type TableCell = "always" | "under-conditions" | "partly" | "never";

export interface TableRow {
  /** With its service; a pattern where no list has what it reaches. */
  readonly action: string;
  readonly access: "read" | "write" | "unlisted";
  /** One for each column. */
  readonly cells: readonly TableCell[];
}

export interface AccessTable {
  /** Single resources first; everything last, which stands for what no other column does. */
  readonly columns: readonly Scope[];
  /** Resources that there was no column for. */
  readonly leftOut: number;
  /** What writes first, then what nobody knows, then what reads. */
  readonly rows: readonly TableRow[];
}

export interface TableOptions {
  readonly dialect: Dialect;
  /** All unless given. */
  readonly mostColumns?: number;
}

export function accessTable(allowed: readonly AccessGroup[], options: TableOptions): AccessTable {
  const { dialect, mostColumns = Number.POSITIVE_INFINITY } = options;
  const fold = (text: string) => (dialect.actionCase === "insensitive" ? text.toLowerCase() : text);
  const all = columnsOf(allowed);
  const columns = all.length > mostColumns ? [...all.slice(0, mostColumns - 1), ...all.slice(-1)] : all;
  const parts = allowed.map((group) => ({
    cells: columns.map((column) => cellOf(group, column)),
    actions: actionsOf(group),
    patterns: group.unlisted.filter(isPattern).map(fold),
  }));
  const known = new Map<string, { access: TableRow["access"]; cells: (readonly TableCell[])[] }>();
  for (const { actions, cells } of parts) {
    for (const [action, access] of actions) {
      const row = known.get(action);
      if (row === undefined) known.set(action, { access, cells: [cells] });
      else row.cells.push(cells);
    }
  }
  const rows = [...known].map(([action, { access, cells }]) => {
    // What no list has is allowed by the patterns around it, too.
    const folded = access === "unlisted" ? fold(action) : undefined;
    const wider = parts.filter(
      ({ patterns }) => folded !== undefined && patterns.some((text) => coversPattern(text, folded)),
    );
    const own = [...cells, ...wider.map((part) => part.cells)];
    return { action, access, cells: columns.map((_, at) => best(own.map((one) => one[at] ?? "never"))) };
  });
  rows.sort((a, b) => RANK[a.access] - RANK[b.access]);
  return { columns, leftOut: all.length - columns.length, rows };
}

const RANK = { write: 0, unlisted: 1, read: 2 } as const;
const CELLS: readonly TableCell[] = ["always", "under-conditions", "partly", "never"];

function actionsOf({
  read,
  write,
  unlisted,
}: AccessGroup): readonly (readonly [string, TableRow["access"]])[] {
  return [
    ...write.map(({ fullName }) => [fullName, "write"] as const),
    ...unlisted.map((name) => [name, "unlisted"] as const),
    ...read.map(({ fullName }) => [fullName, "read"] as const),
  ];
}

function columnsOf(allowed: readonly AccessGroup[]): readonly Scope[] {
  const scopes = new Map<string, Scope>();
  for (const { on, except, exceptUnder } of allowed) {
    for (const scope of [...on, ...except, ...exceptUnder.flatMap((deny) => deny.on)]) {
      scopes.set(keyOf(scope), scope);
    }
  }
  const isAll = scopes.delete(keyOf(EVERYTHING));
  const named = [...scopes.values()].sort((a, b) => width(a) - width(b));
  return isAll ? [...named, EVERYTHING] : named;
}

function width(scope: Scope): number {
  return scope.kind === "pattern" && scope.hasWildcard ? 1 : 0;
}

function cellOf({ on, except, condition, exceptUnder, partlyDenied }: AccessGroup, column: Scope): TableCell {
  if (column.kind === "everything") {
    if (!on.some(({ kind }) => kind === "everything")) return "never";
    const isLimited = exceptUnder.some((deny) => deny.on.some(({ kind }) => kind === "everything"));
    return partlyDenied ? "partly" : condition !== undefined || isLimited ? "under-conditions" : "always";
  }
  if (except.some((scope) => coversScope(scope, column))) return "never";
  if (!on.some((scope) => coversScope(scope, column))) {
    return on.some((scope) => scopesMeet(scope, column)) ? "partly" : "never";
  }
  if (partlyDenied || except.some((scope) => scopesMeet(scope, column))) return "partly";
  const isLimited = exceptUnder.some((deny) => deny.on.some((scope) => scopesMeet(scope, column)));
  return condition !== undefined || isLimited ? "under-conditions" : "always";
}

function best(cells: readonly TableCell[]): TableCell {
  return CELLS.find((cell) => cells.includes(cell)) ?? "never";
}
