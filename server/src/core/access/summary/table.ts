// A summary as a table: each action against each resource that the policy names, and what can be done there.

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
  /** What writes first, then what nobody knows, then what reads. */
  readonly rows: readonly TableRow[];
}

export function accessTable(allowed: readonly AccessGroup[]): AccessTable {
  const columns = columnsOf(allowed);
  const groups = new Map<string, { access: TableRow["access"]; groups: AccessGroup[] }>();
  for (const group of allowed) {
    for (const [action, access] of actionsOf(group)) {
      const known = groups.get(action);
      if (known === undefined) groups.set(action, { access, groups: [group] });
      else known.groups.push(group);
    }
  }
  const rows = [...groups].map(([action, { access, groups: own }]) => ({
    action,
    access,
    cells: columns.map((column) => best(own.map((group) => cellOf(group, column)))),
  }));
  return { columns, rows: rows.sort((a, b) => RANK[a.access] - RANK[b.access]) };
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
